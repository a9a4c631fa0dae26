# ウィンドウの言葉、日本語。キーは en.ftl と同じ（テストが比べる）。

app-title = modescope
title-unnamed = 名称未設定

## Controls

presets = プリセット
presets-hint = 見る価値のある実験
preset-notebook = ノートブックと同じ
preset-notebook-hint = 学習率 100、γ 10⁻¹²、隠れユニット 30：4 段の下降
preset-no-bumps = 段差なし：γ = 1
preset-no-bumps-hint = 大きな初期値：全モードが同時に学習される
preset-two-bumps = 溶け合う段差：γ = 10⁻²
preset-two-bumps-hint = 4 段と 1 段の中間：隣り合う段差がつながり始める
preset-slow = 小さなステップ幅：学習率 20
preset-slow-hint = 同じ 4 段の下降が 5 倍のエポックをかけて現れる
preset-oscillates = 安定限界超え：学習率 270
preset-oscillates-hint = 最も強いモードが振動し続ける
preset-diverges = 安定限界を大きく超過：学習率 340
preset-diverges-hint = 重みが発散する
preset-no-hidden = 隠れ層なし
preset-no-hidden-hint = どのモードも同じ速さで学習される：段階がない
preset-narrow = 3 ユニットの狭い隠れ層
preset-narrow-hint = 3 つのモードしか学習できない
preset-sixteen = 16 個のアイテム
preset-sixteen-hint = 4 階層の木
preset-cells = ノートブックの後のセル
preset-cells-hint = ノートブックをシード 2021 で先頭から実行したときの乱数そのもの
preset-demo-widget-notebook = 最初のデモのスライダー
preset-demo-widget-notebook-hint = 2 番目のネットワーク：スライダーを動かす前の最初の実行
preset-modes-notebook = 特異値
preset-modes-notebook-hint = 3 番目のネットワーク：モードを描くセル
preset-rsm-widget-notebook = 類似性のスライダー
preset-rsm-widget-notebook-hint = 4 番目のネットワーク：表現を観察するセル
preset-bonus-deep-notebook = ボーナス：深層ネットワーク
preset-bonus-deep-notebook-hint = 7 番目のネットワーク。4 番目のデータで、線形回帰と比べる
preset-bonus-no-hidden-notebook = ボーナス：隠れ層なし
preset-bonus-no-hidden-notebook-hint = 8 番目のネットワーク。torch 自身の初期値から、学習率 1000

section-training = 学習
section-network = ネットワーク
seed = シード
section-data = データ

control-lr = 学習率
control-lr-hint = 勾配降下 1 ステップの幅（lr、eta）。速さを決めるだけで、段差を作るのは γ。名前をダブルクリックするとノートブックの値に戻る。
stability-within = 安定限界 { $limit } の { $percent } %
stability-small = 安定限界 { $limit } の 1 % 未満
stability-past = 安定限界 { $limit } の { $percent } %：振動または発散
stability-hint = 解の近くでは最も強いモードの誤差が毎エポック同じ倍率で変わります。隠れ層が 1 層なら 1 − 2ε s_1 倍です。限界（1 層では N·P / (2 s_1)）を超えると倍率は −1 より小さくなり、最も強いモードは学習されたあと振動します。限界を大きく超えると発散します。N は特徴の数、P はアイテムの数、s_1 は最大の特異値、ε = 2 lr / (N·P) です
gamma-weights-given = 初期の重みが与えられたため使われません
control-gamma = 初期化スケール γ
control-gamma-hint = 初期の重みの標準偏差は γ / √(n_in + n_out)。小さいほど下降の間のプラトーが長い。1e-12 や 10^-12 と入力できる。
control-epochs = エポック数
control-epochs-hint = 学習の長さ。
control-hidden-layers = 隠れ層の数
control-hidden-layers-hint = 入力と出力の間の重み行列の数から 1 を引いたもの。ノートブックでは 1 層。
control-hidden-units = 隠れユニット数
control-hidden-units-hint = 隠れ層の幅。アイテムより少ないと、学習できないモードが残る。
control-hidden-units-of = 隠れユニット数、第 { $layer } 層
control-levels = 階層数
control-levels-hint = 根より下の木の階層数。アイテムは葉で、その数は 分岐数^階層数。
control-branches = 分岐数
control-branches-hint = 木の各ノードの子の数。
control-flip = 反転確率
control-flip-hint = ノードから子へ移るとき特徴の符号が変わる確率。0.5 ではアイテムに共通点がない。
control-features = 特徴の数
control-features-hint = 出力の数。それぞれ木から生成した特徴。
control-init-seed = 初期値のシード
control-init-seed-hint = 初期の重みに使う torch のシード。ノートブックは 2021。
control-data-seed = データのシード
control-data-seed-hint = 特徴に使う numpy のシード。ノートブックは 2021。
control-typed = { $name }（入力）
button-new-init = 新しい重み
button-new-init-hint = 次のシードで初期の重みを生成し直す
button-new-data = 新しいデータ
button-new-data-hint = 次のシードで特徴を生成し直す
own-size = アイテム { $items } 個、特徴 { $features } 個
button-back-to-tree = 木のデータに戻る
button-back-to-tree-hint = ノートブックのデータに戻る。自分のデータは「元に戻す」で取り戻せます
button-reset = ノートブックに戻す
button-reset-hint = すべてをチュートリアルと同じにする

## What was refused

field-lr = 学習率
field-gamma = γ
field-epochs = エポック数
field-hidden-layers = 隠れ層の数
field-hidden-units = 隠れユニット数
field-levels = 階層数
field-branches = 分岐数
field-flip = 反転確率
field-features = 特徴の数
field-data-outputs-before = 読み飛ばす numpy の乱数出力の数
field-items = アイテム数（分岐数^階層数）
field-user-feature = 追加した特徴
field-watched = 観察するアイテムまたは特徴
field-watched-pairs = 観察する組の数
field-weights = 指定された重み
field-init-outputs-before = 読み飛ばす torch の乱数出力の数
field-memory = メモリ
error-still = { $reason }（今は { $value }）
error-not-finite = { $name }は有限の数でなければなりません
error-not-positive = { $name }は 0 より大きくなければなりません
error-out-of-range = { $name }は { $min } から { $max } までです
error-wrong-length = { $name }の値は { $found } 個ですが、アイテムは { $expected } 個です
error-other-shapes = { $name }の形がこのネットワークの層と合いません
error-too-large = メモリ：このネットワークには { $needed } MB が必要ですが、上限は { $budget } MB です。特徴か隠れユニットを減らしてください
error-not-a-number = 数ではありません（例：0.5、1e-12）
error-not-whole = 整数を入力してください
error-negative = 負の数は使えません
error-seed = 0 から 4294967295 の整数
refused-not-finite = 有限の数だけ使えます
refused-not-positive = 0 より大きい数だけ使えます
refused-out-of-range = { $min } から { $max } まで
error-epoch = この学習のエポック番号は 0 から { $last } までの整数です

## Top bar

menu-theme = テーマ
menu-theme-hint = ライトまたはダーク
theme-system = システムに合わせる
theme-light = ライト
theme-dark = ダーク
menu-language-hint = 言語
button-dismiss = 閉じる

## Commands: menus, shortcuts, the command palette

menu-edit = 編集
menu-edit-hint = 元に戻す、再生成、固定した学習
menu-view = 表示
menu-view-hint = 何をどう表示するか
menu-playback = エポック移動
menu-playback-hint = エポックを順に見る
menu-help = ヘルプ
menu-help-hint = 使い方、ショートカット、すべてのコマンド
menu-below = 類似性行列の下のパネル
menu-below-hint = 「学習」画面でこのエポックを詳しく表示
menu-language = 言語
export-figure-hint = スライドや論文のための図（.png または .svg）
language-english = English
language-japanese = 日本語
hint-with-shortcut = { $hint }（{ $shortcut }）
undo = 元に戻す
redo = やり直す
copy-figure-of = 図をコピー：{ $name }
command-new-init = 次のシードで初期の重みを再生成
command-new-data = 次のシードでデータを再生成
command-pin = この学習を固定
command-show = { $name }の画面を表示
command-loss = 損失を表示
command-modes = モードを表示
command-log = 損失を対数軸で表示
command-raw = 特異値を正規化せずに表示
command-aligned = モード別の強さを表示
command-theory = 次の理論に切り替え：離散、連続、両方、なし
command-seeds = 50 シードでの曲線の範囲を表示
command-below = 行列の下：{ $name }
command-theme = テーマ：{ $name }
command-language = 言語：{ $name }
command-size = 表示サイズ：{ $name }
command-presented = 発表中も表示：{ $name }
menu-size = 表示サイズ
menu-size-hint = 文字、線、図の大きさ
menu-presented = 発表中も表示する項目
menu-presented-hint = 発表モードでも残しておく項目
present = 発表モード
present-end = 発表モードを終了（Esc）
command-next-region = キーボード操作を次の領域へ移す
command-previous-region = キーボード操作を前の領域へ移す
size-80 = 80%
size-90 = 90%
size-100 = 100%
size-125 = 125%
size-150 = 150%
size-200 = 200%
command-preset = プリセット：{ $name }
command-play = 再生または一時停止
command-epoch-back = 1 エポック戻る
command-epoch-forward = 1 エポック進む
command-ten-epochs-back = 10 エポック戻る
command-ten-epochs-forward = 10 エポック進む
command-first-epoch = 最初のエポック
command-last-epoch = 最後のエポック
command-help = ヘルプとショートカット
command-recover = 保存されていない作業を復元
command-palette = コマンドを検索
palette-hint = コマンド名の一部を入力
palette-nothing = 今使えるコマンドの中に一致するものはありません
why-nothing-to-undo = 元に戻す操作はありません
why-nothing-to-redo = やり直す操作はありません
why-no-run = まだ学習結果が表示されていません
why-pinned-already = この学習はもう固定されています
why-no-atlas = アトラスが表示されていません。先に「アトラス」の画面を開いてください
why-nothing-watched = 観察している予測がありません。「錯誤相関」の画面で選んでください
why-own-data = 自分のデータなので、シードでは再生成できません
why-no-work-left = 前回の保存されていない作業は残っていません
why-tree-data = データはすでに木から生成されたものです

## Timeline and status

epoch = エポック
epoch-typed = エポック（入力）
epoch-hint = 見るエポック。動かしても学習はやり直さない。
play = 再生
pause = 一時停止
stage-back = 前の段階
stage-forth = 次の段階
speed = { $n } エポック/秒
speed-name = 再生の速さ
stage-tick = エポック { $epoch } までに学習された段階：] と [ で移る先
stage-foreseen = エポック { $epoch } に半分学習されると予測される段階
mode-name = モード { $mode }：{ $what }
stage-name = { $n ->
   *[other] モード
} { $modes }：{ $what }
status-preparing = 準備中 …
status-training = 学習中：エポック { $done } / { $all }（{ $percent } %）
status-unlearned = {" "}· まだ何も学習されていません
status-finished = { $epochs } エポック、{ $time } · 損失 { $loss }{ $below ->
    [0] {""}
   *[other] 、エポック { $epoch } から 10⁻³ 未満
} · 下降 { $drops } 回
status-past-limit = { $epochs } エポック、{ $time } · 損失 { $loss } · 学習率 { $lr } は安定限界（約 { $limit }）を超えています
status-oscillates = { $epochs } エポック、{ $time } · 損失 { $loss } · 振動：学習率 { $lr } は安定限界（約 { $limit }）を超えています
status-diverged-past-limit = エポック { $at } で発散（表示は { $epoch } まで）：学習率 { $lr } は安定限界（約 { $limit }）を超えています
status-diverged = エポック { $at } で発散（表示は { $epoch } まで）：初期値が大きいため、この学習率では発散します
status-at-epoch = エポック { $epoch }：損失 { $loss }
status-thinned = 長い学習のため { $nth } エポックごとに記録
offer-epochs = { $of } 個中 { $n } 個のモードが未学習：{ $epochs } エポック学習する
offer-none = { $of } 個中 { $n } 個のモードが未学習：損失にほとんど影響せず、損失はもう落ち着いています
offer-zscore = { $name } の値が大きく、{ $of } 個中 { $n } 個のモードが未学習：特徴を z スコアにする
offer-gamma = より大きな初期値 γ { $gamma } で学習する
offer-lr = このデータに合う学習率 { $lr } で学習する
offer-hint = コントロールの値を変えます。「元に戻す」で戻せます
status-panicked = この学習は不具合で失敗しました（{ $message }）。次の変更で最初からやり直します
message-settings-aside = 設定を読めませんでした（{ $reason }）。{ $path } として残してあります。
message-settings-unsaved = 設定を { $path } に保存できませんでした：{ $reason }

## Learning

dynamics-title = 学習ダイナミクス
plot-name = 学習ダイナミクス
plot-description = 学習ダイナミクス：エポック { $epoch } の損失は { $loss }、全体で { $drops } 回下降
zoom-whole-run = 全体を表示
zoom-whole-run-hint = 拡大と移動を元に戻す（図のダブルクリックでも）
zoom-in = 拡大
zoom-in-hint = 拡大（Ctrl とホイールでも。軸の上では、その軸だけ）
zoom-out = 縮小
zoom-out-hint = 縮小（Ctrl とホイールでも。軸の上では、その軸だけ）
zoom-axis-hint = ホイールでこの軸を拡大・縮小、ドラッグで移動、ダブルクリックで全体
toggle-loss = 損失
toggle-loss-short = 損失
toggle-loss-hint = 平均二乗誤差、赤、左の軸
toggle-modes = モード
toggle-modes-short = モード
toggle-modes-hint = ネットワーク全体の特異値、青から緑、右の軸
toggle-log = 対数表示
toggle-log-short = 対数表示
toggle-log-hint = 損失を対数軸で表示
toggle-raw = 特異値（正規化なし）
toggle-raw-short = 正規化なし
toggle-raw-hint = 特異値を最大値で割らずに表示
toggle-aligned = 各モードの強さ
toggle-aligned-short = モード別の強さ
toggle-aligned-hint = 並べ替えた特異値の代わりに、データの各モードの強さ u·W·v を表示。曲線が交差することもあります
toggle-seeds = 50 シード
toggle-seeds-short = 50 シード
toggle-seeds-hint = 同じ設定を 50 通りの初期値から：各曲線の範囲と中央値
seeds-busy = { $all } 回中 { $done } 回 …
seeds-shown = 塗り：{ $all } 回の範囲、細線：中央値{ $diverged ->
    [0] {""}
   *[other] （{ $diverged } 回は発散）
}
seeds-shown-hint = { $all } 回すべてを数えます。発散した回は、そのエポックから損失と特異値を無限大とみなし、強さと予測からは除きます。最後まで残るのは { $all } 回中 { $left } 回です
seeds-cancel = 中止
seeds-failed = 計算が不具合で失敗しました（{ $message }）。次の変更からやり直します
theory = 理論：
letters-hint = N：特徴の数、P：アイテムの数、s：モードの特異値（強さの行き先。s_1 は最大のもの）、a と b：隠れ層がある場合とない場合の強さ、lr：学習率、ε = 2 lr / (N P)：ステップ幅
theory-hint = 最初のエポックの前に、データのモードと初期の重みから予測したもの
toggle-discrete = 離散
toggle-discrete-short = 離散
toggle-discrete-hint = 各モードを 1 つの細いネットとして、学習率の刻みで：a ← a (1 + ε (s − a))²、ε = 2 lr / (N P)。a は強さ、s は特異値、N は特徴の数、P はアイテムの数
toggle-continuous = 連続
toggle-continuous-short = 連続
toggle-continuous-hint = 刻みが小さい極限での Saxe, McClelland, Ganguli の閉じた形の解
split-columns = 左右の境界（矢印キーで移動、Home かダブルクリックで元の位置）
split-rows = 上下の境界（矢印キーで移動、Home かダブルクリックで元の位置）
theory-waiting = 理論は学習の終わりとともに表示されます
theory-no-hidden = 隠れ層がなければ理論は厳密です。どのモードも同じ速さで学習されます：b ← s − (s − b)(1 − ε)
theory-no-hidden-continuous = 隠れ層がない場合、連続の理論は描きません。離散の理論が厳密です
theory-long = この学習は長すぎて、理論が当てはまるかを前もって調べられません
theory-none = 隠れ層が { $layers } 層の場合、理論は描きません。既知の理論は揃った層から始まることを前提とし、乱数の層はそうではないためです
theory-past-stability = 学習率が安定限界の { $times } 倍なので、理論は成り立たず、描かれません
theory-not-decoupled = γ = { $gamma } ではモードが分離しないため、理論は当てはまりません。モード { $mode } は強さの { $percent } % ずれる見込みです
theory-step-too-large = lr·2s/(N·P) = { $step } が小さくないため、連続の理論は { $epochs } エポック早すぎます
theory-compete = 特異値がほぼ等しいモードは競合します。モード { $mode } は強さの { $percent } % ずれる見込みです
theory-meets = どのモードも強さの 5 % 以内で予測できます
below-modes = 各モードの意味
below-modes-short = モード
below-modes-hint = 各モードの右特異ベクトル（アイテム側）を棒で示し、その分け方を名付ける
below-map = 配置図
below-map-short = 配置図
below-map-hint = 2 次元で見るアイテム：区別を学ぶにつれて離れていく
below-tree = 樹形図
below-tree-short = 樹形図
below-tree-hint = アイテムのデンドログラム：モードが学習されるにつれて枝が開く
below-runs = 学習の比較
below-runs-short = 比較
below-runs-hint = この学習と固定した学習の表：比べる、並べ替える、隠す、名前を変える、もう一度学習する
below-microscope = 顕微鏡
below-microscope-short = 顕微鏡
below-microscope-hint = このエポックのネットワークを 3 つの行列の積で：モードごとに切れる
below-stands-in = 発散のため、その前の最後のエポック { $epoch } を表示
map-across = 横軸
map-up = 縦軸
map-no-axis = なし
map-explained = 各アイテムの隠れ層活動を、2 つのモードが開く方向に射影したもの。線はエポック 0 からの軌跡。縮尺は学習全体で一定。
map-explained-centred = 各アイテムの隠れ層活動を、アイテムの中心から見て 2 つのモードが開く方向に射影したもの。線はエポック 0 からの軌跡。縮尺は学習全体で一定。
map-description = エポック { $epoch } のアイテムの配置（モード { $across } と { $up }）、{ $places } か所：{ $groups }
tree-hover =
    { $left } | { $right }
    距離は最大 { $height }
tree-description = エポック { $epoch } のアイテムの樹形図、枝は { $branches } 本に開いている：{ $groups }
microscope-note = モードの番号をクリックするとそのモードを切る
microscope-switch = { $name } を使う
microscope-switch-hint = クリックでこのモードなしのネットワークを表示、もう一度で戻す
microscope-all-on = すべて使う
microscope-with-all = 全モード
microscope-without = 切ったモード：{ $modes }
microscope-off-target = 予測の最大誤差：{ $off }。
microscope-share-all = この積がネットワークのすべてです。初期重みの名残はありません。
microscope-share = この積はネットワークの { $percent } %（二乗和）です。残りは初期重みの名残で、表示されません。
microscope-share-none = ネットワークがゼロか、値が大きすぎて分解できません。
microscope-hover-product =
    { $item } × { $feature }
    出力 { $value }、教師 { $taught }
microscope-description = エポック { $epoch } の U、A、V の転置の積（{ $without }）：予測の最大誤差 { $off }。{ $share }
rsm-scale = RSM 基準
rsm-scale-hint = 表現類似性行列の色の基準
rsm-scale-run = 学習全体
rsm-scale-run-hint = 学習全体の最大値を基準に（ノートブックと同じ）
rsm-scale-epoch = このエポック
rsm-scale-epoch-hint = このエポックの最大値を基準に：育つ前の構造も見える
rsm-scale-cosine = コサイン
rsm-scale-cosine-hint = 2 つのアイテムの隠れ層活動のコサイン、−1 から 1
rsm-scale-final = 最終との差
rsm-scale-final-hint = 何が足りないか：このエポックの行列から最終の行列を引き、学習全体の最大値で割ったもの
rsm-layer = 層
rsm-layer-n = 隠れ層 { $n } の RSM
rsm-title = 類似性行列（RSM）
rsm-title-at = 類似性行列（RSM）、エポック { $epoch }
rsm-title-at-short = RSM、エポック { $epoch }
rsm-none = 隠れ層がないので、比べる表現がありません。
rsm-hover =
    { $a } – { $b }
    { $what }：{ $shown }
    隠れ層の内積 h·h：{ $value }
    クリック：エポックごとの推移を表示／非表示
rsm-description = エポック { $epoch } の類似度：最も似ている { $most }、最も似ていない { $least }
rsm-description-final = エポック { $epoch } の類似度から最終の類似度を引いた差：最も大きい { $most }、最も小さい { $least }
pair-line = { $name }：エポック { $epoch } の類似度 { $value }、学習全体で { $least } から { $most }
pair-line-remove = { $name } を消す

## Pinned runs

pin = 固定
pin-hint = この学習の曲線を、これからの学習の隣に残す
toggle-pins = 固定した学習の表
toggle-pins-hint = 学習ビューの固定した学習の表：比べ、名前を変え、もう一度学習し、取り除く。P で今の学習を固定
pins-none = 固定した学習はまだありません。P キーか上の「固定」ボタンで、表示中の学習を固定します。
pin-name = 固定した学習
pin-name-of = 固定した学習 { $n } の名前
pin-lr = 学習率
pin-gamma = γ
pin-drops = 下降
pin-learned = 10⁻³ を
    下回る
pin-loss = 損失
pin-diverged = エポック { $epoch } で発散
pin-this-run = この学習
pin-letters = h：各層の隠れユニット数、P：アイテムの数、N：特徴の数、ep.：エポック数
pin-learned-hint = 損失が初めて 10⁻³ を下回るエポック
pin-sort = 「{ $column }」で並べ替え：もう一度で逆順、三度目で固定した順
pin-hide = { $name } の曲線を隠す
pin-show = { $name } の曲線を表示
pin-colour = { $name } の色を変える
pin-restore = { $name } をもう一度学習
pin-remove = { $name } を外す

## Views

view-learning = 学習
view-illusions = 錯誤相関
view-data = データ
view-regression = 線形回帰
view-atlas = アトラス
data-shown-first-last = 表示しているのは最初と最後の特徴、{ $of } 個中 { $shown } 個です。それより多いと小さすぎて見えません。ネットワークはすべてを学習します
data-shown-last = 表示しているのは最後の特徴、{ $of } 個中 { $shown } 個です（チュートリアルと同じ。自分の特徴も含みます）。ネットワークはすべてを学習します
data-dimensions = アイテム { $items } 個（one-hot 入力）· 出力の特徴 { $outputs } 個、うち自分の特徴 { $own } 個
group-name = グループに名前を付ける：{ $items }
group-name-hint = クリックしてグループに名前を付けると、モードと段階がその名前で呼ばれます。空にすると元の名前に戻ります。
group-typed = グループの名前：{ $items }
data-hover = { $item } – { $feature }：{ $value }
data-tree = データの背後にある木
data-spectrum-own = データの特異値
data-no-tree = これは木から生成したものではない自分のデータです。木から期待される値や名前のある特徴の例は当てはまりません。モードはデータそのものから読み取っています。
data-spectrum = データの特異値（線はこの木での期待値）

## Files

menu-file = ファイル
menu-file-hint = 開く、保存、書き出し
open = 開く
open-text = 実験（.toml）、または自分のデータ：表（CSV：1 行目に特徴の名前、1 列目にアイテムの名前）か numpy の配列（.npz：features、items、W1 …）
open-recent = 最近使ったファイル
save = 上書き保存
quit-title = 閉じる前に保存しますか
quit-text = まだファイルに保存されていない変更があります（設定、表、または固定した学習）
quit-save = 保存
quit-discard = 保存せずに閉じる
quit-cancel = キャンセル
replace-title = 先に保存しますか
replace-text = 開くファイルが、今の設定・表・固定した学習に置き換わります。まだ保存されていないものがあります
replace-save = 保存してから開く
replace-discard = 保存せずに開く
save-over-title = 別のプログラムによる変更に上書きしますか
save-over-text = ここで開くか保存した後に、別のプログラムがこのファイルを変更しました。保存すると、その変更は失われます
save-over-anyway = 上書きする
save-over-elsewhere = 別の名前で保存 …
recover-title = 保存されていない作業を復元しますか
recover-text = 前回、プログラムは正常に終了しませんでした。保存されていなかった作業の控えがあります
recover-open = 復元する
recover-discard = 破棄する
recover-of = { $path } への未保存の変更
recover-of-none = まだ一度もファイルに保存されていません
recover-minutes = 最後の変更：{ $n ->
    [0] 1 分以内
   *[other] { $n } 分前
}
recover-hours = 最後の変更：{ $n } 時間前
recover-days = 最後の変更：{ $n } 日前
recover-difference = { $name } { $now }（元は { $before }）
recover-pins = 固定した学習の数
recover-features = 自分の特徴の数
recover-watched = 観察している予測の数
recover-groups = 名前を付けたグループの数
recover-other-data = 別のデータ：{ $name }
recover-tree-data = 木から生成したデータ
recover-being-read = ファイルを読み込んでいます …
recover-unreadable = ファイルを読めません。「復元する」で理由が分かります。「破棄する」で削除します。
recover-more = ほか { $n } 件
message-work-left = 前回の保存されていない作業が残っています
message-no-work-left = 保存されていない作業はもうありません。別のウィンドウが復元または破棄しました
message-key-on = { $name }：オン（{ $key } キーでオフ）
message-key-off = { $name }：オフ（{ $key } キーでオン）
message-reset = ノートブックの設定に戻しました。「元に戻す」で前の設定に戻れます
message-recovered = 復元しました。まだファイルには保存されていません
message-not-recovered = 保存されていない作業を読めませんでした。{ $reason }。ファイルは { $path } に残してあります
message-others-left = 開けるファイルは一度に 1 つです。開かなかったもの：{ $names }
message-no-autosave = このウィンドウの保存していない作業は、異常終了すると失われます：{ $reason }
message-no-autosave-place = すでに { $n } 個のウィンドウが開いていて、それぞれ未保存の作業の控えを持っています。このウィンドウにはありません。必要なものは保存してください。
message-closes-when-written = ファイルを書き込み中です。終わると閉じます。もう一度閉じると書き込みを待たずに終了します
message-autosave-failed = 作業の控え { $path } を書き込めません：{ $reason }
save-experiment = 名前を付けて実験を保存
save-experiment-text = 画面を決めるすべてを、読んで編集し、また開けるテキスト（.toml）として保存
export-figure = 図を書き出す
export-figure-of = 図を書き出す：{ $name }
export-figure-text = スライドや論文のための図。画面に表示されているとおりに、ノートブックの色で描きます（.png、.svg または .pdf）
picture-dynamics = 学習ダイナミクス
picture-rsm = このエポックの類似度
picture-map = このエポックの配置図
picture-tree = このエポックの樹形図
picture-illusions = 予測
picture-data = ラベルと特徴
picture-spectrum = データの特異値
picture-modes = 各モードの意味
picture-comparison = 線形回帰と 2 つのネットワーク
picture-atlas = アトラス
picture-section = アトラスの断面
picture-width = 幅
picture-width-own = 元の大きさ
picture-width-hint = 高さは縦横比を保ち、文字の大きさは変わりません。論文の 1 段は約 8.5 cm です
picture-dpi = 解像度
picture-size = { $width } × { $height } ピクセル
picture-sharp = どの解像度でも鮮明です
export-curves = 曲線を書き出す
export-curves-text = 各エポックの損失、モード、観察している予測の表（.csv）
export-run = 学習結果を書き出す
export-run-text = 学習のすべてを numpy の配列（.npz）として：features、items、W1 …、losses、modes、rsms_1 …、illusions、W_tot、lr、gamma
export-script = PyTorch スクリプトとして書き出す
export-script-text = この学習を再現する短いスクリプト（.py）。チュートリアルと同じループです。必要なデータや重みは隣に .npz として置かれます
copy-figure = 図をコピー
copy-figure-hint = 前回の書き出しと同じ大きさと解像度で、図をクリップボードに入れる
message-copied = 図をクリップボードに入れました
message-no-font = 図を描きましたが、次の文字を含むフォントがこのコンピューターにないため、四角で表示されます：{ $letters }
message-experiment = { $name } を開きました
open-data = データを開く
open-data-hint = 自分のアイテムと特徴を CSV か .npz から読み込む。ファイルをウィンドウにドロップしてもよい
save-data = データを保存
save-data-text = ネットワークに教えるものを、自分の特徴も含めて、表（.csv）または numpy の配列（.npz）として保存
save-data-hint = 教えるデータを CSV か .npz で保存
file-path = ファイルのパス
file-path-hint = 例：/home/me/animals.csv
file-browse = 参照 …
file-browse-hint = デスクトップのダイアログ（ある場合）
file-no-dialog = このデスクトップにはファイル選択ダイアログがありません（xdg-desktop-portal の応答なし）。パスを入力するか、ファイルをウィンドウにドロップしてください。
file-open = 開く
file-save = 保存
file-cancel = キャンセル
file-busy = 処理中 …
file-reading = 読んでいます …
file-reading-named = { $name } を読んでいます …
file-stop = 読むのをやめる
file-replace = 既にあります：{ $names }。置き換えるにはもう一度「保存」を押してください
file-failed = 不具合により失敗しました（{ $message }）
file-changed = 開くか保存した後に別のプログラムが変更したため、上書きしませんでした
file-error = { $name }：{ $reason }
file-not-found = そのようなファイルはありません
file-denied = アクセスする権限がありません
file-not-a-folder = パスの途中がフォルダーではなくファイルです
file-disk-full = ディスクがいっぱいです
file-read-only = このディスクには書き込めません
file-no-folder = フォルダー { $folder } がありません。先に作るか、別のフォルダーを選んでください
file-is-folder = フォルダーです。中のファイルを選んでください
file-is-device = ファイルではなくデバイスです。先に内容をファイルに保存してください
file-is-socket = ファイルではなくソケットです。先に内容をファイルに保存してください
file-too-large = ファイルは { $found } MB ですが、上限は { $most } MB です
one-or-other = { $one } または { $other }
file-ending = 名前は { $endings } で終わる必要があります
file-drop = 実験（.toml）、CSV、.npz をドロップして開く
message-opened = { $name } を開きました：アイテム { $items } 個、特徴 { $features } 個。学習率はデータに合わせて { $lr } です
message-opened-weights = { $name } を開きました：アイテム { $items } 個、特徴 { $features } 個。ファイルの重みから始まり、γ はそれを変えません。学習率はデータに合わせて { $lr } です
message-saved = { $path } に保存しました
figure-empty = 何も記録されていません
figure-no-layer = 隠れ層 { $layer } はありません。このネットワークの隠れ層は { $all } 層です
figure-no-epoch = エポック { $epoch } は記録されていません。最後は { $last } です
figure-nothing-watched = 観察している予測がありません
figure-no-data = 学習に使ったデータがありません
figure-one-item = アイテムが 1 個だけなので、区別する相手がありません
figure-size = 図が大きすぎます
figure-side = 図の幅と高さは 1〜200 cm です
figure-no-epochs = エポック { $from }〜{ $to } はこの実行の範囲にありません。最後は { $last } です
figure-no-modes = モードは { $all } 個です。マップには異なる 2 個が必要です
experiment-no-version = version がないため、実験ファイルではありません
experiment-newer = このファイルはバージョン { $found } ですが、読めるのはバージョン { $known } までです
experiment-source = [tree] か [own] のどちらか一方だけが必要です
experiment-encoding = UTF-8、UTF-16LE、UTF-16BE、Windows-1252、Shift_JIS、EUC-JP、ISO-2022-JP、GB18030 のどれかにしてください
experiment-choices-without-file = これらの選択はデータファイルの読み方です。`file` か `path` も必要です
experiment-feature-names = `feature_names` は [[own.item]] のデータのためのものです
experiment-no-group = 木の一つの枝の下にあるアイテムすべての、最初と最後の番号（0 から）
experiment-group-twice = このアイテムのまとまりにはすでに名前がある
experiment-group-nameless = アイテムのまとまりには名前が必要
experiment-not-text = UTF-8 のテキストではありません
experiment-version = バージョン { $found } はありません
experiment-missing = 項目 `{ $key }` がありません
experiment-unknown = 項目 `{ $found }` は知られていません。ここで使えるもの：{ $known }
experiment-meant = { $said }。「{ $like }」のことですか？
beside-no-folder = 実験ファイルのフォルダーがわからないため、そこからのパスは使えません
beside-outside = パスは実験ファイルのフォルダーの中に限ります（「..」やルートからのパスは使えません）
beside-no-file = ファイルではありません
beside-too-large = ここで指定されたデータファイルは合わせて { $limit } MB を超えます
kept-unknown = 「{ $name }」という名前の [[file]] はありません
kept-same-name = 同じ名前のファイルが 2 つあります
kept-content = `text` か `gzip` のどちらか一方だけが必要です
kept-not-base64 = base64 ではありません
kept-damaged = 壊れているか、gzip で圧縮されていません
kept-too-large = これを加えると、ファイルは展開して合わせて { $limit } MB の上限を超えます
experiment-exclude = `{ $one }` と `{ $other }` は同時に指定できません
pair-unknown = { $noun ->
    [item] アイテム
   *[other] 特徴
}「{ $name }」がありません（名前、または 0〜{ $last } の番号）
pair-unknown-like = { $noun ->
    [item] アイテム
   *[other] 特徴
}「{ $name }」がありません。「{ $suggestion }」のことですか？
pair-ambiguous = 「{ $name }」という{ $noun ->
    [item] アイテム
   *[other] 特徴
}が { $n } 個あります。0 から数えた番号で選んでください：{ $indices }
experiment-place = { $line } 行目、{ $field }
place-line = { $line } 行目
place-row = { $row } 行目
place-cell = { $row } 行 { $column } 列
place-headed = { $cell }（「{ $heading }」）
place-of-item = アイテム「{ $item }」の{ $place }
cells-yes-no = はい・いいえ
cells-numbers = 数値
read-empty = ファイルが空です
read-not-utf8 = { $row } 行目が UTF-8 ではありません（おそらく { $likely }）。文字コードを選ぶか、UTF-8 で保存してください
read-not-text = { $row } 行目にテキストではないデータがあります。ファイルが壊れているか、テキストの表ではありません
read-ragged = { $row } 行目のセルは { $found } 個ですが、1 行目は { $expected } 個です
read-empty-cell = { $place }が空です。数値か「はい」「いいえ」が必要です
read-not-a-number = { $place }の「{ $text }」は数値でも「はい」「いいえ」でもありません
read-mixed = { $place }に「{ $text }」がありますが、この表は{ $others }です。どちらかに揃えてください
table-no-header = 1 行目（{ $row }）は特徴の名前ではなく値です
table-no-item-column = 最初の列（{ $column } 列）はアイテムの名前ではなく数値です
table-no-column = 列「{ $wanted }」がありません。列は { $known } です
table-no-column-like = 列「{ $wanted }」がありません。「{ $like }」のことですか？列は { $known } です
table-no-class = { $place }が空で、そのアイテムの分類がわかりません
table-ambiguous-column = 「{ $wanted }」という列が複数あります（{ $columns }）。番号で指定してください
table-missing = { $place }の値が欠けています（「{ $text }」）{ $n ->
    [1] {""}
   *[other] 。欠けた値は全部で { $n } 個です
}
table-missing-empty = { $place }の値が欠けています{ $n ->
    [1] {""}
   *[other] 。欠けた値は全部で { $n } 個です
}
table-no-such-rows = { $range } 行目はありません：見出しの下にあるのは { $n } 行です
table-not-a-value = { $place }の「{ $text }」は数値でも「はい」「いいえ」でもありません
table-date = { $place }の「{ $text }」は日付で、値ではありません。列を除くか、年などの数値にしてください
table-sign = { $place }の「{ $text }」は % や通貨記号なしで書いてください
table-grouped = { $place }の「{ $text }」には桁区切りがあります。桁区切りなしで書いてください
table-thousands = { $place }の「{ $text }」：点やコンマは小数点かもしれず、桁区切りかもしれません
table-mixed-decimals = { $place }の「{ $text }」は他のセルと小数点の記号が違います
read-too-few-items = アイテムは { $found } 個ですが、{ $limit } 個以上必要です
read-too-many-items = アイテムは { $found } 個ですが、{ $limit } 個以下でなければなりません
read-no-features = 特徴がありません。値の列が 1 つ以上必要です
read-too-many-features = 特徴は { $found } 個ですが、{ $limit } 個以下でなければなりません
read-too-many-numbers = { $array } の形は { $shape } で、読める大きさを超えています
read-empty-name = { $place }にアイテムの名前がありません
read-duplicate-name = { $place }の「{ $name }」は前のアイテムと同じ名前です
read-long-name = { $place }の名前が { $limit } 文字を超えています
read-constant = 値がすべて { $value } です。アイテムの間に違いが必要です
read-not-finite = { $place }の { $value } は有限の数ではありません
read-too-large = { $place }の { $value } は大きすぎます。-{ $limit } から { $limit } までです
read-not-npz = 2 GB までの .npz ファイルではないか、途中で切れています
read-no-matrix = アイテム × 特徴の 2 次元の数値配列がありません。ファイルの中身：{ $arrays }
read-several-matrices = 表になりうる配列が複数あります：{ $arrays }
read-foreign = { $kind } のファイルは読めません。作成したソフトで表を .csv として保存してください
read-foreign-converted = { $kind } のファイルは読めません。{ $language } で変換してください：{ $line }
read-damaged-packing = { $packing } ファイルが壊れているか、途中で切れています
read-encrypted = アーカイブにパスワードがかかっています。パスワードで展開し、中のファイルを開いてください
read-packing-method = アーカイブの圧縮方式 { $method } は読めません。通常の方式（deflate）の .zip か np.savez_compressed で保存し直してください
read-unpacks-to-more = { $packing } ファイルを展開すると、この大きさのファイルの上限 { $limit } MB を超えます。正しいファイルなら先に展開してください
read-several-files = zip には表が 1 つだけ必要ですが、次のファイルがあります：{ $names }。必要なものを展開してください
read-too-many-arrays = アーカイブに { $found } 個のファイルがあります。{ $limit } 個までです
read-tangled-archive = アーカイブの中のファイルが重なっているか、同じ名前です。np.savez で保存し直してください
read-too-many-layers = 重みが { $found } 層分ありますが、{ $limit } 層までです
read-damaged = { $array } が壊れているか、途中で切れています
read-no-such-array = 配列 { $array } がありません。ファイルの中身：{ $known }
read-missing-array = 配列 { $array } がありません
read-not-a-matrix = { $array } の形は { $shape } ですが、2 次元でなければなりません
read-names-do-not-fit = { $array } の形は { $shape } ですが、名前が { $expected } 個必要です
read-weights-do-not-fit = { $array } は { $found } ですが、{ $expected } でなければなりません
read-unreadable = { $array } の型 { $dtype } は読めません。Python で変換してください：{ $line }

## How own data were read

reading-separator = { " · " }
reading-text = テキスト（{ $encoding }）、{ $separator }
separator-comma = コンマ区切り
separator-semicolon = セミコロン区切り
separator-tab = タブ区切り
separator-blanks = 空白区切り
reading-array = 配列 { $name }
reading-array-unnamed = 数値の配列
reading-packed = { $name } で圧縮
reading-decimal-comma = 小数点はコンマ
reading-grouped = 桁区切りあり
reading-names = { $whose }：{ $from }
reading-names-of-items = アイテム名
reading-names-of-features = 特徴名
names-from-header = 1 行目
names-from-column = 列「{ $name }」
names-from-array = ファイルから
names-from-classes = 「{ $name }」の分類（その平均がアイテム）
names-from-nowhere = なし（番号を付ける）
values-numbers = 数値
values-as-they-are = 数値のまま
values-zero-one = 0 と 1 だけなので「いいえ」「はい」（−1 と +1）として読む
values-as-is = 0 と 1 だけ（数値のまま）
values-words = 「はい」「いいえ」の語を +1 と −1 として読む
reading-missing = 欠けた値 { $n } 個：{ $how }
reading-missing-in = { $said }（{ $names }）
reading-filled = 「{ $name }」に { $n } 個
reading-exchanged = 行と列を入れ替え
reading-left-out = 除いた列：{ $name }
reading-rows = { $of } 行のうち { $from } 行目から { $to } 行目まで
missing-error = 認めない
missing-mean = 特徴の平均
missing-zero = 0 とする
missing-drop-items = アイテムを除く
missing-drop-features = 特徴を除く
reading-centred = その後、特徴ごとに中心化
reading-zscored = その後、特徴ごとに z スコア化
reading-duplicates = 同じ名前の特徴：「{ $name }」
reading-constant = 全アイテムで同じ：{ $name }
reading-outweighing = { $name } の値が大きく、ほかの特徴が学習される前に損失が落ち着きます。z スコアにすると重みがそろいます
reading-transposed = 特徴よりアイテムがはるかに多い：行が特徴ではありませんか？
reading-and-more = { $names } ほか { $n } 個
skipped-comments = # の行を { $n } 行飛ばす
skipped-separator-row = sep= の行を飛ばす
skipped-columns = 空の列を { $n } 列飛ばす
skipped-row-numbers = 行番号の { $n } 列目は除く
skipped-arrays = 除いた配列：{ $name }
skipped-weights = ファイルの重みは使わない
choice-scaling = 値
choice-scaling-hint = アイテムにわたる各特徴の値をどうするか。分散は numpy と同じく二乗の平均です。全アイテムで同じ特徴は 0 になります。
scaling-none = そのまま
scaling-center = 中心化（平均 0）
scaling-zscore = z スコア（平均 0、標準偏差 1）
choice-missing = 欠けた値
choice-missing-hint = 欠けた値をどうするか
choice-items = アイテム名
choice-items-hint = アイテムの名前がある列
items-auto = 名前のある最初の列
items-auto-array = ファイルから
items-none = なし：番号を付ける
choice-group = 分類の平均
choice-group-hint = この列の分類ごとの平均をアイテムにする
group-none = しない
choice-drop = 除く列
choice-drop-hint = 特徴ではない列
drop-none = なし
drop-some = { $n ->
    [1] { $first }
   *[other] { $n } 列
}
columns-filter = 列を探す
columns-filter-more = 列の名前か番号
columns-none = 該当する列がありません
choice-rows = 行
choice-rows-hint = 見出しの下の何行目から何行目まで（2:5 など）。空ならすべて
rows-form = 1 以上の整数 2 つをコロンで区切ってください（2:5 など）。片方は省けます
rows-reversed = { $from } 行目は { $to } 行目より後です：初めの数を後の数より大きくしないでください
choice-header = 1 行目
choice-header-hint = 1 行目が何か
header-names = 特徴の名前
header-item = アイテム
choice-transpose = アイテム
choice-transpose-hint = 行と列を入れ替えます。他の選択は入れ替えた表に対するものです
transpose-rows = 行
transpose-columns = 列
choice-zero-one = 0 と 1
choice-zero-one-hint = 0 と 1 だけの表の読み方
zero-one-no-yes = いいえ・はい（−1、+1）
zero-one-as-is = 数値の 0 と 1
choice-encoding = 文字コード
choice-encoding-hint = ファイルの文字がどのバイトで書かれているか
choice-thousands = 桁区切り
choice-thousands-hint = 千の位を区切る記号。点とコンマのうち、もう一方が小数点になります
thousands-dot = 点（1.234,5）
thousands-comma = コンマ（1,234.5）
thousands-apostrophe = アポストロフィ（1'234.5）
thousands-space = 空白（1 234,5）
thousands-none = なし（1.234 < 2）
choice-na = 欠損の印
choice-na-hint = 値が欠けていることを示す語や数（知られているもののほか）。セミコロンで区切ります：k.A.; -99
choice-array = 配列
choice-array-hint = ファイルの中の読む配列
choice-busy = 読んでいます …
choice-kept = { $choice }：{ $reason }
choice-give-up = この選択を取り消す
reading-unknown = ファイルを調べています …
reading-failed = 読み方がわかりません：実験に保存されている元のファイルを実験の指定どおりに読めません（{ $reason }）。データは実験の中のものです。
reading-too-large = ファイルが 32 MB を超えるため、実験ファイルにはデータだけが残り、元のファイルは残りません。その後は読み方を変えられません。
reading-not-known = 元のファイルがないため、ここでは読み方を変えられません。変えるにはファイルを開いてください。
doubt-title = { $name } をどう読みますか？
doubt-preview = ファイルの始まり（{ $rows } 行 { $columns } 列）：
doubt-corner = 行 / 列
doubt-corner-turned = 列 / 行
doubt-empty-cell = （空）
doubt-busy = 読んでいます …
doubt-cancel = 開かない
doubt-back = 戻る
doubt-question = 質問 { $n }
way-first-row = 1 行目もアイテム：特徴に番号を付ける
way-first-row-names = 1 行目は値に見えても特徴の名前
way-items-in = 列「{ $column }」がアイテムの名前
way-number-items = 名前の列はない：アイテムに番号を付ける
way-number-items-without = 列「{ $column }」を除き、アイテムに番号を付ける
way-missing-mean = 特徴の平均で埋める
way-missing-zero = 0 で埋める
way-missing-drop-items = 値の欠けたアイテムを除く
way-missing-drop-features = 値の欠けた特徴を除く
way-drop = 列「{ $column }」を除く
way-group-mean = 「{ $column }」は分類：その平均をアイテムにする
way-array = 配列「{ $array }」を読む
way-transpose = 行と列を入れ替える
way-first-rows = 最初の { $n } 行を読む
way-thousands = 「{ $text }」は { $value }：記号は桁区切り
way-thousands-none = 「{ $text }」は { $below } と { $above } の間：記号は小数点
way-missing-text = 「{ $text }」は値が欠けているという意味
way-encoding = { $encoding } として読む
message-read-anew = 読み直しました。学習率はこのデータに合う { $lr } になりました
message-lr-kept = 読み直しました。学習率は設定された { $lr } のままです（このデータに合うのは { $fitting }）

## Illusions

yes = はい
no = いいえ
feature-number = 特徴 { $number }
table-title = 教えること
invitation-title = ネットワークに特徴を教えて、学習の途中で何を信じるかを見る
invitation-text = アイテムに自分の特徴を、はい・いいえで与えます。ネットワークは個々のアイテムより先にグループの共通点を学ぶため、しばらくの間、教えたことと逆を信じることがあります。例から始めるか、特徴を追加してください。
invitation-example = 例：{ $name }
paste = 特徴を貼り付け
paste-hint = ノートブックに書かれたままの特徴：数のリストと、あればアイテムの名前（この画面で Ctrl+V でも同じ）
paste-title = ノートブックの特徴を貼り付ける
paste-text = アイテムごとに 1 つの数のリスト。item_names、illusion_idx、特徴の名前が一緒にあってもかまいません。
paste-box = 貼り付けたテキスト
paste-empty = 例：new_feature = [-1, 1, 1, 1, -1, -1, -1, -1]
paste-yes-no = { $name ->
    [empty] 特徴
   *[other] { $name }
}：はい { $yes } 個、いいえ { $no } 個
paste-zero-one = { $name ->
    [empty] 特徴
   *[other] { $name }
}：0 と 1 を「いいえ」「はい」として読みます：はい { $yes } 個、いいえ { $no } 個
paste-numbers = { $name ->
    [empty] 特徴
   *[other] { $name }
}：{ $from } から { $to } までの数値をそのまま使います
paste-becomes = { $old } → { $new }
paste-between = 、
paste-renamed = 名前が変わるアイテム：{ $names }{ $more ->
    [0] {""}
   *[other] {" "}ほか { $more } 個
}
paste-add = 追加
paste-add-hint = テキストの中で Ctrl+Enter でも同じ
paste-cancel = キャンセル
paste-no-values = [-1, 1, 1, 1, -1, -1, -1, -1] のような数のリストがありません。
paste-unfinished = 括弧または引用符が閉じられていません。
paste-shortened = リストが点で省略されています。すべての数を貼り付けてください。
paste-several-lists = 数のリストが { $n } 個あります。特徴は 1 つずつ貼り付けてください。
paste-not-a-number = 「{ $text }」は数でも、はい・いいえでもありません。
paste-names-do-not-fit = 名前が { $names } 個、値が { $values } 個あります。アイテムごとに 1 つずつ必要です。
paste-no-such-item = 観察するアイテムの番号は { $item } ですが、アイテムは { $of } 個（0 から数えて）です。
paste-wrong-length = 値が { $found } 個ありますが、この実験のアイテムは { $expected } 個です。
table-item = アイテム { $n } の名前
table-feature = 特徴 { $n } の名前
feature-add = 特徴を追加
feature-add-hint = 新しい列（全アイテム「はい」）
feature-left = { $name } を左へ
feature-right = { $name } を右へ
feature-duplicate = { $name } を複製
feature-delete = { $name } を削除
feature-menu = { $name } の移動・複製・削除
cell-hint = クリックか Space で反転、矢印キーで移動
cell-watch = { $name } を観察
cell-watch-hint = ネットワークの答えを描く
find-strongest = 最も誤らせる特徴を探す
find-strongest-hint = 1 つの特徴のあらゆる値の組から、最も誤らせるものを探す
find-strongest-too-many = 検索できるのは { $most } アイテムまでです
find-strongest-name = 誤らせる特徴
find-strongest-there = 追加なし：ここにある特徴より強く誤らせるものはありません
predictions-title = ネットワークが信じること
predictions-name = エポックごとの予測
story-none-watched = 観察中の組がありません。セルの横の点をクリックしてください。
story-illusion = { $name }：最大 { $peak }（エポック { $at }）まで誤って信じた。エポック { $from } から { $to } まで、最後は { $end }
story-denied = { $name }：最小 { $peak }（エポック { $at }）まで誤って否定した。エポック { $from } から { $to } まで、最後は { $end }
story-still-denied = { $name }：最小 { $peak }（エポック { $at }）まで誤って否定している。エポック { $from } から最後まで、最後は { $end }
story-still = { $name }：最大 { $peak }（エポック { $at }）まで誤って信じている。エポック { $from } から最後まで、最後は { $end }
story-no-illusion = { $name }：誤って信じたことはない。最後は { $end }
belief-limit = 誤って信じた：予測の符号が教えた値と逆で、±{ $limit } を超えている。±{ $limit } 以内は未定。
story-now-wrong = エポック { $epoch } で学習を止めると、答えは { $name } { $value }（{ $said }）、誤り
story-now-right = エポック { $epoch } で学習を止めると、答えは { $name } { $value }（{ $said }）、正しい
story-now-undecided = エポック { $epoch } で学習を止めると、答えは { $name } { $value }、はいともいいえとも言えない
story-at-undecided = エポック { $epoch }：{ $value }、未定
story-at = エポック { $epoch }：{ $value } { $mark }
story-unwatch = { $name } の観察をやめる
story-no-hidden = 隠れ層がないと全モードが同じ速さで学習されるので、予測はまっすぐ目標へ向かい、途中で誤って信じることはない。
illusion-presets = 例
illusion-presets-hint = 誤らせる特徴と、誤らせない特徴
illusion-shark = サメ has_bones
illusion-shark-hint = 骨のない魚：動物と植物が分かれる間、骨があると信じられる
illusion-parrot = オウム cannot_speak
illusion-parrot-hint = 唯一話せるもの：話せないと信じられる
illusion-medical = 肺炎 heals_by_itself
illusion-medical-hint = 軽い病気の中の例外
illusion-social = ダン likes_maths
illusion-social-hint = 固定観念：本人より先に集団で判断される
illusion-none = 金魚 can_move：錯誤相関なし
illusion-none-hint = 木の分かれ目に沿う特徴は誤らせない
illusion-shark-notebook = サメ、ノートブックと全く同じ
illusion-shark-notebook-hint = シード 2021 で最初から実行したノートブックのデータと重み
illusion-parrot-notebook = オウム、ノートブックと全く同じ
illusion-parrot-notebook-hint = シード 2021 で最初から実行したノートブックのデータと重み

## Regression

regression-three = 1 つの答えへの 3 つの道
regression-exercise = 演習：3 × 3
regression-log-hint = 損失を対数軸で表示。直線は、誤差が毎エポック同じ比率で縮むことを表す
regression-features = 表示する特徴：
regression-last = 最後の { $n }
regression-first = 最初の { $n }
regression-own = 自分のもの
regression-busy = 比較中 …
regression-too-large = このデータは大きすぎるため、ここでは比較できません（W の要素は 1600 万個まで）。
regression-failed = 比較は不具合で失敗しました（{ $message }）。次の変更で最初からやり直します。
regression-weights = 学習を終えた時点の重み W（シアンは −、マゼンタは +）
way-analytical = 線形回帰
way-shallow = 隠れ層なし
way-deep = 深層ネットワーク
way-yours = あなたのネットワーク
way-with-lr = { $name }（学習率 { $lr }）
solutions-title = 学習途中の損失
solutions-description = 学習途中の損失：線形回帰は一度に解いて { $analytical }、最後は隠れ層なしが { $shallow }、あなたのネットワークが { $deep }
difference-largest = 学習を終えた時点の W の最大の差
difference-close = 10⁻² 以内
difference-close-hint = 全要素について numpy の allclose(a, b, atol=1e-2) で判定
verdict-agree = 3 つとも 10⁻² 以内で一致
verdict-differ = 10⁻² 以内では一致しないものがある
verdict-diverged = { $name }：学習率 { $lr } ではエポック { $epoch } で発散し、答えに至りませんでした。
verdict-swings = { $name }：学習率 { $lr } が安定限界を超えているため、答えのまわりで振動し続けます。
verdict-narrow = { $name }：最も狭い層が { $units } ユニットなので、{ $modes } 個のモードのうち { $units } 個までしか通せません。どれだけ長く学習しても変わりません。
verdict-not-yet = { $name }：まだすべてを学習していません。{ $epochs } エポック後、半分以上学習されたモードは { $modes } 個中 { $learned } 個、損失は { $loss } です。
path-shallow-lr = 隠れ層のないネットワークには専用の学習率 { $lr } を使います。チュートリアルと同じ歩幅です。
path-shallow-lr-slower = 隠れ層のないネットワークには、チュートリアルと同じ専用の学習率 { $lr } を使います。設定の { $own } では学習が { $times } 倍遅くなります。
path-shallow = 隠れ層がなければ、どのモードの誤差も毎エポック同じ比率 { $factor } 倍に縮みます。損失は最初のエポックから下がり、待つことがありません。
path-deep = 隠れ層があると、モードはすでに育った分に比例して育ちます。小さな初期値から始まるため、損失はエポック { $epoch } までほとんど動かず、その後 { $drops } 回に分けて下降します。
path-deep-at-once = 初期値が大きいので、深層ネットワークも待ちません。損失はすぐに下がり始め、下降は { $drops } 回です。
path-both-shallow = あなたのネットワークにも隠れ層がないので、もう一方との違いは学習率と初期値だけです。
path-same-end = 行き着く先は同じです。損失が見るのは層の積だけで、それを最小にする W は 1 つしかないからです。ここでは X が単位行列なので、W は Y そのものです。
exercise-text = 真の重み W は 0 から 9 までの整数です。サンプル X と Y = W X + ノイズから、線形回帰が重みを見つけ直します。シード 2021 ではノートブックと同じ乱数です。
exercise-apart = ウィンドウ左端の設定（学習、ネットワーク、データ）は、ここでは使われません。
exercise-noise = ノイズの標準偏差
exercise-samples = サンプル数
exercise-inputs = 入力 2 と 3
exercise-independent = 独立
exercise-nearly-equal = ほぼ等しい
exercise-equal = 等しい
exercise-seed = シード
exercise-new = 引き直す
exercise-errors = サンプル数と誤差
exercise-error-axis = 重みの最大誤差
exercise-rounds-wrong = これより上では丸めると別の数になる
exercise-found = 丸めるとすべての重みが見つかります。最大の誤差は { $error } で、0.5 未満です。
exercise-not-found = 丸めても見つからない重みがあります。最大の誤差は { $error } です。外れたものを赤で示します。
exercise-regular = X X^T の条件数は { $condition } で、逆行列を安全に求められます。
exercise-nearly-singular = X X^T は特異に近く、条件数は { $condition } です。逆行列は計算できますが、16 桁のうち約 { $digits } 桁が失われ、ノイズも増幅されます。ここでは X そのものを分解（U Σ V^T）するので、失われるのは約 { $half } 桁です。
exercise-singular = X X^T は特異です。階数が 3 ではなく { $rank } なので、逆行列は存在しません。示しているのはノルムが最小の最小二乗解で、同じようにサンプルに合う解はほかに無数にあります。

## Atlas

atlas-map = 学習の地図：矢印キーで今の学習をセルからセルへ移動
atlas-section = 学習が落ち着く先
atlas-colour = 色
atlas-colour-hint = セルの色が表すもの。斜線：振動または発散する学習。
atlas-colour-epochs = 学習までのエポック
atlas-colour-drops = 下降の回数
atlas-colour-loss = 最後の損失
atlas-colour-belief = 誤信の強さ
atlas-colour-diverged = 発散
atlas-threshold = 閾値
atlas-threshold-name = 損失の閾値
atlas-threshold-hint = 損失がこれを下回る最初のエポックで速さを測る
atlas-threshold-refused = 閾値は 0 より大きい数でなければなりません
atlas-x = 横軸
atlas-y = 縦軸
atlas-axis-hint = この軸に沿って変わるもの。ほかはすべて今の学習のまま
atlas-log = 対数 lr
atlas-log-hint = 学習率を対数軸で表示
atlas-draws = 回数
atlas-draws-hint = セルごとに初期の重みを引く回数。色はその中央値
atlas-lines = 理論
atlas-lines-hint = 理論が予測する線。セルと見比べるためのもの
atlas-line-limit = 安定限界
atlas-line-limit-hint = 解が安定でいられる最大の学習率（2 ÷ 解での最大の曲率）。エポックが少ない学習にはまだ現れないことがあります。
atlas-line-melting = 下降が融合する境目
atlas-line-melting-hint = 線より上では、隣り合う 2 つの下降が近すぎて見分けられません。隠れ層が 1 層で、小さな初期の重みから始まる場合の線です。γ が 1 程度から先と、安定限界の近くでは成り立ちません。
atlas-line-first-drops = 最初の下降が 10、20、50 … エポック
atlas-line-first-drops-hint = 線に沿って、損失が最初に下降するエポックは同じです。待ち時間を作るのは γ で、学習率は時間を伸び縮みさせるだけです。隠れ層が 1 層で、小さな初期の重みから始まる場合の線です。γ が 1 程度から先と、安定限界の近くでは成り立ちません。
atlas-section-mode = 第 1 モード
atlas-section-loss = 損失
atlas-section-along-x = 横軸に沿った断面
atlas-section-along-y = 縦軸に沿った断面
atlas-section-along-hint = 学習を並べる軸。ほかはすべて今の学習のまま
atlas-section-of-hint = 各学習の最後のエポックから描くもの。落ち着けば点は 1 つ、振動すれば 2 つ以上
atlas-section-epochs = エポック数は、学習が落ち着く先を変えません
atlas-progress = { $all } 回中 { $done } 回
atlas-stop = 停止
atlas-go-on = 再開
atlas-beyond = 今の学習は軸の外：{ $place }
atlas-no-fastest = 閾値を下回って落ち着く学習はありません
atlas-failed = アトラスの計算が不具合で失敗しました（{ $message }）。次の変更からやり直します
atlas-waiting = 今の学習を待っています …
atlas-no-axes = このデータと重みには、変えられる数が 2 つありません。

## Lessons

button-lesson = この画面の見方
button-lesson-hint = この画面が示すものの説明と、答えを予想する問い
question-set = この状況に設定する
question-set-for = 状況に設定する：{ $question }
question-set-hint = 問いの状況で学習します。「元に戻す」で前の設定に戻ります
question-right = 正解です。
question-wrong = 少し違います。
question-elsewhere = いま表示中の学習からは測れません。問いの状況に設定すると測れます。

lesson-learning = ネットワークは、各アイテムがどの特徴を持つかを学習します。赤は誤差、つまり損失です。青から緑の線はモードで、各エポックのネットワーク全体を形づくる少数のパターンです。右の行列は、どのアイテムどうしを似ていると見なしているかを示します。損失が 1 段下がるたびに、1 つのモード、または一群のモードが学習されます。まず全アイテムに共通のもの、次に大きなグループの違い、最後に小さなグループの違いです。
lesson-learning-where = x：アイテム、ŷ：それへの答え、a：モード α の強さ、s：その行き先、N：特徴の数、P：アイテムの数
question-wait = 損失が下がり始めるまでに時間がかかるのはなぜか
question-wait-a = 初めはステップが小さすぎるから
question-wait-b = 各層の更新量はもう一方の層に比例し、どちらも小さな値から始まるから
question-wait-c = 最初のアイテムに情報がないから
question-wait-answer = どちらの層の勾配にも、もう一方の層が因子として掛かります。両方がほぼ 0 なら、ほとんど何も動きません。動くものは毎エポック一定の比率で、つまり指数関数的に育ちますが、ほぼ 0 から始まるため、目標と同程度になるまで損失には現れません。ステップを大きくすると待ち時間は縮みますが、形は変わりません。
measured-wait = この学習では、損失はエポック { $epoch } まで最初の値の 5 % 以内にとどまります。その間に最大のモードは、行き着く強さの { $from } % から { $to } % まで育ちます。
question-bumps = γ = 0.1 のまま、学習率だけで段差を取り戻せるか
question-bumps-a = ステップを小さくすれば取り戻せる
question-bumps-b = ステップを大きくすれば取り戻せる
question-bumps-c = 取り戻せない
question-bumps-answer = 学習率は時間を伸び縮みさせるだけです。段差が分かれるかどうかは、モードが初めに目標からどれだけ離れているかで決まります。γ が小さければ、強いモードは弱いモードに大きく先んじますが、γ が大きいと差がほとんどつきません。学習率を動かし、次に γ を動かして確かめてください。
measured-bumps = ここでは γ = { $gamma }、学習率 { $lr } で、損失は 1 段で下がります。
measured-bumps-learned = ここでは γ = { $gamma }、学習率 { $lr } で、損失は 1 段で下がり、エポック { $epoch } で最初の値の 100 分の 1 になります。
question-first = 先に分かれるのは「動物と植物」か、「魚と鳥」か
question-first-a = 動物と植物
question-first-b = 魚と鳥
question-first-c = 同時
question-first-answer = モードは特異値が大きいほど速く育ちます。動物と植物の違いの方が、より多くのアイテムで、より多くの特徴に関わるので、特異値が大きくなります。大きな違いが細かな違いより先に学習されるのは、子どもの学習と同じです。
measured-split = { $mode }（特異値 { $s }、エポック { $epoch } で半分学習）
measured-first = この学習では、最初が { $first }、次が { $next }です。

lesson-illusions = 表はあなたが教えること、図はネットワークが学習の途中で答えることです。ネットワークは事実を 1 つずつではなくモードごとに学ぶため、しばらくの間、アイテムはグループの性質を持つと見なされます。±{ $limit } を超えて符号が逆の予測を「誤って信じた」と呼び、塗って示します。これが錯誤相関（チュートリアルでは「幻想的相関」）で、データに裏づけのない思い込みです。
lesson-illusions-where = ŷ：アイテム i への答え、v：モード α のアイテム側、f：特徴の値、a：モード α の強さ、s：その行き先、a と s の比：どれだけ学習されたか
question-shark = ネットワークがサメに骨があると信じるのはいつか
question-shark-a = 最初のエポックから、訂正されるまで
question-shark-b = 信じない。骨がないと教えられたから
question-shark-c = 動物と植物を見分けてから、動物どうしを見分けるまで
question-shark-answer = 表では動物の多くに骨があるので、動物と植物を分けるモードは、サメも含めて動物すべてに骨を与えます。それを取り消せるのは魚どうしを見分けるモードだけで、学習されるのはもっと後です。
measured-illusion = { $story }。最も強いのは「{ $before }」の後、「{ $after }」の前です。
question-no-hidden = 隠れ層のないネットワークも、同じことを信じるか
question-no-hidden-a = 信じるが、遅くなる
question-no-hidden-b = 一度も信じない
question-no-hidden-c = より長く信じる
question-no-hidden-answer = 隠れ層がなければ、すべてのモードが同じ速さで学習されます。どの時点でも、すべての予測は道のりの同じ割合だけ進んでいるので、まっすぐ正解へ向かい、反対側へ寄ることはありません。錯誤相関は層の深さから生まれます。
question-misleads = 最も誤らせるのはどんな特徴か
question-misleads-a = 偶然に半分のアイテムが持つ特徴
question-misleads-b = 木の分かれ目に沿った特徴
question-misleads-c = 例外が 1 つだけの特徴
question-misleads-answer = 全アイテムに共通のものが最初に学習されます。例外が 1 つなら、共通の部分がほぼすべてなので、例外は最後のモードまで他と同じに扱われます。分かれ目に沿った特徴は 1 つのモードそのもので、誤らせることはありません。
measured-exception = ここでは { $feature } の例外は{ $item }だけで、エポック { $epoch } での答えは { $peak } です。

lesson-data = 各アイテムは独立した入力で、特徴がその答えです。特徴は木をたどって受け継がれ、ときどき符号が変わるため、遅く分かれたアイテムほどよく似ています。特異値は、アイテムの分け方それぞれにデータのどれだけが対応するかを示し、それによって、何がいつ学習されるかが決まります。
lesson-data-where = Y：全アイテムの特徴、s：モード α の特異値、u と v：その特徴側とアイテム側、N：特徴の数、λ：この木で期待される固有値
question-modes = データのモードは最大でいくつか
question-modes-a = アイテムの数まで
question-modes-b = 隠れユニットの数まで
question-modes-c = 特徴の数まで
question-modes-answer = Y の列はアイテムごとに 1 つなので、特徴がいくつあっても、階数はアイテムの数を超えません。隠れユニットの数はデータを変えませんが、モードの数より少ないと、学習されないモードが残ります。
measured-modes = ここでは、アイテム { $items } 個と特徴 { $features } 個のデータに、特異値が 0 でないモードが { $modes } 個あります。
question-flip = 反転確率が 0.5 に近づくと、モードはどうなるか
question-flip-a = 最初のモードだけが大きくなる
question-flip-b = すべての特異値がほぼ等しくなる
question-flip-c = 木は同じなので変わらない
question-flip-answer = 0.5 では子は親と無関係になるので、アイテムに共通点がなくなり、どの分け方も同じ強さになります。するとすべてのモードが一緒に学習され、γ が小さくても下降は 1 つに溶け合います。
measured-flip = ここでは反転確率 { $flip } で、最大の特異値は最小の { $ratio } 倍です。
question-sample = 棒が「この木で期待される値」の線と少しずれるのはなぜか
question-sample-a = ネットワークがまだ学習していないから
question-sample-b = 特異値を反復計算で求めているから
question-sample-c = 特徴の数が有限だから
question-sample-answer = 線は特徴が無限にある場合の値です。特徴が N 個なら、偶然によるずれは √N 分の 1 ほどになります。木の上では等しいはずのモードもこのずれで分かれ、一方がもう一方より少し早く学習されます。
measured-sample = ここでは特徴が { $features } 個で、特異値は、この木で期待される値から最大で { $percent } % ずれています。

lesson-regression = ネットワークが学んだものは、層の積である 1 つの行列 W です。線形回帰は最良の W を一度に求め、隠れ層のないネットワークと深層ネットワークはそこまで歩いていきます。道のりは違っても、行き着く先は同じです。
lesson-regression-where = X：入力、Y：出力（1 列が 1 サンプル）、b：隠れ層がない場合のモードの強さ、s：その行き先、ε = 2 lr / (N P)（N：特徴の数、P：アイテムの数）
question-end = 3 つの道はどこに行き着くか
question-end-a = 同じ W
question-end-b = 深層ネットワークの方が良い W になる
question-end-c = 線形回帰だけが最良の W を得る
question-end-answer = 線形ネットワークは、深くしても表現力が増えません。行列の積は行列であり、損失を最小にするものは 1 つだけです。深さが変えるのは、段階を踏むという道のりです。
measured-end = この学習では、線形回帰の W との差は、深層ネットワークが最大 { $deep }、隠れ層なしが最大 { $shallow } です。
question-no-drops = 隠れ層のないネットワークに段差がないのはなぜか
question-no-drops-a = 学習率が大きいから
question-no-drops-b = どのモードの誤差も同じ比率で縮むから
question-no-drops-c = 重みが少ないから
question-no-drops-answer = 勾配は誤差そのもので、それに掛かる別の層がありません。強いモードも弱いモードも、毎エポック誤差の同じ割合を失うので、どれかが先に学習されることはありません。
measured-factor = ここでは比率が { $factor } で、{ $epochs } エポック後に残る誤差はもとの { $left } 倍です。
question-singular = 演習の X X^T が特異になるのは、サンプルがいくつ未満のときか
question-singular-a = 37 個未満
question-singular-b = 9 個未満
question-singular-c = 3 個未満
question-singular-answer = X の入力は 3 つなので、独立な 3 つのサンプルがあれば W の各行が決まります。それより多いサンプルは、ノイズを平均してならすだけです。2 つでは見えない方向が残り、その方向の重みは何でもよくなります。演習のスライダーで確かめてください。
measured-regular = いまの演習の設定では、{ $samples } 個のサンプルが 3 方向のうち { $rank } 方向を示し、W は 1 つに決まります。
measured-singular = いまの演習の設定では、{ $samples } 個のサンプルが 3 方向のうち { $rank } 方向しか示さず、X X^T は特異です。

lesson-atlas = セルの 1 つ 1 つが学習の全体で、点はほかの画面に表示している学習です。ドラッグしてみてください。色は、どれだけ早く学習したか、または学習がどうなったかを表します。決めるのは 2 つの数です。γ はプラトーと下降を作り、学習率は時間を伸び縮みさせます。安定限界を超えると学習は落ち着きません。右は落ち着く先です。
lesson-atlas-where = t はモード α を半分学習したエポック、a(0) はその初めの強さ、s は行き着く強さ。N は特徴の数、P はアイテムの数。
question-fastest = 同じ学習率で、10⁻³ を最も早く下回るのはどの γ ですか？
question-fastest-a = 10⁻¹² のような小さい γ
question-fastest-b = 1 程度の γ
question-fastest-c = 最も大きい γ
question-fastest-answer = γ が小さいと、どのモードもほとんどゼロから育つのを待つことになります。1 程度では待つものがなく、それよりずっと大きいと、初期の重みがたまたま表しているものをまず忘れなければなりません。星印はそこにあります。
measured-speed = ここでは学習率 { $lr }、γ { $gamma } で、エポック { $epoch } から損失が { $threshold } を下回ります。
question-upright = 同じ γ で学習率を変えると、下降の回数はどうなりますか？
question-upright-a = 増える
question-upright-b = 1 回に減る
question-upright-c = 学習が十分長ければ、ほとんど変わらない
question-upright-answer = 下降の回数で色を付けると、帯は横に並びます。学習率を上げると、すべての下降が同じように早まるだけです。左で回数が少ないのは最後の下降の前に学習が終わったためで、限界の近くでは歩幅が大きく、2 つが同時に来ます。
measured-drops = ここでは学習率 { $lr }、γ { $gamma } で、損失の下降は { $drops } 回です。
question-beyond = 安定限界を少し超えるとどうなりますか？
question-beyond-a = 最も強いモードが 2 つの値の間を往復する
question-beyond-b = すぐに発散する
question-beyond-c = 最も強いモードの学習が遅くなりすぎる
question-beyond-answer = 1 ステップごとに直しすぎ、行き過ぎる量は曲率が許すところまで大きくなります。値は 2 つ、次に 4 つ、やがて規則のないものになり、ずっと先で初めて発散します。カオス理論の周期倍分岐が、勾配降下にも現れるのです。
measured-beyond = ここでは学習率は { $lr } で限界 { $limit } を超え、最後の損失は { $loss } です。
measured-beyond-diverged = ここでは学習率は { $lr } で限界 { $limit } を超え、エポック { $epoch } で発散します。

## Self-check

check-open = このプログラムを検査
check-open-hint = チュートリアルの演習を、このプログラムの数値計算で解く
check-title = 自己検査
check-text = チュートリアルの演習を、すべての学習に使うのと同じコードで、いまここで解きます（シード 2021）。
check-spread = 演習 0：γ = 1 で引いた 5000 × 5000 の層の重みの標準偏差は 1/√(5000 + 5000) である。
check-recomposition = 演習 2：ネットワークの重みは、特異値と特異ベクトルを掛け合わせると元に戻り、学習中に追跡する特異値とも一致する。
check-similarity = 演習 3：7 × 17 の活動の類似性行列は、要素ごとに H H^T と等しい。
check-regression = 演習 5.3.1：線形回帰は、ノイズに隠れた 9 つの整数の重みを見つける。
check-passed = 合格
check-failed = 不合格
check-running = 検査中 …
check-waiting = 待機中
check-value = 測定値 { $measured }（正しい値 { $expected } ± { $bound }）
check-error = 最大の誤差 { $measured }（許容 { $bound }）
check-bug = 不具合で失敗しました：{ $message }
check-again = もう一度検査
check-summary = { $all } 件中 { $passed } 件合格
check-summary-running = { $all } 件中 { $done } 件を検査、{ $passed } 件合格

## Help

help-title = ヘルプ
help-intro = 深層線形ネットワークが、いくつかのアイテムの特徴を学ぶ。小さな初期値から始めると、損失はアイテムの背後にある系統樹の階層ごとに 1 段ずつ下がる。
help-drag = 学習率や γ を動かすと、同じ乱数のまま、すぐに学習し直す。
help-plot = 図をクリックまたはドラッグするか、タイムラインを動かすと、そのエポックが見える。学習はやり直さない。
help-type = スライダーの横に数を入力すると、範囲の外の値も使える。学習率 270 は振動し、340 は発散する。
help-double-click = 項目の名前をダブルクリックすると、ノートブックの値に戻る。
help-zoom = 右ボタンでドラッグ、または Ctrl とホイールで図を拡大。Shift とドラッグ、中ボタン、ホイールで移動。ダブルクリックで全体に戻る。
help-belief = ±{ $limit } を超える予測を信念とみなす（上は「はい」、下は「いいえ」）。教えた値と符号が逆のものは「誤って信じた」とし、塗って示す。
help-atlas = アトラスでは点をドラッグするか、矢印キーで動かします。ほかの画面に表示している学習がこの点です。セルを指すと、その損失が見えます。
help-legend = 図に入りきらない名前は凡例で数え、長い名前は短く切る。そこを指すと全体が読める。
help-palette = どのコマンドも、名前の一部を入力して探し、実行できる：{ $shortcut }

## Hints at the first start

first-close = このヒントを閉じる
first-drag = ここをドラッグしてみてください。ドラッグ中も学習し直し、曲線がすぐ変わります。
first-scrub = ここをドラッグすると、好きなエポックを見られます。学習はやり直しません。
first-flip = 自分の特徴を教えられます。表のセルをクリックして切り替え、ネットワークが途中で何を信じるか見てください。

## The tutorial's items

item-goldfish = 金魚
item-tuna = マグロ
item-robin = コマドリ
item-canary = カナリア
item-rose = バラ
item-daisy = ヒナギク
item-pine = マツ
item-oak = オーク
item-shark = サメ
item-parrot = オウム
item-cold = かぜ
item-flu = インフルエンザ
item-bronchitis = 気管支炎
item-pneumonia = 肺炎
item-migraine = 片頭痛
item-tension = 緊張型頭痛
item-sinusitis = 副鼻腔炎
item-meningitis = 髄膜炎
item-ada = エイダ
item-bea = ベア
item-cem = ジェム
item-dan = ダン
item-eli = イーライ
item-fay = フェイ
item-gus = ガス
item-hal = ハル

## Phrases of pictures

phrase-epoch = エポック
phrase-loss = 損失
phrase-loss-axis = 学習の損失（MSE）
phrase-loss-title = 学習の損失（平均二乗誤差）
phrase-prediction-title = 予測：{ $pair }
phrase-predictions-title = 予測
phrase-spectrum-title = データの特異値
phrase-modes-axis = 特異値（最大値に対する比）
phrase-modes-axis-raw = 特異値（正規化なし）
phrase-strengths-axis = モードの強さ（最大値に対する比）
phrase-strengths-axis-raw = モードの強さ（正規化なし）
phrase-prediction-axis = 予測
phrase-singular-value-axis = 特異値
phrase-mode-axis = モード
phrase-rounding-floor = これより下は丸め誤差
phrase-diverged-at = エポック { $n } で発散
phrase-discrete-theory = 理論（離散）
phrase-continuous-theory = 理論（連続）
phrase-seeds = { $n } 個のシード
phrase-seeds-diverged = { $n } 個のシード、うち { $diverged } 個は発散
phrase-plateaus = 損失の停滞（予測）
phrase-half-rises = モードの半値（予測）
phrase-foreseen-steps = 学習前の予想
phrase-false-belief = 誤信 { $from } – { $to }
phrase-false-belief-of = { $pair }：誤信 { $from } – { $to }
phrase-more-watched = ほか { $n } 組
phrase-no-hidden-layer = 隠れ層なし
phrase-deep-network = 深層ネットワーク
phrase-own-network = このネットワーク
phrase-regression = 回帰
phrase-regression-loss = 線形回帰（一度に解く）：{ $loss }
phrase-trained = { $name }、学習率 { $lr }：最終値 { $loss }
phrase-trained-swings = { $name }、学習率 { $lr }：{ $least } と { $largest } の間で振動
phrase-trained-diverged = { $name }、学習率 { $lr }：エポック { $n } で発散
phrase-drawn-data = データ
phrase-expected-for-tree = この木で期待される値
phrase-more = … ほか { $n } 件
phrase-thinned = { $nth } エポックごと
phrase-atlas = { $n } 回の学習のアトラス
phrase-atlas-of-draws = { $n } 個のセルのアトラス（各セルは { $draws } 通りの中央値）
phrase-section = 学習が落ち着く先
phrase-section-first-mode = 第 1 モードの強さ
phrase-axis-lr = 学習率
phrase-axis-gamma = 初期化スケール γ
phrase-axis-units = 隠れユニット数
phrase-axis-layers = 隠れ層の数
phrase-axis-flip = 反転確率
phrase-axis-levels = 木の階層数
phrase-axis-epochs = エポック数
phrase-axis-seed = 初期の重みのシード
phrase-axis-data-seed = データのシード
phrase-value-lr = 学習率 { $n }
phrase-value-gamma = γ { $n }
phrase-value-units = 隠れユニット { $n }
phrase-value-layers = 隠れ層 { $n }
phrase-value-flip = 反転確率 { $n }
phrase-value-levels = 階層 { $n }
phrase-value-epochs = エポック数 { $n }
phrase-value-seed = シード { $n }
phrase-value-data-seed = データのシード { $n }
phrase-quantity-epochs = 損失が { $n } を下回る最初のエポック
phrase-quantity-drops = 損失の下降の回数
phrase-quantity-drops-short = 下降の回数
phrase-quantity-loss = 最後のエポックの損失
phrase-quantity-loss-short = 最後の損失
phrase-quantity-belief = 最も強い誤信
phrase-quantity-belief-short = 誤信
phrase-quantity-diverged = 発散するエポック
phrase-atlas-place = { $x }、{ $y }
phrase-atlas-told = { $place }：{ $facts }
phrase-atlas-oscillates = 振動
phrase-atlas-diverges = 発散
phrase-atlas-diverges-at = エポック { $n } で発散
phrase-atlas-diverges-not = 発散しない
phrase-atlas-below = エポック { $n } で { $threshold } 未満
phrase-atlas-not-below = { $threshold } 未満にならない
phrase-atlas-not-below-within = { $n } エポックでは { $threshold } 未満にならない
phrase-atlas-drop = 下降 1 回
phrase-atlas-drops = 下降 { $n } 回
phrase-atlas-last-loss = 損失 { $n }
phrase-atlas-false-belief = 誤信 { $n }
phrase-atlas-median = 初期の重み { $n } 通りの中央値
phrase-atlas-fastest = 収束するうち最速
phrase-atlas-fastest-at = 収束するうち最速：{ $place }、エポック { $n } で { $threshold } 未満
phrase-atlas-fastest-short = 最速：{ $place }、エポック { $n }
phrase-atlas-limit = 安定限界
phrase-atlas-limit-at = 安定限界 { $n }
phrase-atlas-melting = 下降 { $first } と { $second } が融合
phrase-atlas-first-drop = 最初の下降 { $n }
phrase-rsm = 類似性行列（RSM）{ $when }
phrase-map = アイテムの配置{ $when }
phrase-tree = アイテムの樹形図{ $when }
phrase-microscope = 積としてのネットワーク{ $when }
phrase-when-layer = 、第 { $n } 層
phrase-when-epoch = 、エポック { $n }
phrase-when-earlier = （発散する前の最後）
phrase-tree-at = エポック { $n } の樹形図
phrase-distance = 距離
phrase-of-run = 類似度（学習全体の最大値を 1 とする）
phrase-of-run-short = 全体の最大が 1
phrase-of-epoch = 類似度（このエポックの最大値を 1 とする）
phrase-of-epoch-short = この時点の最大が 1
phrase-cosine = コサイン類似度
phrase-cosine-short = コサイン
phrase-less-final = エポック { $n } との類似度の差
phrase-less-final-short = エポック { $n } との差
phrase-nothing-yet = 学習全体の基準では小さすぎて見えません。「このエポック」の基準にすると見えます。
phrase-animals = 動物
phrase-plants = 植物
phrase-fish = 魚
phrase-birds = 鳥
phrase-flowers = 花
phrase-trees = 木
phrase-items = { $n } アイテム
phrase-all-items = 全 { $n } アイテム
phrase-unnamed-one = 1 か所は名前を書く場所がありません
phrase-unnamed = { $n } か所は名前を書く場所がありません
phrase-mode = モード { $n }
phrase-more-modes-one = ほか 1 モード
phrase-more-modes = ほか { $n } モード
phrase-shared = 全アイテムに共通
phrase-nothing = 空：データにこの成分はありません
phrase-split = { $positive } | { $negative }
phrase-strength = 特異値 { $value }
phrase-learned = 特異値 { $value }、{ $percent } % 学習済み
phrase-not-learned = 特異値 { $value }、未学習
phrase-rose-at = 特異値 { $value }、エポック { $epoch } で学習
phrase-modes = 各モードの意味
phrase-labels = ラベル
phrase-features = 特徴
phrase-features-of = { $of } の特徴のうち { $shown }
phrase-illustration = 名前のある例
phrase-no = いいえ
phrase-yes = はい
phrase-stands-in = エポック { $shown }（エポック { $asked } の A は残していない）
phrase-first-modes = 全 { $of } モードのうち 1–{ $modes }
phrase-first-modes-and-items = 全 { $of } のうちモード 1–{ $modes }、アイテム 1–{ $items }
phrase-difference = 差、±{ $largest }
phrase-diverged = 発散
phrase-true-weights = 真の重み
phrase-estimate = 線形回帰で得た重み
phrase-error = 誤差
