# The words of the window, in English. Each key stands in ja.ftl as well; a test compares them.

app-title = modescope
title-unnamed = not yet named

## Controls

presets = Presets
presets-hint = Experiments worth seeing
preset-notebook = As in the notebook
preset-notebook-hint = lr 100, γ 10⁻¹², 30 hidden units: four drops
preset-no-bumps = No bumps: γ 1
preset-no-bumps-hint = A large start: all modes are learned at once
preset-two-bumps = Bumps that merge: γ 10⁻²
preset-two-bumps-hint = Half way from four drops to one: neighbouring drops run into each other
preset-slow = Small steps: lr 20
preset-slow-hint = The same four drops, five times as late
preset-oscillates = Past the limit: lr 270
preset-oscillates-hint = The strongest mode swings for ever
preset-diverges = Far past it: lr 340
preset-diverges-hint = The weights blow up
preset-no-hidden = No hidden layer
preset-no-hidden-hint = Every mode is learned at the same rate: no stages
preset-narrow = A bottleneck of three units
preset-narrow-hint = Only three modes can ever be learned
preset-sixteen = Sixteen items
preset-sixteen-hint = A tree of four levels
preset-cells = Later cells of the notebook
preset-cells-hint = With the very numbers that the notebook draws when it is run from the top at seed 2021
preset-demo-widget-notebook = The first demo's sliders
preset-demo-widget-notebook-hint = The second network: its first run, before a slider is moved
preset-modes-notebook = Singular values
preset-modes-notebook-hint = The third network, whose modes are plotted
preset-rsm-widget-notebook = The similarity slider
preset-rsm-widget-notebook-hint = The fourth network, whose representation is watched
preset-bonus-deep-notebook = Bonus: the deep network
preset-bonus-deep-notebook-hint = The seventh network, on a fourth data set, beside linear regression
preset-bonus-no-hidden-notebook = Bonus: without a hidden layer
preset-bonus-no-hidden-notebook-hint = The eighth network, from torch's own first weights, at learning rate 1000

section-training = Training
section-network = Network
seed = seed
section-data = Data

control-lr = Learning rate
control-lr-hint = Size of a gradient step (lr, eta). It sets the pace; the bumps come from γ. Double-click the name for the notebook's value.
stability-within = { $percent } % of its stability limit, { $limit }
stability-small = below 1 % of its stability limit, { $limit }
stability-past = { $percent } % of its limit, { $limit }: swings or diverges
stability-hint = Near the solution every epoch multiplies the strongest mode's error by the same factor, with one hidden layer 1 − 2ε s_1. Past the limit, there N·P / (2 s_1), the factor is below −1: once it is learned the strongest mode swings, and far past the limit the run diverges. N is the number of features, P that of items, s_1 the largest singular value, ε = 2 lr / (N·P).
gamma-weights-given = Not used: the first weights are given
control-gamma = Initialisation scale γ
control-gamma-hint = First weights have standard deviation γ / √(n_in + n_out). The smaller, the longer the plateaus between drops. Type 1e-12 or 10^-12.
control-epochs = Epochs
control-epochs-hint = How long to train.
control-hidden-layers = Hidden layers
control-hidden-layers-hint = Weight matrices between input and output, less one. The notebook has one hidden layer.
control-hidden-units = Hidden units
control-hidden-units-hint = Width of the hidden layer. With fewer units than items, some modes can never be learned.
control-hidden-units-of = Hidden units, layer { $layer }
control-levels = Levels
control-levels-hint = Levels of the tree below its root. The items are its leaves: branches to the power of levels.
control-branches = Branches
control-branches-hint = Children of each node of the tree.
control-flip = Flip probability
control-flip-hint = How often a feature changes its sign from a node to its child. At 0.5 items have nothing in common.
control-features = Features
control-features-hint = Number of outputs, each a feature drawn from the tree.
control-init-seed = Init seed
control-init-seed-hint = torch's seed for the first weights. 2021 is the notebook's.
control-data-seed = Data seed
control-data-seed-hint = numpy's seed for the features. 2021 is the notebook's.
control-typed = { $name }, typed
button-new-init = New init
button-new-init-hint = Draw the first weights from the next seed
button-new-data = New data
button-new-data-hint = Draw the features from the next seed
own-size = { $items } items, { $features ->
    [one] { $features } feature
   *[other] { $features } features
}
button-back-to-tree = Back to the tree
button-back-to-tree-hint = The notebook's data again. Your own can be had back by undo.
button-reset = Reset to the notebook
button-reset-hint = Every choice as in the tutorial

## What was refused

field-lr = the learning rate
field-gamma = gamma
field-epochs = the number of epochs
field-hidden-layers = the number of hidden layers
field-hidden-units = the number of hidden units
field-levels = the number of levels
field-branches = the number of branches
field-flip = the flip probability
field-features = the number of features
field-data-outputs-before = the number of numpy's outputs passed over
field-items = the number of items (branches to the power of levels)
field-user-feature = a user feature
field-watched = a watched item or feature
field-watched-pairs = the number of watched pairs
field-weights = the given weights
field-init-outputs-before = the number of torch's outputs passed over
field-memory = memory
error-still = { $reason } · still { $value }
error-not-finite = { $name } must be a finite number
error-not-positive = { $name } must be above zero
error-out-of-range = { $name } must be from { $min } to { $max }
error-wrong-length = { $name } has { $found } values for { $expected } items
error-other-shapes = { $name } do not have the shapes of this network's layers
error-too-large = memory: this network needs { $needed } MB, and { $budget } MB are allowed; take fewer features or hidden units
error-not-a-number = not a number (0.5, 1e-12)
error-not-whole = must be a whole number
error-negative = must not be negative
error-seed = a whole number to 4294967295
refused-not-finite = must be a finite number
refused-not-positive = must be above zero
refused-out-of-range = must be from { $min } to { $max }
error-epoch = an epoch of this run is a whole number from 0 to { $last }

## Top bar

menu-theme = Theme
menu-theme-hint = Light or dark
theme-system = As the system
theme-light = Light
theme-dark = Dark
menu-language-hint = Language
button-dismiss = OK

## Commands: menus, shortcuts, the command palette

menu-edit = Edit
menu-edit-hint = Undo, new draws, pinned runs
menu-view = View
menu-view-hint = What is shown, and how
menu-playback = Playback
menu-playback-hint = Move along the epochs
menu-help = Help
menu-help-hint = What to do here, shortcuts, all commands
menu-below = Panel below the similarity matrix
menu-below-hint = A closer look at the epoch, in the Learning view
menu-language = Language
export-figure-hint = For a slide or a paper: .png or .svg
language-english = English
language-japanese = 日本語
hint-with-shortcut = { $hint } ({ $shortcut })
undo = Undo
redo = Redo
copy-figure-of = Copy a figure: { $name }
command-new-init = New first weights, from the next seed
command-new-data = New data, from the next seed
command-pin = Pin this run
command-show = Show the view { $name }
command-loss = Show the loss
command-modes = Show the modes
command-log = Loss on a logarithmic axis
command-raw = Singular values, not normalised
command-aligned = Strength of each mode, in place of singular values
command-theory = Next theory: discrete, continuous, both, none
command-seeds = Range of the curves over 50 seeds
command-below = Below the matrix: { $name }
command-theme = Theme: { $name }
command-language = Language: { $name }
command-size = Size: { $name }
command-presented = Keep while presenting: { $name }
menu-size = Size
menu-size-hint = How large letters, lines and pictures are
menu-presented = Keep while presenting
menu-presented-hint = The controls that stay in sight while presenting
present = Present
present-end = End presenting (Esc)
command-next-region = Keyboard to the next part of the window
command-previous-region = Keyboard to the part before
size-80 = 80 %
size-90 = 90 %
size-100 = 100 %
size-125 = 125 %
size-150 = 150 %
size-200 = 200 %
command-preset = Preset: { $name }
command-play = Play or pause
command-epoch-back = One epoch back
command-epoch-forward = One epoch forward
command-ten-epochs-back = Ten epochs back
command-ten-epochs-forward = Ten epochs forward
command-first-epoch = First epoch
command-last-epoch = Last epoch
command-help = Help and shortcuts
command-recover = Recover unsaved work
command-palette = Find a command
palette-hint = Type a few words of a command
palette-nothing = No command has these words
why-nothing-to-undo = There is nothing to undo
why-nothing-to-redo = There is nothing to redo
why-no-run = No run is shown yet
why-pinned-already = This run is pinned already
why-no-atlas = The atlas is not in front: open its view first
why-nothing-watched = No prediction is watched: choose one in the Illusions view
why-own-data = The data are your own: no seed draws them
why-no-work-left = No unsaved work of an earlier session is kept
why-tree-data = The data come from the tree already

## Timeline and status

epoch = Epoch
epoch-typed = Epoch, typed
epoch-hint = The epoch looked at. Moving it never retrains.
play = Play
pause = Pause
stage-back = Previous stage
stage-forth = Next stage
speed = { $n } epochs/s
speed-name = Speed of playing
stage-tick = stage learned by epoch { $epoch }: ] and [ go here
stage-foreseen = stage foreseen at epoch { $epoch }, half learned
mode-name = mode { $mode }: { $what }
stage-name = { $n ->
    [one] mode
   *[other] modes
} { $modes }: { $what }
status-preparing = preparing …
status-training = training: epoch { $done } of { $all } ({ $percent } %)
status-unlearned = {" "}· nothing is learned yet
status-finished = { $epochs ->
    [one] { $epochs } epoch
   *[other] { $epochs } epochs
} in { $time } · loss { $loss }{ $below ->
    [0] {""}
   *[other] , below 10⁻³ from epoch { $epoch }
} · { $drops ->
    [one] { $drops } drop
   *[other] { $drops } drops
}
status-past-limit = { $epochs ->
    [one] { $epochs } epoch
   *[other] { $epochs } epochs
} in { $time } · loss { $loss } · lr { $lr } is past the stability limit of about { $limit }
status-oscillates = { $epochs ->
    [one] { $epochs } epoch
   *[other] { $epochs } epochs
} in { $time } · loss { $loss } · oscillates: lr { $lr } is past the stability limit of about { $limit }
status-diverged-past-limit = diverged at epoch { $at } (shown up to { $epoch }): lr { $lr } is past the stability limit of about { $limit }
status-diverged = diverged at epoch { $at } (shown up to { $epoch }): the steps are too large for so large a start
status-at-epoch = epoch { $epoch }: loss { $loss }
status-thinned = a long run: every { $nth } epoch is kept
offer-epochs = { $n } of { $of } modes are not learned: train { $epochs } epochs
offer-none = { $n } of { $of } modes are not learned: they hardly count in the loss, which has settled
offer-zscore = { $n } of { $of } modes are not learned, since the values of { $name } are so large: z-score the features
offer-gamma = Train from a larger start, γ { $gamma }
offer-lr = Train with the learning rate { $lr }, which fits these data
offer-hint = Sets the control; undo takes it back
status-panicked = this run failed by a bug ({ $message }); the next change starts afresh
message-settings-aside = The settings could not be read ({ $reason }). They were set aside as { $path }.
message-settings-unsaved = The settings could not be saved to { $path }: { $reason }

## Learning

dynamics-title = Learning dynamics
plot-name = Learning dynamics
plot-description = Learning dynamics: at epoch { $epoch } the loss is { $loss }; it falls in { $drops ->
    [one] { $drops } drop
   *[other] { $drops } drops
} over the run
zoom-whole-run = Show the whole run
zoom-whole-run-hint = Undo zooming and panning (or double-click the plot)
zoom-in = Zoom in
zoom-in-hint = Zoom in (or Ctrl and the wheel; each axis alone at the axis)
zoom-out = Zoom out
zoom-out-hint = Zoom out (or Ctrl and the wheel; each axis alone at the axis)
zoom-axis-hint = The wheel zooms this axis, a drag moves it, a double-click shows all of it
toggle-loss = Loss
toggle-loss-short = Loss
toggle-loss-shorter = Loss
toggle-loss-hint = The mean squared error, red, left axis
toggle-modes = Modes
toggle-modes-short = Modes
toggle-modes-shorter = Modes
toggle-modes-hint = The singular values of the whole network, blue to green, right axis
toggle-log = Log loss
toggle-log-short = Log loss
toggle-log-shorter = Log
toggle-log-hint = The loss on a logarithmic axis
toggle-raw = Singular values, not normalised
toggle-raw-short = Not normalised
toggle-raw-shorter = Raw
toggle-raw-hint = Singular values as they are, not divided by the largest of the run
toggle-aligned = Strength of each mode
toggle-aligned-short = Mode strengths
toggle-aligned-shorter = Strengths
toggle-aligned-hint = Each of the data's modes by itself, its strength u·W·v, in the place of the sorted singular values: now curves can cross
toggle-seeds = 50 seeds
toggle-seeds-short = 50 seeds
toggle-seeds-shorter = Seeds
toggle-seeds-hint = The same setting from 50 first draws: range and median of every curve
seeds-busy = { $done } of { $all } draws …
seeds-shown = Shaded: the range of { $all } draws; thin line: their median{ $diverged ->
    [0] {""}
   *[other] {" "}({ $diverged } diverged)
}
seeds-shown-hint = All { $all } draws count. From the epoch at which a draw diverges its loss and singular values count as infinite, and its strengths and predictions are left out: { $left } of { $all } draws reach the end.
seeds-cancel = Cancel
seeds-failed = The draws failed by a bug ({ $message }); the next change starts afresh
theory = Theory:
letters-hint = N: number of features; P: number of items; s: singular value of a mode, what its strength is to become (s_1 the largest); a, b: its strength with and without a hidden layer; lr: learning rate; ε = 2 lr / (N P), the step
theory-hint = Foreseen before the first epoch, from the data's modes and the first weights
toggle-discrete = discrete
toggle-discrete-short = discrete
toggle-discrete-shorter = discr.
toggle-discrete-hint = Each mode as a net of its own, in steps of the learning rate: a ← a (1 + ε (s − a))², ε = 2 lr / (N P); a its strength, s its singular value, N features, P items
toggle-continuous = continuous
toggle-continuous-short = continuous
toggle-continuous-shorter = cont.
toggle-continuous-hint = The closed form of Saxe, McClelland and Ganguli, in the limit of small steps
split-columns = Divider between left and right (arrow keys move it; Home or a double-click puts it back)
split-rows = Divider between above and below (arrow keys move it; Home or a double-click puts it back)
theory-waiting = Theory comes with the end of the run.
theory-no-hidden = Without a hidden layer the theory is exact: every mode is learned at the same rate, b ← s − (s − b)(1 − ε).
theory-no-hidden-continuous = Without a hidden layer there is no continuous theory to draw; the discrete one is exact.
theory-long = This run is too long for its theory to be held against it beforehand.
theory-none = With { $layers } hidden layers no theory is drawn: the one there is needs layers that start aligned, and random ones do not.
theory-past-stability = The learning rate is { $times } times its stability limit: theory does not hold there and is not drawn.
theory-not-decoupled = Modes do not decouple at γ { $gamma }: the theory does not apply; mode { $mode } is expected to be off by { $percent } % of its strength.
theory-step-too-large = The continuous theory is { $epochs } epochs early because lr·2s/(N·P) = { $step } is not small.
theory-compete = Modes of about the same singular value compete: mode { $mode } is expected to be off by { $percent } % of its strength.
theory-meets = Every mode is foreseen within 5 % of its strength.
below-modes = What each mode is
below-modes-short = Modes
below-modes-hint = Each mode's item side as bars, and the split it makes
below-map = Map
below-map-short = Map
below-map-hint = The items in two dimensions, moving apart as they are told apart
below-tree = Tree
below-tree-short = Tree
below-tree-hint = The items as a dendrogram whose splits open as modes are learned
below-runs = Runs
below-runs-short = Runs
below-runs-hint = This run beside the pinned ones: compare, sort, hide, rename, train again
below-microscope = Microscope
below-microscope-short = Microscope
below-microscope-hint = The network at this epoch as a product of three matrices, in which modes can be switched off
below-stands-in = the run blows up: shown is epoch { $epoch }, the last before
map-across = Across
map-up = Up
map-no-axis = none
map-explained = The hidden activity of each item, along the directions that two modes open in it. Lines: the way since epoch 0. The scale is one for the whole run.
map-explained-centred = The hidden activity of each item, seen from their middle along the directions that two modes open in it. Lines: the way since epoch 0. The scale is one for the whole run.
map-description = Map of the items along modes { $across } and { $up } at epoch { $epoch }, in { $places } places: { $groups }
tree-hover =
    { $left } | { $right }
    at most { $height } apart
tree-description = Tree of the items at epoch { $epoch }, open into { $branches } branches: { $groups }
microscope-note = a click on a mode's number leaves it out
microscope-switch = Use { $name }
microscope-switch-hint = Click to see the network without it, or with it again
microscope-all-on = All on
microscope-with-all = with all modes
microscope-without = modes off: { $modes }
microscope-off-target = Largest error of a prediction: { $off }.
microscope-share-all = The product is the whole network: nothing is left over from the first weights.
microscope-share = The product is { $percent } % of the network (of the sum of squares); the rest is left over from the first weights and not shown.
microscope-share-none = The network is zero, or its values are too large to be taken apart.
microscope-features = Of { $of } features the last { $shown } are shown.
microscope-hover-product =
    { $item } × { $feature }
    says { $value }, taught { $taught }
microscope-description = Product of U, A and V transposed at epoch { $epoch }, { $without }; largest error of a prediction { $off }. { $share }
rsm-scale = RSM scale
rsm-scale-hint = What the colours of the similarity matrix are relative to
rsm-scale-run = Whole run
rsm-scale-run-hint = The largest value of the whole run, as in the notebook
rsm-scale-epoch = This epoch
rsm-scale-epoch-hint = The largest value at this epoch: shows structure before it has grown
rsm-scale-cosine = Cosine
rsm-scale-cosine-hint = The cosine between two items' hidden activities, from −1 to 1
rsm-scale-final = Minus final
rsm-scale-final-hint = What is still missing: this epoch's matrix minus the run's final one, of the largest value of the run
rsm-layer = Layer
rsm-layer-n = RSM of hidden layer { $n }
rsm-title = Similarity (RSM)
rsm-title-at = Similarity (RSM), epoch { $epoch }
rsm-title-at-short = RSM, epoch { $epoch }
rsm-none = Without a hidden layer there is no representation to compare.
rsm-hover =
    { $a } – { $b }
    { $what }: { $shown }
    inner product h·h: { $value }
    click: follow it over the epochs, or no more
rsm-description = Similarity at epoch { $epoch }: most alike { $most }; least alike { $least }
rsm-description-final = Similarity at epoch { $epoch } minus the final one: most above it { $most }; most below it { $least }
pair-line = { $name }: similarity { $value } at epoch { $epoch }, from { $least } to { $most } over the run
pair-line-remove = Remove { $name }

## Pinned runs

pin = Pin
pin-hint = Keep this run's curves beside those to come
toggle-pins = Pinned runs
toggle-pins-hint = The table of runs, in the Learning view: compare, rename, train again, remove. P pins the run that is shown.
pins-none = No run is pinned yet. P, or the button at the top, pins the run that is shown.
pin-name = pinned run
pin-name-of = Name of pinned run { $n }
pin-lr = lr
pin-gamma = γ
pin-hidden = hidden
pin-seed = seed
pin-epochs = epochs
pin-data = data
pin-no-hidden = none
pin-tree = tree
pin-drops = drops
pin-learned = below
    10⁻³ at
pin-loss = loss
pin-diverged = diverged at { $epoch }
pin-this-run = this run
pin-letter-hidden = h: hidden units of each layer
pin-letter-items = P: items
pin-letter-features = N: features
pin-letter-epochs = ep.: epochs
pin-learned-hint = First epoch with a loss below 10⁻³
pin-sort = Sort by { $column }: again for the other way round, a third time as pinned
pin-hide = Hide the curves of { $name }
pin-show = Show the curves of { $name }
pin-colour = Another colour for { $name }
pin-restore = Train { $name } again
pin-remove = Remove { $name }

## Views

view-learning = Learning
view-illusions = Illusions
view-data = Data
view-regression = Regression
view-atlas = Atlas
data-shown-first-last = Shown are the first and the last features, { $shown } of { $of }: more would be too small to see. The network learns all of them.
data-shown-last = Shown are the last features, { $shown } of { $of }, as in the tutorial: your own are among them. The network learns all of them.
data-dimensions = { $items } items, each a one-hot input · { $outputs } features as outputs{ $own ->
    [0] {""}
   *[other] , { $own } of them added here
}
group-name = Name the group { $items }
group-name-hint = Click to name this group: modes and stages are then called by it. An empty name brings back the usual one.
group-typed = Name of the group { $items }
data-hover = { $item } – { $feature }: { $value }
data-tree = The tree behind the data
data-spectrum-own = Singular values of the data
data-no-tree = These data are your own, not drawn from a tree: the values expected for the tree and its named examples do not apply. The modes are read off the data themselves.
data-spectrum = Singular values of the data; line: expected for this tree

## Files

menu-file = File
menu-file-hint = Open, save, export
open = Open
open-text = An experiment (.toml); or data of your own: a table (CSV: names of features in the first row, names of items in the first column) or numpy's arrays (.npz: features, items, W1 …).
open-recent = Open recent
save = Save
quit-title = Save before closing?
quit-text = There are unsaved changes: to the setting, the tables, or pinned runs.
quit-save = Save
quit-discard = Close without saving
quit-cancel = Cancel
replace-title = Save your work first?
replace-text = The file replaces the setting and the tables; an experiment file replaces the pinned runs, too. Some of them are not saved.
replace-save = Save, then open
replace-discard = Open without saving
save-over-title = Save over another program's changes?
save-over-text = Another program has changed this file since it was opened or saved here. Saving replaces those changes.
save-over-anyway = Save anyway
save-over-elsewhere = Save as …
recover-title = Recover unsaved work?
recover-text = The program was ended without being closed. A copy of the work that was not saved is still there.
recover-open = Recover
recover-discard = Discard
recover-of = Unsaved changes to { $path }
recover-of-none = Never saved in a file
recover-minutes = Last changed { $n ->
    [0] less than a minute
    [one] { $n } minute
   *[other] { $n } minutes
} ago
recover-hours = Last changed { $n } hours ago
recover-days = Last changed { $n } days ago
recover-difference = { $name } { $now } (was { $before })
recover-pins = Number of pinned runs
recover-features = Features of your own
recover-watched = Watched predictions
recover-groups = Names for groups of items
recover-other-data = Other data: { $name }
recover-tree-data = Data drawn from a tree
recover-being-read = Its file is being read …
recover-unreadable = Its file cannot be read. Recover says why; Discard removes it.
recover-more = and { $n } more
message-work-left = Unsaved work of an earlier session is still kept
message-no-work-left = The unsaved work is not there any more: another window has recovered or discarded it
message-key-on = { $name }: on ({ $key } switches it off)
message-key-off = { $name }: off ({ $key } switches it on)
message-reset = Reset to the notebook's setting; Undo brings back what was there
message-recovered = Unsaved work recovered; it is not saved in a file yet
message-not-recovered = The unsaved work cannot be read. { $reason }. Its file is kept as { $path }
message-others-left = One file is open at a time; not opened: { $names }
message-no-autosave = Unsaved work in this window would not survive a crash: { $reason }
message-no-autosave-place = { $n } windows are open already, and each has a copy of its unsaved work; this one has none. Save what you want to keep.
message-closes-when-written = A file is still being written; the window closes when that is done. Close the window once more to stop the writing.
message-autosave-failed = Unsaved work could not be copied to { $path }, for the case of a crash: { $reason }
save-experiment = Save the experiment as
save-experiment-text = Everything that decides the picture, as a text file (.toml) that can be read, edited and opened again.
export-figure = Export a figure
export-figure-of = Export a figure: { $name }
export-figure-text = For a slide or a paper, as it is shown here, with the notebook's colours: .png, .svg or .pdf.
picture-dynamics = Learning dynamics
picture-rsm = Similarity at this epoch
picture-dynamics-rsm = Learning dynamics and similarity at this epoch
picture-map = Map at this epoch
picture-tree = Tree at this epoch
picture-microscope = Microscope at this epoch
picture-illusions = Predictions
picture-data = Labels and features
picture-spectrum = Singular values of the data
picture-modes = What each mode is
picture-comparison = Regression beside two networks
picture-atlas = Atlas
picture-section = Section of the atlas
picture-width = Width
picture-width-own = Own size
picture-width-hint = The height keeps the proportions; letters keep their size. A column of a paper is about 8.5 cm wide.
picture-dpi = Resolution
picture-size = { $width } × { $height } pixels
picture-sharp = Sharp at any resolution
export-curves = Export the curves
export-curves-text = Loss, modes and watched predictions of every epoch, as a table (.csv).
export-run = Export the run
export-run-text = Everything of the run as numpy's arrays (.npz): features, items, W1 …, losses, modes, rsms_1 …, illusions, W_tot, lr, gamma.
export-script = Export as a PyTorch script
export-script-text = A short script (.py) that repeats this run: the tutorial's own loop. Where it needs data or weights, they are put beside it (.npz).
copy-figure = Copy a figure
copy-figure-hint = As a picture on the clipboard, at the size and resolution of the last export
message-copied = The figure is on the clipboard
message-no-font = The figure is drawn, but no font on this computer has these characters, which are boxes in it: { $letters }
message-experiment = { $name } is open
open-data = Open data
open-data-hint = Your own items and features, from a CSV or .npz file. A file can also be dropped on the window.
save-data = Save data
save-data-text = What the network is taught, your own features included, as a table (.csv) or as numpy's arrays (.npz).
save-data-hint = What the network is taught, as CSV or .npz
file-path = Path of the file
file-path-hint = such as /home/me/animals.csv
file-browse = Browse …
file-browse-hint = The desktop's own dialog, where there is one
file-no-dialog = This desktop has no dialog for files (no xdg-desktop-portal answers). Type the path, or drop the file on the window.
file-open = Open
file-save = Save
file-cancel = Cancel
file-busy = working …
file-reading = reading …
file-reading-named = Reading { $name } …
file-stop = Stop reading
file-replace = Already there: { $names }. Save once more to replace it.
file-failed = This failed by a bug ({ $message })
file-changed = another program has changed it since it was opened or saved here; it was not saved over
file-error = { $name }: { $reason }
file-not-found = no such file
file-denied = permission denied
file-not-a-folder = a part of the path before the name is a file and no folder
file-disk-full = the disk is full
file-read-only = nothing can be written to this disk
file-no-folder = the folder { $folder } does not exist; make it first, or choose another one
file-is-folder = this is a folder; choose a file in it
file-is-device = this is a device and no file; save what it gives as a file first
file-is-socket = this is a socket and no file; save what it gives as a file first
file-too-large = the file has { $found } MB and may have { $most } MB
one-or-other = { $one } or { $other }
file-ending = the name must end with { $endings }
file-drop = Drop an experiment (.toml), a CSV or an .npz file to open it
message-opened = { $name } is open: { $items } items, { $features ->
    [one] { $features } feature
   *[other] { $features } features
}; the learning rate was set to { $lr }, which fits it
message-opened-weights = { $name } is open: { $items } items, { $features ->
    [one] { $features } feature
   *[other] { $features } features
}; it starts from the file's own weights, which gamma does not scale; the learning rate was set to { $lr }, which fits it
message-saved = Saved as { $path }
figure-empty = nothing was recorded
figure-no-layer = there is no hidden layer { $layer }; the network has { $all }
figure-no-epoch = epoch { $epoch } was not recorded; the last one is { $last }
figure-nothing-watched = no prediction was watched
figure-no-data = what the run was taught is not at hand
figure-one-item = there is a single item, and nothing to tell it from
figure-size = the picture would be too large
figure-side = a figure may be from 1 to 200 cm wide and high
figure-no-epochs = epochs { $from } to { $to } are not a part of the run; the last one is { $last }
figure-no-modes = there are { $all } modes, and a map takes two different ones of them
experiment-no-version = there is no version, so this is no experiment file
experiment-newer = the file is of version { $found }, and this modescope reads up to version { $known }
experiment-source = there must be either [tree] or [own], and not both
experiment-encoding = must be one of UTF-8, UTF-16LE, UTF-16BE, Windows-1252, Shift_JIS, EUC-JP, ISO-2022-JP and GB18030
experiment-choices-without-file = these choices are about a data file; there must be `file` or `path` beside them
experiment-feature-names = `feature_names` are for the data of [[own.item]]
experiment-no-group = the first and the last item, from 0, of all that are below one branch of the tree
experiment-group-twice = this group of items has a name already
experiment-group-nameless = a group of items needs a name
experiment-not-text = this is not UTF-8 text
experiment-version = there is no version { $found }
experiment-missing = the field `{ $key }` is missing
experiment-unknown = unknown field `{ $found }`; known here: { $known }
experiment-meant = { $said }; did you mean “{ $like }”?
beside-no-folder = the experiment file’s folder is not known, so a path from there leads nowhere
beside-outside = the path must stay in the experiment file’s folder: without “..”, and not from a root
beside-no-file = this is no file
beside-too-large = the data files that are named here have more than { $limit } MB together
kept-unknown = no [[file]] has the name “{ $name }”
kept-same-name = two files have this name
kept-content = there must be either `text` or `gzip`, and not both
kept-not-base64 = this is not base64
kept-damaged = it is damaged, or not packed with gzip
kept-too-large = with this one, the files unpack to more than the { $limit } MB that all may have
experiment-exclude = there cannot be `{ $one }` beside `{ $other }`
pair-unknown = there is no { $noun ->
    [item] item
   *[other] feature
} "{ $name }" (by name, or by number from 0 to { $last })
pair-unknown-like = there is no { $noun ->
    [item] item
   *[other] feature
} "{ $name }"; did you mean "{ $suggestion }"?
pair-ambiguous = { $n } { $noun ->
    [item] items
   *[other] features
} are called "{ $name }"; choose one by its number from 0: { $indices }
experiment-place = line { $line }, { $field }
place-line = line { $line }
place-row = row { $row }
place-cell = row { $row }, column { $column }
place-headed = { $cell } ("{ $heading }")
place-of-item = { $place } of item "{ $item }"
cells-yes-no = yes and no
cells-numbers = numbers
read-empty = the file is empty
read-not-utf8 = row { $row } is not UTF-8 but perhaps { $likely }: choose the encoding, or save the file as UTF-8
read-not-in-encoding = row { $row } cannot be read as { $encoding }; choose another encoding
read-not-text = row { $row } holds what no text holds: the file is damaged, or no table of text
read-not-an-archive = there is no array `{ $array }`: the file is no .npz archive, which alone has several
read-ragged = row { $row } has { $found } cells where the first row has { $expected }; is a separator missing, or does one stand in a cell without quotes?
read-empty-cell = { $place } is empty and must be a number, yes or no
read-not-a-number = { $place } holds "{ $text }", which is neither a number nor yes or no
read-mixed = { $place } holds "{ $text }" in a table of { $others }; use the same throughout
table-no-header = the first row ({ $row }) holds values and no names, so there is no header
table-title-row = the first row holds only “{ $title }”, a title and no features’ names; remove the rows above the names
table-no-item-column = the first column (column { $column }) holds numbers and no item names
table-no-column = there is no column "{ $wanted }"; there are { $known }
table-no-column-like = there is no column "{ $wanted }"; did you mean "{ $like }"? There are { $known }
table-no-class = { $place } is empty, so its item has no class
table-ambiguous-column = several columns are called "{ $wanted }" ({ $columns }); say which by its number
table-missing = { $place } is missing a value (it holds "{ $text }"){ $n ->
    [one] {""}
   *[other] . { $n } values are missing in all
}
table-missing-empty = { $place } is missing a value{ $n ->
    [one] {""}
   *[other] . { $n } values are missing in all
}
table-no-such-rows = there are no rows { $range }: below the heading the table has { $n } rows
table-not-a-value = { $place } holds "{ $text }", which is neither a number nor yes or no
table-date = { $place } holds the date "{ $text }", and a date is no value; remove the column, or write a number instead, such as a year
table-sign = { $place } holds "{ $text }"; write numbers without percent and currency signs
table-grouped = { $place } holds "{ $text }", whose digits are grouped; write numbers without thousands separators
table-thousands = { $place } holds "{ $text }": its dot or comma may be the decimal sign, or group the digits of a larger number
table-mixed-decimals = { $place } holds "{ $text }" where other cells have the other decimal sign
read-too-few-items = the number of items is { $found } and must be at least { $limit }
read-too-many-items = the number of items is { $found } and must be at most { $limit }
read-no-features = there are no features: the table needs at least one column of values
read-too-many-features = the number of features is { $found } and must be at most { $limit }
read-too-many-numbers = { $array } has the shape { $shape }, which is more than can be read
read-empty-name = { $place } has no item name
read-duplicate-name = { $place } holds "{ $name }", which an item before it is called already
read-long-name = { $place } holds a name that is longer than { $limit } characters
read-constant = as they are read, all values are the same; the items must differ in something
read-not-finite = { $place } holds { $value }, which is not a finite number
read-too-large = { $place } holds { $value }; values must be from -{ $limit } to { $limit }
read-not-npz = this is not an .npz file of up to 2 GB, or it is cut short
read-no-matrix = there is no array of numbers with two dimensions, items by features; the file holds: { $arrays }
read-several-matrices = several arrays may be the table: { $arrays }
read-foreign = this is a file of the kind { $kind }, which is not read here; save its table as .csv with the program that wrote it
read-foreign-converted = this is a file of the kind { $kind }, which is not read here; convert it in { $language }: { $line }
read-damaged-packing = the { $packing } file is damaged or cut short
read-encrypted = the archive has a password; unpack it with that password, and open what is in it
read-packing-method = a file of the archive is packed by the method { $method }, which is not read here; pack it again as .zip in the usual way (deflate), or with np.savez_compressed
read-unpacks-to-more = the { $packing } file unpacks to more than { $limit } MB, the limit for a file of its size; unpack it first if it is meant
read-several-files = the zip archive must hold one table, and holds: { $names }; unpack the one that is meant
read-too-many-arrays = the archive holds { $found } files and may hold at most { $limit }
read-tangled-archive = files of the archive overlap or have the same name; save it again with np.savez
read-too-many-layers = there are { $found } layers of weights, and there may be at most { $limit }
read-damaged = { $array } is damaged or cut short
read-no-such-array = there is no array { $array }; the file holds: { $known }
read-missing-array = there is no array { $array }
read-not-a-matrix = { $array } has the shape { $shape } and must have two dimensions
read-names-do-not-fit = { $array } has the shape { $shape } and must have { $expected } names
read-weights-do-not-fit = { $array } is { $found } and must be { $expected }
read-unreadable = { $array } is of the type { $dtype }, which is not read here; convert it in Python: { $line }

## How own data were read

reading-separator = { " · " }
reading-text = text ({ $encoding }), { $separator } between cells
separator-comma = commas
separator-semicolon = semicolons
separator-tab = tabs
separator-blanks = blanks
reading-array = array { $name }
reading-array-unnamed = an array of numbers
reading-packed = packed with { $name }
reading-decimal-comma = decimal comma
reading-grouped = grouped digits
reading-names = { $whose }: { $from }
reading-names-of-items = item names
reading-names-of-features = feature names
names-from-header = first row
names-from-column = column “{ $name }”
names-from-array = from the file
names-from-classes = the classes in “{ $name }”, whose means are the items
names-from-nowhere = none, so they are numbered
values-numbers = numbers
values-as-they-are = numbers as they are
values-zero-one = only 0 and 1, read as no and yes (−1 and +1)
values-as-is = only 0 and 1, taken as numbers
values-words = words for yes and no, read as +1 and −1
reading-missing = { $n ->
    [one] 1 missing value
   *[other] { $n } missing values
}: { $how }
reading-missing-in = { $said } ({ $names })
reading-filled = { $n ->
    [one] 1 cell in “{ $name }”
   *[other] { $n } cells in “{ $name }”
}
reading-exchanged = rows and columns exchanged
reading-left-out = columns left out: { $name }
reading-rows = rows { $from } to { $to } of { $of }
missing-error = not allowed
missing-mean = the feature’s mean
missing-zero = 0
missing-drop-items = items left out
missing-drop-features = features left out
reading-centred = then each feature centred
reading-zscored = then each feature z-scored
reading-duplicates = several features are called “{ $name }”
reading-constant = the same for all items: { $name }
reading-outweighing = the values of { $name } are so large that the loss settles before the other features are learned; z-scored, all have the same weight
reading-transposed = far more items than features: are its rows the features?
reading-and-more = { $names } and { $n } more
skipped-comments = { $n ->
    [one] 1 row with # skipped
   *[other] { $n } rows with # skipped
}
skipped-separator-row = row sep= skipped
skipped-columns = { $n ->
    [one] 1 empty column skipped
   *[other] { $n } empty columns skipped
}
skipped-row-numbers = column { $n }, the row numbers, left out
skipped-arrays = arrays left out: { $name }
skipped-weights = its weights left out
choice-scaling = Values
choice-scaling-hint = What is done to each feature’s values over the items. The variance is the mean of the squares, as numpy has it; a feature that is the same for all items becomes 0.
scaling-none = as they are
scaling-center = centred (mean 0)
scaling-zscore = z-scored (mean 0, deviation 1)
choice-missing = Missing
choice-missing-hint = What becomes of missing values
choice-items = Item names
choice-items-hint = The column that holds the items’ names
items-auto = first column of names
items-auto-array = from the file
items-none = none: number them
choice-group = Class means
choice-group-hint = The items are the means of the classes in this column
group-none = no
choice-drop = Leave out
choice-drop-hint = Columns that are no features
drop-none = no column
drop-some = { $n ->
    [one] { $first }
   *[other] { $n } columns
}
columns-filter = Find a column
columns-filter-more = Name or number of a column
columns-none = no such column
choice-rows = Rows
choice-rows-hint = From one row to another below the heading, both included, such as 2:5; empty for all
rows-form = must be two whole numbers from 1 on with a colon between, such as 2:5; either may be left out
rows-reversed = row { $from } is after row { $to }: the first number must not be larger than the second
choice-header = First row
choice-header-hint = What the first row is
header-names = feature names
header-item = an item
choice-transpose = Items in
choice-transpose-hint = Exchanges rows and columns; the other choices are about the exchanged table
transpose-rows = rows
transpose-columns = columns
choice-zero-one = 0 and 1
choice-zero-one-hint = How a table of only 0 and 1 is read
zero-one-no-yes = no and yes (−1, +1)
zero-one-as-is = the numbers 0 and 1
choice-encoding = Encoding
choice-encoding-hint = How the file’s characters are written as bytes
choice-thousands = Digits grouped by
choice-thousands-hint = The mark between thousands; of dot and comma the other is then the decimal sign
thousands-dot = dots (1.234,5)
thousands-comma = commas (1,234.5)
thousands-apostrophe = apostrophes (1'234.5)
thousands-space = blanks (1 234,5)
thousands-none = nothing (1.234 < 2)
choice-na = Missing too
choice-na-hint = Texts or numbers that say that a value is missing, beside those that are known, with semicolons between: k.A.; -99
choice-array = Array
choice-array-hint = The array of the file that is read
choice-busy = reading …
choice-kept = { $choice }: { $reason }
choice-give-up = Undo this choice
reading-unknown = looking at the file …
reading-failed = How these data were read cannot be told: the file that is kept with the experiment cannot be read as the experiment says ({ $reason }). The data are those that stand in the experiment.
reading-too-large = The file has more than 32 MB, so an experiment file keeps its data but not the file: after that, these choices cannot be changed.
reading-not-known = These data came without their file, so how they were read cannot be changed here: open the file to choose.
doubt-title = How is { $name } to be read?
doubt-preview = The file begins so ({ $rows } rows, { $columns } columns):
doubt-corner = row / column
doubt-corner-turned = column / row
doubt-empty-cell = (empty)
doubt-busy = reading …
doubt-cancel = Do not open it
doubt-back = Back
doubt-question = Question { $n }
way-first-row = The first row is an item: number the features
way-first-row-names = The first row is the features’ names all the same
way-items-in = Column “{ $column }” holds the items’ names
way-number-items = No column holds names: number the items
way-number-items-without = Leave out column “{ $column }” and number the items
way-missing-mean = Fill in the feature’s mean
way-missing-zero = Fill in 0
way-missing-drop-items = Leave out items with missing values
way-missing-drop-features = Leave out features with missing values
way-drop = Leave out column “{ $column }”
way-group-mean = “{ $column }” holds classes: take their means as items
way-array = Read the array “{ $array }”
way-transpose = Exchange rows and columns
way-first-rows = Read the first { $n } rows
way-thousands = “{ $text }” means { $value }: its mark only groups the digits
way-thousands-none = “{ $text }” is between { $below } and { $above }: its mark is the decimal sign
way-zscore = Z-score the features: all on one scale
way-missing-text = “{ $text }” says that a value is missing
way-encoding = Read it as { $encoding }
message-read-anew = Read anew; the learning rate went along to { $lr }, which fits these data
message-lr-kept = Read anew; the learning rate stays { $lr }, as you set it ({ $fitting } would fit these data)

## Illusions

yes = yes
no = no
feature-number = feature { $number }
table-title = What you teach
invitation-title = Teach the network a feature, and watch what it believes on the way
invitation-text = Give the items a feature of your own, yes or no for each. The network learns what groups of items share before it learns single items, so for a while it may believe the opposite of what it is taught. Begin with an example, or add a feature.
invitation-example = Example: { $name }
paste = Paste a feature
paste-hint = A feature as it stands in the notebook: a list of numbers and, if they are there, the names of the items (Ctrl+V here does the same)
paste-title = Paste a feature from the notebook
paste-text = A list with one number for each item; with it, if you like, item_names, illusion_idx and the feature's name.
paste-box = Pasted text
paste-empty = Such as: new_feature = [-1, 1, 1, 1, -1, -1, -1, -1]
paste-yes-no = { $name ->
    [empty] A feature
   *[other] { $name }
}: yes for { $yes } items, no for { $no }
paste-zero-one = { $name ->
    [empty] A feature
   *[other] { $name }
}: 0 and 1 read as no and yes: yes for { $yes } items, no for { $no }
paste-numbers = { $name ->
    [empty] A feature
   *[other] { $name }
}: numbers from { $from } to { $to }, kept as they are
paste-becomes = { $old } becomes { $new }
paste-between = ,{" "}
paste-renamed = Renamed: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
paste-add = Add it
paste-add-hint = Ctrl+Enter in the text does the same
paste-cancel = Cancel
paste-no-values = There is no list of numbers here, such as [-1, 1, 1, 1, -1, -1, -1, -1].
paste-unfinished = A bracket or a quotation mark is not closed.
paste-shortened = The list is shortened by dots; paste all of its numbers.
paste-several-lists = There are { $n } lists of numbers here; paste one feature at a time.
paste-not-a-number = "{ $text }" is not a number, yes or no.
paste-names-do-not-fit = There are { $names } names and { $values } values; each item needs one of either.
paste-no-such-item = The watched item has the number { $item }, and there are { $of } items, counted from 0.
paste-wrong-length = There are { $found } values, and this experiment has { $expected } items.
table-item = Name of item { $n }
table-feature = Name of feature { $n }
feature-add = Add a feature
feature-add-hint = A new column, yes for every item
feature-left = Move { $name } to the left
feature-right = Move { $name } to the right
feature-duplicate = Duplicate { $name }
feature-delete = Delete { $name }
feature-menu = Move, duplicate or delete { $name }
cell-hint = Click or press Space to flip it; the arrows move
cell-watch = Watch { $name }
cell-watch-hint = Draw what the network says of it
find-strongest = Find the most misleading feature
find-strongest-hint = Search all tables of one feature for the one that misleads most
find-strongest-too-many = The search is for at most { $most } items
find-strongest-name = misleading
find-strongest-there = Nothing to add: no feature misleads more than those here
predictions-title = What the network believes
predictions-name = Predictions over the epochs
story-none-watched = No pair is watched: click the dot beside a cell.
story-illusion = { $name }: wrongly believed up to { $peak } (epoch { $at }), { $when }; { $ending }
story-denied = { $name }: wrongly denied down to { $peak } (epoch { $at }), { $when }; { $ending }
story-still = { $name }: still wrongly believed at the end, up to { $peak } (epoch { $at }), { $when }; { $ending }
story-still-denied = { $name }: still wrongly denied at the end, down to { $peak } (epoch { $at }), { $when }; { $ending }
story-no-illusion = { $name }: never wrongly believed; { $ending }
story-never-denied = { $name }: never wrongly denied; { $ending }
story-ends = ends at { $end }
story-diverged = diverged at epoch { $epoch }
story-from-to = from epoch { $from } to { $to }
story-from-on = from epoch { $from } on
story-episodes = in epochs { $epochs }
story-episodes-more = in epochs { $epochs } and { $n } more
belief-limit = Wrongly believed, or wrongly denied where yes is taught: the prediction has the other sign than what is taught, and is beyond ±{ $limit }. Within ±{ $limit } it is undecided.
story-now-wrong = If training stopped at epoch { $epoch }, the network would say: { $name } { $value } ({ $said }), wrong
story-now-right = If training stopped at epoch { $epoch }, the network would say: { $name } { $value } ({ $said }), right
story-now-undecided = If training stopped at epoch { $epoch }, the network would say: { $name } { $value }, neither yes nor no
story-now-of = If training stopped at epoch { $epoch }, the network would say: { $name } { $value }, and { $taught } is taught
story-at-undecided = at { $epoch }: { $value }, undecided
story-at = at { $epoch }: { $value }{ $mark }
story-at-of = at { $epoch }: { $value } of { $taught }{ $mark }
story-unwatch = Watch { $name } no more
story-no-hidden = Without a hidden layer every mode is learned at the same rate, so a prediction goes straight to its target and nothing is believed on the way.
illusion-presets = Examples
illusion-presets-hint = Features that mislead, and one that does not
illusion-shark = Shark has_bones
illusion-shark-hint = A fish without bones: believed to have them while animals part from plants
illusion-parrot = Parrot cannot_speak
illusion-parrot-hint = The one that can speak: believed not to
illusion-medical = Pneumonia heals_by_itself
illusion-medical-hint = An exception among harmless illnesses
illusion-social = Dan likes_maths
illusion-social-hint = A stereotype: judged by the group before oneself
illusion-none = Goldfish can_move: no illusion
illusion-none-hint = A feature that goes with a split of the tree never misleads
illusion-shark-notebook = Shark, exactly as in the notebook
illusion-shark-notebook-hint = The data and weights that the notebook draws at seed 2021, run from the top
illusion-parrot-notebook = Parrot, exactly as in the notebook
illusion-parrot-notebook-hint = The data and weights that the notebook draws at seed 2021, run from the top

## Regression

regression-three = Three ways to one answer
regression-exercise = Exercise: 3 × 3
regression-log-hint = The loss on a logarithmic axis: a straight line is an error that shrinks by the same factor each epoch
regression-features = Features shown:
regression-last = the last { $n }
regression-first = the first { $n }
regression-own = your own
regression-busy = comparing …
regression-too-large = These data are too large to be compared here: W may have 16 million entries.
regression-failed = The comparison failed by a bug ({ $message }); the next change starts afresh.
regression-weights = Weights W at the end of training: cyan for −, magenta for +
way-analytical = regression
way-shallow = no hidden layer
way-deep = deep network
way-yours = your network
way-with-lr = { $name }, lr { $lr }
solutions-title = Loss on the way
solutions-description = Loss on the way: regression { $analytical }, solved at once; at the end no hidden layer { $shallow }, your network { $deep }
difference-largest = largest difference in W at the end of training
difference-close = within 10⁻²
difference-close-hint = As numpy's allclose(a, b, atol=1e-2) has it for every entry
verdict-agree = All three agree within 10⁻²
verdict-differ = They do not all agree within 10⁻²
verdict-diverged = { $name }: diverged at epoch { $epoch } at lr { $lr }, so it has no answer.
verdict-swings = { $name }: swings about its answer and never settles, since lr { $lr } is past its stability limit.
verdict-narrow = { $name }: its narrowest layer of { $units ->
    [one] { $units } unit
   *[other] { $units } units
} lets through at most { $units } of { $modes } modes, however long it learns.
verdict-not-yet = { $name }: has not learned it all yet. After { $epochs } epochs { $learned } of { $modes } modes are more than half learned, and the loss is { $loss }.
path-shallow-lr = The network without a hidden layer has a learning rate of its own, { $lr }, which makes the tutorial's step.
path-shallow-lr-slower = The network without a hidden layer has a learning rate of its own, { $lr }, as in the tutorial: at { $own }, that of the controls, it would learn { $times } times as slowly.
path-shallow = Without a hidden layer the error of every mode shrinks by the same factor each epoch, { $factor }: the loss falls from the first epoch on, and never waits.
path-deep = With a hidden layer a mode grows in proportion to what has grown of it already, so from a small start the loss waits until epoch { $epoch } and then falls in { $drops ->
    [one] { $drops } drop
   *[other] { $drops } drops
}.
path-deep-at-once = From so large a start the deep network does not wait: its loss falls at once, in { $drops ->
    [one] { $drops } drop
   *[other] { $drops } drops
}.
path-both-shallow = Your network has no hidden layer either: it differs from the other in its learning rate and its start alone.
path-same-end = The end is the same, as the product of the layers is all that the loss sees, and only one W makes it least. Here X is the identity, so that W is Y itself.
exercise-text = True weights W are whole numbers from 0 to 9. From samples X and Y = W X + noise, regression finds them again. At the seed 2021 the draw is the notebook's.
exercise-apart = The controls at the left edge of the window (training, network, data) and the timeline do not apply here.
exercise-apart-presented = The timeline does not apply here.
exercise-noise = Noise, standard deviation
exercise-samples = Samples
exercise-inputs = Inputs 2 and 3
exercise-independent = independent
exercise-nearly-equal = nearly equal
exercise-equal = equal
exercise-seed = Seed
exercise-new = New draw
exercise-errors = Error against the number of samples
exercise-error-axis = Largest error of a weight
exercise-rounds-wrong = above: rounding finds another number
exercise-found = Rounding finds every weight again: the largest error is { $error }, less than a half.
exercise-not-found = Rounding does not find all of the weights: the largest error is { $error }. Those that it misses are red.
exercise-regular = X Xᵀ has the condition number { $condition }: it can be inverted without harm.
exercise-nearly-singular = X Xᵀ is nearly singular, with the condition number { $condition }: it could be inverted, but some { $digits } of the sixteen digits would be lost, and noise is magnified. Here X itself is decomposed (U Σ V^T), which loses some { $half }.
exercise-singular = X Xᵀ is singular: its rank is { $rank } and not 3, so there is no inverse. Shown is the least-squares solution of least norm; infinitely many others fit the samples as well.

## Atlas

atlas-map = Map of the runs: arrow keys move the run at hand from cell to cell
atlas-section = What the run settles to
atlas-colour = Colour
atlas-colour-hint = What the colour of a cell tells. Hatched: the run oscillates, or diverges.
atlas-colour-epochs = Epochs to learn
atlas-colour-drops = Drops
atlas-colour-loss = Last loss
atlas-colour-belief = False belief
atlas-colour-diverged = Divergence
atlas-threshold = below
atlas-threshold-name = Threshold of the loss
atlas-threshold-hint = A run counts as fast by its first epoch with a loss below this
atlas-threshold-refused = The threshold must be a number above zero
atlas-x = Lower axis
atlas-y = Left axis
atlas-axis-hint = What changes along this axis; all else is as in the run at hand
atlas-log = log lr
atlas-log-hint = Learning rates on a logarithmic axis
atlas-draws = draws
atlas-draws-hint = How many draws of the first weights each cell has; its colour is their median
atlas-lines = Theory
atlas-lines-hint = Lines that theory foresees, to be held against the cells
atlas-line-limit = Stability limit
atlas-line-limit-hint = The largest learning rate at which the solution is stable: 2 divided by the largest curvature there. Runs of few epochs may not show it yet.
atlas-line-melting = Where drops melt into one
atlas-line-melting-hint = Above each line two neighbouring drops are too close to be seen apart. For one hidden layer with drawn weights that start small; it fails from about gamma 1 on, and near the stability limit.
atlas-line-first-drops = First drop at 10, 20, 50 … epochs
atlas-line-first-drops-hint = Along each line the loss first drops at the same epoch: gamma makes the wait, lr stretches time. For one hidden layer with drawn weights that start small; it fails from about gamma 1 on, and near the stability limit.
atlas-section-mode = first mode
atlas-section-loss = loss
atlas-section-along-x = Section along the lower axis
atlas-section-along-y = Section along the left axis
atlas-section-along-hint = The axis along which the runs lie; all else is as in the run at hand
atlas-section-of-hint = What is drawn of each run's last epochs: one dot where it has come to rest, two or more where it swings
atlas-section-epochs = The number of epochs says nothing of where a run settles
atlas-progress = { $done } of { $all } runs
atlas-stop = Stop
atlas-go-on = Go on
atlas-beyond = the run at hand is beyond the axes: { $place }
atlas-no-fastest = no run comes to rest below the threshold
atlas-failed = The atlas failed by a bug ({ $message }); the next change starts afresh
atlas-waiting = The atlas waits for the run at hand …
atlas-no-axes = These data and weights leave no two numbers that could be changed.

## Lessons

button-lesson = What am I seeing?
button-lesson-hint = What this view shows, and questions to guess at
question-set = Set the controls to this
question-set-already = The controls are set to this
question-set-for = Set the controls to: { $question }
question-set-hint = Trains what the question is about. Undo brings back what was.
question-right = Right.
question-wrong = Not quite.
question-elsewhere = The run shown says nothing of this: set the controls to the question's situation to measure it.

lesson-learning = The network learns, for each item, which features it has. In red is its error, the loss. From blue to green are the modes: the few patterns that the whole network is made of at each epoch. On the right is how alike it holds any two items to be. Each drop of the loss is a mode, or a group of them, being learned: first what all items share, then what parts the large groups, then the small.
lesson-learning-where = x an item, ŷ what is said of it; a the strength of mode k and s what it is to become; N features, P items.
question-wait = Why does the loss wait before it falls?
question-wait-a = The steps are too small at first
question-wait-b = Each layer's step is as large as the other layer, and both start small
question-wait-c = The first items carry no information
question-wait-answer = The gradient of either layer has the other as a factor. With both near zero hardly anything moves, and what does grows by a constant factor: exponentially, but from next to nothing. The loss cannot show that until the mode is of a size with its target. Larger steps shorten the wait and keep its shape.
measured-wait = In this run the loss stays within 5 % of its first value until epoch { $epoch }. Meanwhile the largest mode grows from { $from } % to { $to } % of its strength.
question-bumps = Can you get the bumps back at γ 0.1 with the learning rate alone?
question-bumps-a = Yes, with small steps
question-bumps-b = Yes, with large steps
question-bumps-c = No
question-bumps-answer = The learning rate only stretches time. Whether drops are apart is a matter of how far the modes are from their targets at the start: a small γ gives the strong ones a long lead over the weak ones, a large γ none to speak of. Try it: drag the learning rate, then γ.
measured-bumps = Here, at γ { $gamma } and learning rate { $lr }, the loss falls in one drop.
measured-bumps-learned = Here, at γ { $gamma } and learning rate { $lr }, the loss falls in one drop, and is a hundredth of its first value at epoch { $epoch }.
question-first = Which part first: animals from plants, or fish from birds?
question-first-a = Animals from plants
question-first-b = Fish from birds
question-first-c = Both at once
question-first-answer = A mode grows the faster the larger its singular value, and the split between animals and plants has the larger one: more features go with it, on more items. Broad differences come before fine ones, in networks as in children.
measured-split = { $mode } (singular value { $s }, half learned at epoch { $epoch })
measured-first = In this run: first { $first }; next { $next }.

lesson-illusions = In the table is what you teach; in the plot is what the network says of it on the way. It learns whole modes, not single facts, so for a while an item is given what its group has. A prediction of the wrong sign beyond ±{ $limit } is called wrongly believed, or wrongly denied where yes is taught, and shaded. That is an illusory correlation: a belief that nothing in the data supports.
lesson-illusions-where = ŷ what is said of item i; v k's side of the items; f the feature's values; a the strength of mode k and s what it is to become: a of s is how much of it is learned.
question-shark = When does the network believe that sharks have bones?
question-shark-a = From the first epoch, until it is corrected
question-shark-b = Never: it was taught that they do not
question-shark-c = Once it tells animals from plants, until it tells the animals apart
question-shark-answer = Most animals of the table have bones, so the mode of animals and plants brings bones to all of them, the shark included. Only the modes that tell the fish apart can take them away again, and those are learned later.
measured-illusion = { $story }. It is strongest after { $before }, and before { $after }.
question-no-hidden = Would a network without a hidden layer believe it, too?
question-no-hidden-a = Yes, but later
question-no-hidden-b = No, never
question-no-hidden-c = Yes, and for longer
question-no-hidden-answer = Without a hidden layer all modes are learned at the same pace, so at every moment each prediction has gone the same share of its way: straight to the truth, and never to the other side. Illusions come with depth.
question-misleads = Which feature misleads most?
question-misleads-a = One that half of the items have, by chance
question-misleads-b = One that goes with a split of the tree
question-misleads-c = One with a single exception
question-misleads-answer = What all items share is learned first, and with one exception that is nearly everything: the exception is judged like the rest until the very last modes. A feature that goes with a split is one mode and never misleads.
measured-exception = Here { $item } is the only exception in { $feature }, and the network says { $peak } of it at epoch { $epoch }.

lesson-data = Each item is an input of its own, and the features are what it is to be answered with. They are handed down a tree and change sign now and then, so items that parted late are much alike. Singular values say how much of the data goes with each way to divide the items, and with them, what is learned when.
lesson-data-where = Y the features of all items; s the singular value of mode k, u and v its sides of features and items; N features, λ the eigenvalue to expect for this tree.
question-modes = How many modes can the data have at most?
question-modes-a = As many as items
question-modes-b = As many as hidden units
question-modes-c = As many as features
question-modes-answer = Y has a column for each item, so its rank is at most the number of items, however many features there are. Hidden units do not change the data, but fewer of them than modes leave some unlearned.
measured-modes = Here { $features } features of { $items } items have { $modes ->
    [one] { $modes } mode
   *[other] { $modes } modes
} with a singular value above zero.
question-flip = What becomes of the modes as the flip probability nears a half?
question-flip-a = The first grows beyond all others
question-flip-b = All singular values become alike
question-flip-c = Nothing: the tree is the same
question-flip-answer = At a half a child knows nothing of its parent, so items have nothing in common and no split is stronger than another. All modes are then learned together, and the drops merge into one though γ is small.
measured-flip = Here, at { $flip }, the largest singular value is { $ratio } times the least.
question-sample = Why do the bars not quite meet the lines expected for this tree?
question-sample-a = The network has not learned them yet
question-sample-b = Singular values are found by iteration
question-sample-c = There are only so many features
question-sample-answer = The lines are what infinitely many features would show. With N of them chance is off by about one part in √N, which also sets apart modes that the tree makes equal: one of a pair is learned a little before the other.
measured-sample = Here, with { $features } features, the worst singular value is off by { $percent } % from the one expected for this tree.

lesson-regression = What the network has learned is a single matrix W, the product of its layers. Regression finds the best W at once; a network without a hidden layer and a deep one walk there. They end at the same place, along different ways.
lesson-regression-where = X inputs, Y outputs, one column a sample; b the strength of a mode without a hidden layer, s what it is to become; ε = 2 lr / (N P), with N features and P items.
question-end = Where do the three ways end?
question-end-a = At the same W
question-end-b = The deep network finds a better one
question-end-c = Regression alone finds the best one
question-end-answer = Depth adds no power to a linear network: a product of matrices is a matrix, and only one makes the loss least. What depth changes is the way there, in stages.
measured-end = In this run the deep network's W is off by at most { $deep } from regression's, that without a hidden layer by { $shallow }.
question-no-drops = Why does the network without a hidden layer have no drops?
question-no-drops-a = Its learning rate is larger
question-no-drops-b = Every mode's error shrinks by the same factor
question-no-drops-c = It has fewer weights
question-no-drops-answer = Its gradient is the error itself, with no layer before it to scale it. So strong and weak modes alike lose the same share each epoch, and nothing is learned before something else.
measured-factor = Here the factor is { $factor }: after { $epochs } epochs { $left } of each error is left.
question-singular = How few samples make X Xᵀ of the exercise singular?
question-singular-a = Fewer than 37
question-singular-b = Fewer than 9
question-singular-c = Fewer than 3
question-singular-answer = X has three inputs, so three independent samples determine each row of W; more of them only average the noise away. With two, a direction is never seen, and any weight along it would do. Try it with the exercise's slider.
measured-regular = As the exercise is set now, { $samples } samples show { $rank } of 3 directions: W is determined.
measured-singular = As the exercise is set now, { $samples } samples show { $rank } of 3 directions: X Xᵀ is singular.

lesson-atlas = Each cell is a whole run, and the dot is the one that you see in the other views: drag it. Colours say how soon a run has learned, or what became of it. Two numbers decide: gamma makes the plateaus and drops, the learning rate stretches time, until past the stability limit runs no longer come to rest. On the right is where they settle.
lesson-atlas-where = t the epoch at which mode α is half learned, a(0) its strength at the start and s what it is to become; N features, P items.
question-fastest = Which gamma is below 10⁻³ soonest, at the same learning rate?
question-fastest-a = A small one, such as 10⁻¹²
question-fastest-b = One about 1
question-fastest-c = The largest
question-fastest-answer = A small gamma waits for each mode to grow from next to nothing. About 1 nothing has to be waited for, and well beyond it the network first has to unlearn what its weights happen to say. The star is there.
measured-speed = Here, at learning rate { $lr } and gamma { $gamma }, the loss is below { $threshold } from epoch { $epoch } on.
question-upright = What becomes of the number of drops along the learning rate, at one gamma?
question-upright-a = It grows
question-upright-b = It falls to one
question-upright-c = It hardly changes, if the run is long enough
question-upright-answer = Colour the map by drops: its bands lie across. A larger learning rate brings all drops forward alike. Where fewer are counted at the left, the run ended before the last of them; near the limit steps are so large that two come at once.
measured-drops = Here, at learning rate { $lr } and gamma { $gamma }, the loss falls in { $drops ->
    [one] one drop
   *[other] { $drops } drops
}.
question-beyond = What happens just past the stability limit?
question-beyond-a = The strongest mode goes to and fro between two values
question-beyond-b = The network diverges at once
question-beyond-c = It learns the strongest mode too slowly
question-beyond-answer = Each step overshoots by more than it corrects, until the overshoot is as large as the curvature allows: two values, then four, then no pattern at all, and only far beyond it blows up. It is the period doubling of chaos theory, in gradient descent.
measured-beyond = Here the learning rate is { $lr }, past the limit of { $limit }, and the last loss is { $loss }.
measured-beyond-diverged = Here the learning rate is { $lr }, past the limit of { $limit }, and the run diverges at epoch { $epoch }.

## Self-check

check-open = Check this program
check-open-hint = The tutorial's own exercises, answered by this program's numerics
check-title = Self-check
check-text = The tutorial's exercises, answered here and now by the code that every run uses, at seed 2021.
check-spread = Exercise 0: the weights of a 5000 × 5000 layer, drawn at γ 1, have the standard deviation 1/√(5000 + 5000).
check-recomposition = Exercise 2: the weights of a network are what their singular values and vectors make when multiplied again, and the values followed through training are the same.
check-similarity = Exercise 3: the similarity matrix of a 7 × 17 activity is H Hᵀ, entry by entry.
check-regression = Exercise 5.3.1: regression finds the nine whole-numbered weights behind the noise.
check-passed = passed
check-failed = FAILED
check-running = checking …
check-waiting = to come
check-value = measured { $measured }; right is { $expected } ± { $bound }
check-error = largest error { $measured }; allowed is { $bound }
check-bug = failed by a bug: { $message }
check-again = Check again
check-summary = { $passed } of { $all } checks passed
check-summary-running = { $done } of { $all } checks done, { $passed } passed

## Help

help-title = Help
help-intro = A deep linear network learns which features a few items have. From a small start its loss falls in drops, one for each level of the family tree behind the items.
help-drag = Drag the learning rate and γ: every change retrains at once, on the same random draw.
help-plot = Click or drag in the plot, or use the timeline, to look at an epoch. This never retrains.
help-marks = Above the timeline a hollow triangle stands where a stage is foreseen, half learned, and a full one where it is learned: the keys ] and [ go there.
help-type = Type a number beside a slider, also beyond its range: a learning rate of 270 oscillates, 340 diverges.
help-double-click = Double-click the name of a control to bring back the notebook's value.
help-zoom = Drag with the right button to zoom into the plot, or hold Ctrl and turn the wheel. Shift and drag, the middle button or the wheel move what is zoomed; double-click shows the whole run.
help-belief = A prediction beyond ±{ $limit } counts as a belief: yes above, no below. One of the other sign than what is taught is wrongly believed, or wrongly denied where yes is taught, and shaded.
help-atlas = In the atlas drag the dot, or move it by the arrow keys: it is the run of all other views. Point at a cell to see its loss.
help-legend = A name without room in a chart is counted in the legend, and a long one is cut: point at it to read all of it.
help-palette = Type a few words to find and carry out any command: { $shortcut }.

## Hints at the first start

first-close = Close this hint
first-drag = Drag this: the network is trained again while you drag, and the curves follow.
first-scrub = Drag along here to look at any epoch of the run. This never retrains.
first-flip = Teach it something of your own here: click a cell of the table to flip it, and see what the network believes on the way.

## The items of the tutorial and of the presets

item-goldfish = Goldfish
item-tuna = Tuna
item-robin = Robin
item-canary = Canary
item-rose = Rose
item-daisy = Daisy
item-pine = Pine
item-oak = Oak
item-shark = Shark
item-parrot = Parrot
item-cold = Cold
item-flu = Flu
item-bronchitis = Bronchitis
item-pneumonia = Pneumonia
item-migraine = Migraine
item-tension = Tension
item-sinusitis = Sinusitis
item-meningitis = Meningitis
item-ada = Ada
item-bea = Bea
item-cem = Cem
item-dan = Dan
item-eli = Eli
item-fay = Fay
item-gus = Gus
item-hal = Hal

## Phrases of pictures

phrase-epoch = Epoch
phrase-loss = loss
phrase-loss-axis = Training loss (MSE)
phrase-loss-title = Training loss (Mean Squared Error)
phrase-prediction-title = Prediction for { $pair }
phrase-predictions-title = Predictions
phrase-spectrum-title = Singular values of the data
phrase-modes-axis = Singular values, of the largest
phrase-modes-axis-data = Singular values, of the data's largest
phrase-modes-axis-raw = Singular values, not normalised
phrase-strengths-axis = Mode strengths, of the largest
phrase-strengths-axis-data = Mode strengths, of the data's largest
phrase-strengths-axis-raw = Mode strengths, not normalised
phrase-prediction-axis = Prediction
phrase-singular-value-axis = Singular value
phrase-mode-axis = Mode
phrase-rounding-floor = below: rounding
phrase-diverged-at = diverged at epoch { $n }
phrase-discrete-theory = theory, discrete
phrase-continuous-theory = theory, continuous
phrase-seeds = { $n } seeds
phrase-seeds-diverged = { $n } seeds, { $diverged } diverged
phrase-plateaus = foreseen plateaus
phrase-half-rises = foreseen half-rises
phrase-foreseen-steps = foreseen before training
phrase-false-belief = wrongly believed { $epochs }
phrase-false-denial = wrongly denied { $epochs }
phrase-epochs-more = { $epochs } and { $n } more
phrase-false-belief-of = { $pair }: { $belief }
phrase-more-watched-one = 1 more pair
phrase-more-watched = { $n } more pairs
phrase-no-hidden-layer = no hidden layer
phrase-deep-network = deep network
phrase-own-network = this network
phrase-regression = regression
phrase-regression-loss = linear regression, solved at once: { $loss }
phrase-trained = { $name }, lr { $lr }: { $loss } at the end
phrase-trained-swings = { $name }, lr { $lr }: swings between { $least } and { $largest }
phrase-trained-diverged = { $name }, lr { $lr }: diverged at epoch { $n }
phrase-drawn-data = data
phrase-expected-for-tree = expected for this tree
phrase-more = … and { $n } more
phrase-thinned = every { $nth } epoch
phrase-atlas = Atlas of { $n } runs
phrase-atlas-of-draws = Atlas of { $n } cells, each the median of { $draws } draws
phrase-section = What the run settles to
phrase-section-first-mode = Strength of the first mode
phrase-axis-lr = Learning rate
phrase-axis-gamma = Initialisation scale gamma
phrase-axis-units = Hidden units
phrase-axis-layers = Hidden layers
phrase-axis-flip = Flip probability
phrase-axis-levels = Levels of the tree
phrase-axis-epochs = Epochs
phrase-axis-seed = Seed of the first weights
phrase-axis-data-seed = Seed of the data
phrase-value-lr = lr { $n }
phrase-value-gamma = gamma { $n }
phrase-value-units = units { $n }
phrase-value-layers = layers { $n }
phrase-value-flip = flip { $n }
phrase-value-levels = levels { $n }
phrase-value-epochs = epochs { $n }
phrase-value-seed = seed { $n }
phrase-value-data-seed = data seed { $n }
phrase-quantity-epochs = First epoch with a loss below { $n }
phrase-quantity-drops = Number of drops of the loss
phrase-quantity-drops-short = Drops
phrase-quantity-loss = Loss at the last epoch
phrase-quantity-loss-short = Last loss
phrase-quantity-belief = Strongest false belief
phrase-quantity-belief-short = False belief
phrase-quantity-diverged = Epoch at which it diverges
phrase-atlas-place = { $x }, { $y }
phrase-atlas-told = { $place }: { $facts }
phrase-atlas-oscillates = oscillates
phrase-atlas-diverges = diverges
phrase-atlas-diverges-at = diverges at epoch { $n }
phrase-atlas-diverges-not = does not diverge
phrase-atlas-below = below { $threshold } at epoch { $n }
phrase-atlas-not-below = not below { $threshold }
phrase-atlas-not-below-within = not below { $threshold } within { $n } epochs
phrase-atlas-drop = 1 drop
phrase-atlas-drops = { $n } drops
phrase-atlas-last-loss = loss { $n }
phrase-atlas-false-belief = false belief { $n }
phrase-atlas-median = median of { $n } draws
phrase-atlas-fastest = fastest that settles
phrase-atlas-fastest-at = fastest that settles: { $place }, below { $threshold } at epoch { $n }
phrase-atlas-fastest-short = fastest: { $place }, epoch { $n }
phrase-atlas-limit = stability limit
phrase-atlas-limit-at = stability limit { $n }
phrase-atlas-melting = drops { $first } and { $second } melt
phrase-atlas-first-drop = first drop at { $n }
phrase-rsm = Similarity (RSM){ $when }
phrase-map = Map of the items{ $when }
phrase-tree = Tree of the items{ $when }
phrase-microscope = The network as a product{ $when }
phrase-when-layer = , layer { $n }
phrase-when-epoch = , epoch { $n }
phrase-when-earlier = , the last before the run diverges
phrase-tree-at = at epoch { $n }
phrase-distance = Distance
phrase-of-run = similarity, of the run's largest
phrase-of-run-short = of the run's largest
phrase-of-epoch = similarity, of this epoch's largest
phrase-of-epoch-short = of this epoch's
phrase-cosine = cosine similarity
phrase-cosine-short = cosine
phrase-less-final = similarity less that at epoch { $n }
phrase-less-final-short = less epoch { $n }
phrase-nothing-yet = Too small to be seen on the whole run's scale. This epoch's own scale shows it.
phrase-animals = animals
phrase-plants = plants
phrase-fish = fish
phrase-birds = birds
phrase-flowers = flowers
phrase-trees = trees
phrase-items = { $n } items
phrase-all-items = all { $n } items
phrase-unnamed-one = no room for the name of one place
phrase-unnamed = no room for the names of { $n } places
phrase-mode = mode { $n }
phrase-more-modes-one = and one more mode
phrase-more-modes = and { $n } more modes
phrase-data-modes-one = the data have 1 mode
phrase-data-modes = the data have { $n } modes
phrase-shared = what all items share
phrase-nothing = empty: the data have nothing of it
phrase-split = { $positive } | { $negative }
phrase-strength = singular value { $value }
phrase-learned = singular value { $value }, { $percent } % learned
phrase-learned-share = { $percent } % learned
phrase-learned-share-short = { $percent } %
phrase-not-learned = singular value { $value }, not learned
phrase-rose-at = singular value { $value }, learned at epoch { $epoch }
phrase-modes = What each mode is
phrase-labels = Labels
phrase-features = Features
phrase-features-of = { $shown } of { $of } features
phrase-illustration = Named examples
phrase-no = no
phrase-yes = yes
phrase-stands-in = at epoch { $shown }; A of epoch { $asked } is not kept
phrase-first-modes = modes 1–{ $modes } of { $of }
phrase-first-modes-and-items = modes 1–{ $modes }, items 1–{ $items } of { $of }
phrase-difference = difference, ±{ $largest }
phrase-diverged = diverged
phrase-true-weights = True weights
phrase-estimate = Found by regression
phrase-error = Error
