# ウィンドウの言葉、日本語。キーは en.ftl と同じ（テストが比べる）。

app-title = modescope

## Controls

presets = プリセット
presets-hint = 見る価値のある実験
preset-notebook = ノートブックと同じ
preset-notebook-hint = 学習率 100、γ 10⁻¹²、隠れユニット 30：4 段の下降
preset-no-bumps = 段差なし：γ = 1
preset-no-bumps-hint = 大きな初期値：全モードが同時に学習される
preset-two-bumps = 途中：γ = 10⁻²
preset-two-bumps-hint = 段差が溶け合い始める
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

section-network = ネットワーク
section-data = データ

control-lr = 学習率
control-lr-hint = 勾配降下 1 ステップの幅（lr、eta）。速さを決めるだけで、段差を作るのは γ。名前をダブルクリックするとノートブックの値に戻る。
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
button-new-init = 再生成
button-new-init-hint = 次のシードで初期の重みを生成し直す（N）
button-new-data = 再生成
button-new-data-hint = 次のシードで特徴を生成し直す
own-size = アイテム { $items } 個、特徴 { $features } 個
button-back-to-tree = ツリーに戻る
button-back-to-tree-hint = ノートブックのデータに戻る。自分のデータは「元に戻す」で取り戻せます
button-reset = ノートブックに戻す
button-reset-hint = すべてをチュートリアルと同じにする（R）

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
field-items = アイテム数（分岐数^階層数）
field-user-feature = 追加した特徴
field-watched = 観察するアイテムまたは特徴
field-weights = 指定された重み
field-memory = メモリ
error-not-finite = { $name }は有限の数でなければなりません
error-not-positive = { $name }は 0 より大きくなければなりません
error-out-of-range = { $name }は { $min } から { $max } までです
error-wrong-length = { $name }の値は { $found } 個ですが、アイテムは { $expected } 個です
error-other-shapes = { $name }の形がこのネットワークの層と合いません
error-too-large = メモリ：このネットワークには { $needed } MB が必要ですが、上限は { $budget } MB です。特徴か隠れユニットを減らしてください
error-not-a-number = 数ではありません。100、0.5、1e-12、10^-12 のように入力してください
error-not-whole = 整数を入力してください
error-negative = 負の数は使えません
error-seed = シードは 0 から 4294967295 までの整数です
error-epoch = この学習のエポック番号は 0 から { $last } までの整数です

## Top bar

menu-theme = テーマ
menu-theme-hint = ライトまたはダーク
theme-system = システムに合わせる
theme-light = ライト
theme-dark = ダーク
menu-language-hint = 言語
button-help = ヘルプ
button-help-hint = 使い方とキー（F1）
button-dismiss = 閉じる

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
stage = エポック { $epoch } · { $modes }
stage-tick = 段階：エポック { $epoch }
mode-all = モード { $mode }：全アイテムに共通
mode-some = モード { $mode }：{ $items }
mode-split = モード { $mode }：{ $positive } | { $negative }
mode-value = 特異値 { $s }
mode-learned = 特異値 { $s } · { $percent } % 学習済み
status-preparing = 準備中 …
status-training = 学習中：エポック { $done } / { $all }（{ $percent } %）
status-finished = { $epochs } エポック、{ $time } · 損失 { $loss } · 下降 { $drops } 回
status-oscillates = { $epochs } エポック、{ $time } · 損失 { $loss } · 振動：学習率 { $lr } は安定限界（約 { $limit }）を超えています
status-diverged-past-limit = エポック { $epoch } で発散：学習率 { $lr } は安定限界（約 { $limit }）を超えています
status-diverged = エポック { $epoch } で発散：初期値が大きいため、この学習率では発散します
status-thinned = 長い学習のため { $stride } エポックごとに記録
status-panicked = この学習は不具合で失敗しました（{ $message }）。次の変更で最初からやり直します
message-settings-aside = 設定を読めませんでした（{ $reason }）。{ $path } として残してあります。
message-settings-unsaved = 設定を { $path } に保存できませんでした：{ $reason }

## Learning

dynamics-title = 学習ダイナミクス
axis-epoch = エポック
axis-loss = 平均二乗誤差
axis-modes = 特異値（モード）、最大値との比
axis-modes-raw = 特異値（モード）
curve-loss = 損失
plot-hover =
    エポック { $epoch }
    損失 { $loss }
    モード { $modes }
plot-name = 学習ダイナミクス
plot-description = 学習ダイナミクス：エポック { $epoch } の損失は { $loss }、全体で { $drops } 回下降
toggle-loss = 損失
toggle-loss-hint = 平均二乗誤差、赤、左の軸
toggle-modes = モード
toggle-modes-hint = ネットワーク全体の特異値、青から緑、右の軸
toggle-log = 対数表示
toggle-log-hint = 損失を対数軸で表示（L）
toggle-raw = 正規化なし
toggle-raw-hint = 特異値を最大値で割らずに表示
below = 下に表示
below-nothing = なし
below-nothing-hint = グラフと行列だけ
below-modes = 各モードの意味
below-modes-hint = 各モードの右特異ベクトル（アイテム側）を棒で示し、その分け方を名付ける
below-map = 配置図
below-map-hint = 2 次元で見るアイテム：区別を学ぶにつれて離れていく
below-tree = 樹形図
below-tree-hint = アイテムのデンドログラム：モードが学習されるにつれて枝が開く
below-microscope = 顕微鏡
below-microscope-hint = このエポックのネットワークを 3 つの行列の積で：モードごとに切れる
below-stands-in = 発散のため、その前の最後のエポック { $epoch } を表示
item-sides-title = 各モードの意味
map-across = 横軸
map-up = 縦軸
map-mode = モード { $mode }
map-all = 全 { $n } アイテム
map-explained = 各アイテムの隠れ層活動を、2 つのモードが開く方向に射影したもの。線はエポック 0 からの軌跡。縮尺は学習全体で一定。
map-explained-centred = 各アイテムの隠れ層活動を、アイテムの中心から見て 2 つのモードが開く方向に射影したもの。線はエポック 0 からの軌跡。縮尺は学習全体で一定。
map-description = エポック { $epoch } のアイテムの配置（モード { $across } と { $up }）、{ $places } か所：{ $groups }
tree-note = 薄い線：学習の終わりの樹形図
tree-axis = 距離
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
microscope-off-target = 出力と教師の差は最大 { $off }。
microscope-share-all = ネットワークのすべてがデータのモードの中にあります。
microscope-share = ネットワークの { $percent } %（二乗和）がデータのモードの中にあります。残りは初期重みの名残で、この積には含まれません。
microscope-share-none = ネットワークがゼロか、大きすぎて分解できません。
microscope-first = 表示は全 { $all } モードのうち最初の { $modes } モードと、最初の { $items } アイテム。積には全モードが含まれます。
microscope-hover-product =
    { $item } × { $feature }
    出力 { $value }、教師 { $taught }
microscope-description = エポック { $epoch } の U、A、V の転置の積（{ $without }）：出力と教師の差は最大 { $off }。{ $share }
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
rsm-bar = 類似度
rsm-bar-final = エポック { $epoch } との差
rsm-layer = 層
rsm-layer-n = 隠れ層 { $n } の RSM
rsm-title-at = 表現類似性行列 (RSM)、エポック { $epoch }
rsm-none = 隠れ層がないので、比べる表現がありません。
rsm-hover =
    { $a } – { $b }
    { $what } { $shown }
    内積 { $value }
    クリック：エポックごとの推移を表示／非表示
rsm-description = エポック { $epoch } の類似度：最も似ている { $most }、最も似ていない { $least }
rsm-description-final = エポック { $epoch } の類似度から最終の類似度を引いた差：最も大きい { $most }、最も小さい { $least }
pair-line = { $name }：エポック { $epoch } の類似度 { $value }、学習全体で { $least } から { $most }
pair-line-remove = { $name } を消す

## Views

view-learning = 学習
view-illusions = 錯誤相関
view-data = データ
data-dimensions = アイテム { $items } 個（one-hot 入力）· 出力の特徴 { $outputs } 個、うち自分の特徴 { $own } 個
data-labels = ラベル
data-named = 名前のある 10 の特徴（例示）
data-last = このデータの最後の { $n } の特徴
data-all = 全 { $n } の特徴
data-tree = データの背後にある木
data-spectrum-own = データの特異値
data-no-tree = これはツリーから生成したものではない自分のデータです。ツリーの母集団の値や名前のある特徴の例は当てはまりません。モードはデータそのものから読み取っています。
data-spectrum = データの特異値（線は母集団の値）
undo = 元に戻す（Ctrl+Z）
redo = やり直す（Ctrl+Shift+Z）

## Files

open-data = データを開く
open-data-text = 表（CSV：1 行目に特徴の名前、1 列目にアイテムの名前）または numpy の配列（.npz：features、items、W1 …）
open-data-hint = 自分のアイテムと特徴を CSV か .npz から読み込む。ファイルをウィンドウにドロップしてもよい
save-data = データを保存
save-data-text = ネットワークに教えるものを、自分の特徴も含めて、表（.csv）または numpy の配列（.npz）として保存
save-data-hint = 教えるデータを CSV か .npz で保存
file-path = ファイルのパス
file-path-hint = 例：/home/me/animals.csv
file-browse = 参照 …
file-browse-hint = デスクトップのダイアログ（ある場合）
file-open = 開く
file-save = 保存
file-cancel = キャンセル
file-busy = 処理中 …
file-replace = このファイルは既にあります。置き換えるにはもう一度「保存」を押してください
file-error = { $name }：{ $reason }
file-too-large = ファイルは { $found } MB ですが、上限は { $most } MB です
file-ending = 名前は .csv か .npz で終わる必要があります
file-drop = CSV か .npz をドロップして開く
message-opened = { $name } を開きました：アイテム { $items } 個、特徴 { $features } 個。学習率はデータに合わせて { $lr } です
message-opened-weights = { $name } を開きました：アイテム { $items } 個、特徴 { $features } 個。ファイルの重みから始まり、gamma はそれを変えません。学習率はデータに合わせて { $lr } です
message-saved = { $path } に保存しました
message-one-file = 複数のファイルのうち、最初の 1 つだけを開きました
place-row = { $row } 行目
place-cell = { $row } 行 { $column } 列
cells-yes-no = はい・いいえ
cells-numbers = 数値
read-empty = ファイルが空です
read-not-utf8 = { $line } 行目が UTF-8 ではありません。UTF-8 で保存してください
read-ragged = { $row } 行目のセルは { $found } 個ですが、1 行目は { $expected } 個です
read-empty-cell = { $place }が空です。数値か「はい」「いいえ」が必要です
read-not-a-number = { $place }の「{ $text }」は数値でも「はい」「いいえ」でもありません
read-mixed = { $place }に「{ $text }」がありますが、この表は{ $others }です。どちらかに揃えてください
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
read-damaged = { $array } が壊れているか、途中で切れています
read-missing-array = 配列 { $array } がありません
read-not-a-matrix = { $array } の形は { $shape } ですが、2 次元でなければなりません
read-names-do-not-fit = { $array } の形は { $shape } ですが、名前が { $expected } 個必要です
read-weights-do-not-fit = { $array } は { $found } ですが、{ $expected } でなければなりません
read-unreadable = { $array } の型 { $dtype } は読めません。数値は float64 か float32、名前はテキストで保存してください

## Illusions

yes = はい
no = いいえ
feature-number = 特徴 { $number }
table-title = 教えること
table-empty = 自分の特徴はまだありません。追加するか、例を選んでください。
table-item = アイテム { $n } の名前
table-feature = 特徴 { $n } の名前
feature-add = 特徴を追加
feature-add-hint = 新しい列（全アイテム「はい」）
feature-left = { $name } を左へ
feature-right = { $name } を右へ
feature-duplicate = { $name } を複製
feature-delete = { $name } を削除
cell-hint = クリックか Space で反転、矢印キーで移動
cell-watch = { $name } を観察
cell-watch-hint = ネットワークの答えを描く
find-strongest = 最強の錯覚を探す
find-strongest-hint = 1 つの特徴の全ての表から、最も誤らせるものを探す
find-strongest-too-many = 検索できるのは { $most } アイテムまでです
find-strongest-name = 誤らせる特徴
predictions-title = ネットワークが信じること
predictions-name = エポックごとの予測
predictions-hover =
    エポック { $epoch }
    { $said }
axis-prediction = 予測
story-none-watched = 観察中の組がありません。セルの横の点をクリックしてください。
story-illusion = { $name }：エポック { $from } から { $to } まで誤って信じた。最大 { $peak }（エポック { $at }）、最後は { $end }
story-still = { $name }：エポック { $from } から最後まで誤って信じている。最大 { $peak }（エポック { $at }）、最後は { $end }
story-no-illusion = { $name }：誤って信じたことはない。最後は { $end }
story-now-wrong = エポック { $epoch } で学習を止めると、答えは { $name } { $value }（{ $said }）、誤り
story-now-right = エポック { $epoch } で学習を止めると、答えは { $name } { $value }（{ $said }）、正しい
story-now-undecided = エポック { $epoch } で学習を止めると、答えは { $name } { $value }、ほぼ未定
story-no-hidden = 隠れ層がないと全モードが同じ速さで学習されるので、予測はまっすぐ目標へ向かい、途中で誤って信じることはない。
illusion-presets = 例
illusion-presets-hint = 誤らせる特徴と、誤らせない特徴
illusion-shark = サメ has_bones
illusion-shark-hint = 骨のない魚：動物と植物が分かれる間、骨があると信じられる
illusion-parrot = オウム cannot_speak
illusion-parrot-hint = 唯一話せるもの：話せないと信じられる
illusion-medical = 肺炎 heals_by_itself
illusion-medical-hint = 軽い病気の中の例外
illusion-social = Dan likes_maths（社会）
illusion-social-hint = 固定観念：本人より先に集団で判断される
illusion-none = 金魚 can_move：錯誤なし
illusion-none-hint = 木の分かれ目に沿う特徴は誤らせない
illusion-shark-notebook = サメ、ノートブックと全く同じ
illusion-shark-notebook-hint = シード 2021 で最初から実行したノートブックのデータと重み
illusion-parrot-notebook = オウム、ノートブックと全く同じ
illusion-parrot-notebook-hint = シード 2021 で最初から実行したノートブックのデータと重み

## Help

help-title = ヘルプ
help-intro = 深層線形ネットワークが、8 つのアイテムの特徴を学ぶ。損失は、アイテムの背後にある系統樹の階層ごとに 1 段ずつ下がる。
help-drag = 学習率や γ を動かすと、同じ乱数のまま、すぐに学習し直す。
help-plot = 図をクリックまたはドラッグするか、タイムラインを動かすと、そのエポックが見える。学習はやり直さない。
help-type = スライダーの横に数を入力すると、範囲の外の値も使える。学習率 270 は振動し、340 は発散する。
help-double-click = 項目の名前をダブルクリックすると、ノートブックの値に戻る。
help-zoom = 右ボタンでドラッグすると図を拡大、ダブルクリックで元に戻る。
key-space = Space
key-arrows = ← →
key-shift-arrows = Shift ← →
key-home-end = Home End
key-brackets = [ ]
key-n = N
key-r = R
key-l = L
key-f1 = F1
key-undo = Ctrl+Z
key-redo = Ctrl+Shift+Z
help-play = 再生、一時停止
help-step = 1 エポック
help-step-ten = 10 エポック
help-ends = 最初、最後のエポック
help-stages = 前の段階、次の段階
help-new-init = 初期の重みを再生成
help-reset = ノートブックに戻す
help-log = 損失を線形、対数で
help-undo = 編集を元に戻す
help-redo = 編集をやり直す
help-help = このウィンドウ

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
