# The words of the window, in English. Each key stands in ja.ftl as well; a test compares them.

app-title = modescope

## Controls

presets = Presets
presets-hint = Experiments worth seeing
preset-notebook = As in the notebook
preset-notebook-hint = lr 100, gamma 10⁻¹², 30 hidden units: four drops
preset-no-bumps = No bumps: gamma 1
preset-no-bumps-hint = A large start: all modes are learned at once
preset-two-bumps = Half way: gamma 10⁻²
preset-two-bumps-hint = The bumps begin to merge
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

section-network = Network
section-data = Data

control-lr = Learning rate
control-lr-hint = Size of a gradient step (lr, eta). It sets the pace; the bumps come from gamma. Double-click the name for the notebook's value.
control-gamma = Initialisation scale γ
control-gamma-hint = First weights have standard deviation gamma / √(n_in + n_out). The smaller, the longer the plateaus between drops. Type 1e-12 or 10^-12.
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
button-new-init-hint = Draw the first weights from the next seed (N)
button-new-data = New data
button-new-data-hint = Draw the features from the next seed
own-size = { $items } items, { $features } features
button-back-to-tree = Back to the tree
button-back-to-tree-hint = The notebook's data again. Your own can be had back by undo.
button-reset = Reset to the notebook
button-reset-hint = Every choice as in the tutorial (R)

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
field-items = the number of items (branches to the power of levels)
field-user-feature = a user feature
field-watched = a watched item or feature
field-weights = the given weights
field-memory = memory
error-not-finite = { $name } must be a finite number
error-not-positive = { $name } must be above zero
error-out-of-range = { $name } must be from { $min } to { $max }
error-wrong-length = { $name } has { $found } values for { $expected } items
error-other-shapes = { $name } do not have the shapes of this network's layers
error-too-large = memory: this network needs { $needed } MB, and { $budget } MB are allowed; take fewer features or hidden units
error-not-a-number = not a number; type 100, 0.5, 1e-12 or 10^-12
error-not-whole = must be a whole number
error-negative = must not be negative
error-seed = a seed is a whole number from 0 to 4294967295
error-epoch = an epoch of this run is a whole number from 0 to { $last }

## Top bar

menu-theme = Theme
menu-theme-hint = Light or dark
theme-system = As the system
theme-light = Light
theme-dark = Dark
menu-language-hint = Language
button-help = Help
button-help-hint = What to do here, and the keys (F1)
button-dismiss = OK

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
stage = epoch { $epoch } · { $modes }
stage-tick = stage at epoch { $epoch }
mode-all = mode { $mode }: what all items share
mode-some = mode { $mode }: { $items }
mode-split = mode { $mode }: { $positive } | { $negative }
mode-value = singular value { $s }
mode-learned = singular value { $s } · { $percent } % learned
status-preparing = preparing …
status-training = training: epoch { $done } of { $all } ({ $percent } %)
status-finished = { $epochs } epochs in { $time } · loss { $loss } · { $drops ->
    [one] { $drops } drop
   *[other] { $drops } drops
}
status-oscillates = { $epochs } epochs in { $time } · loss { $loss } · oscillates: lr { $lr } is past the stability limit of about { $limit }
status-diverged-past-limit = diverged at epoch { $epoch }: lr { $lr } is past the stability limit of about { $limit }
status-diverged = diverged at epoch { $epoch }: the steps are too large for so large a start
status-thinned = a long run: every { $stride }th epoch is kept
status-panicked = this run failed by a bug ({ $message }); the next change starts afresh
message-settings-aside = The settings could not be read ({ $reason }). They were set aside as { $path }.
message-settings-unsaved = The settings could not be saved to { $path }: { $reason }

## Learning

dynamics-title = Learning dynamics
axis-epoch = Epoch
axis-loss = Mean squared error
axis-modes = Singular values (modes), of the largest
axis-modes-raw = Singular values (modes)
curve-loss = loss
plot-hover =
    epoch { $epoch }
    loss { $loss }
    modes { $modes }
plot-name = Learning dynamics
plot-description = Learning dynamics: at epoch { $epoch } the loss is { $loss }; it falls in { $drops ->
    [one] { $drops } drop
   *[other] { $drops } drops
} over the run
toggle-loss = Loss
toggle-loss-hint = The mean squared error, red, left axis
toggle-modes = Modes
toggle-modes-hint = The singular values of the whole network, blue to green, right axis
toggle-log = Log loss
toggle-log-hint = The loss on a logarithmic axis (L)
toggle-raw = Raw values
toggle-raw-hint = Singular values as they are, not divided by the largest of the run
below = Below
below-nothing = Nothing
below-nothing-hint = The plot and the matrix alone
below-modes = What each mode is
below-modes-hint = Each mode's item side as bars, and the split it makes
below-map = Map
below-map-hint = The items in two dimensions, moving apart as they are told apart
below-tree = Tree
below-tree-hint = The items as a dendrogram whose splits open as modes are learned
below-microscope = Microscope
below-microscope-hint = The network at this epoch as a product of three matrices, in which modes can be switched off
below-stands-in = the run blows up: shown is epoch { $epoch }, the last before
item-sides-title = What each mode is
map-across = Across
map-up = Up
map-mode = mode { $mode }
map-all = all { $n } items
map-explained = The hidden activity of each item, along the directions that two modes open in it. Lines: the way since epoch 0. The scale is one for the whole run.
map-explained-centred = The hidden activity of each item, seen from their middle along the directions that two modes open in it. Lines: the way since epoch 0. The scale is one for the whole run.
map-description = Map of the items along modes { $across } and { $up } at epoch { $epoch }, in { $places } places: { $groups }
tree-note = faint: the tree at the end of the run
tree-axis = distance
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
microscope-off-target = What it says is at most { $off } away from what is taught.
microscope-share-all = All of the network lies in the data's modes.
microscope-share = { $percent } % of the network (of its squares) lies in the data's modes; the rest is left of the first weights and not in this product.
microscope-share-none = The network is nothing, or too large to be taken apart.
microscope-first = Shown are the first { $modes } of { $all } modes and the first { $items } items. The product is that of all modes.
microscope-hover-product =
    { $item } × { $feature }
    says { $value }, taught { $taught }
microscope-description = Product of U, A and V transposed at epoch { $epoch }, { $without }; at most { $off } away from what is taught. { $share }
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
rsm-bar = Similarity
rsm-bar-final = Minus that of epoch { $epoch }
rsm-layer = Layer
rsm-layer-n = RSM of hidden layer { $n }
rsm-title-at = Representational similarity at epoch { $epoch }
rsm-none = Without a hidden layer there is no representation to compare.
rsm-hover =
    { $a } – { $b }
    { $what } { $shown }
    h·h { $value }
    click: follow it over the epochs, or no more
rsm-description = Similarity at epoch { $epoch }: most alike { $most }; least alike { $least }
rsm-description-final = Similarity at epoch { $epoch } minus the final one: most above it { $most }; most below it { $least }
pair-line = { $name }: similarity { $value } at epoch { $epoch }, from { $least } to { $most } over the run
pair-line-remove = Remove { $name }

## Views

view-learning = Learning
view-illusions = Illusions
view-data = Data
data-dimensions = { $items } items, each a one-hot input · { $outputs } features as outputs, { $own } of them your own
data-labels = Labels
data-named = Ten named features, an illustration
data-last = The last { $n } features of this data
data-all = All { $n } features of this data
data-tree = The tree behind the data
data-spectrum-own = Singular values of the data
data-no-tree = These data are your own, not drawn from a tree: the tree's population values and its named examples do not apply. The modes are read off the data themselves.
data-spectrum = Singular values of the data; lines: of the population
undo = Undo (Ctrl+Z)
redo = Redo (Ctrl+Shift+Z)

## Files

open-data = Open data
open-data-text = A table (CSV: names of features in the first row, names of items in the first column) or numpy's arrays (.npz: features, items, W1 …).
open-data-hint = Your own items and features, from a CSV or .npz file. A file can also be dropped on the window.
save-data = Save data
save-data-text = What the network is taught, your own features included, as a table (.csv) or as numpy's arrays (.npz).
save-data-hint = What the network is taught, as CSV or .npz
file-path = Path of the file
file-path-hint = such as /home/me/animals.csv
file-browse = Browse …
file-browse-hint = The desktop's own dialog, where there is one
file-open = Open
file-save = Save
file-cancel = Cancel
file-busy = working …
file-replace = This file is there already. Save once more to replace it.
file-error = { $name }: { $reason }
file-too-large = the file has { $found } MB and may have { $most } MB
file-ending = the name must end with .csv or .npz
file-drop = Drop a CSV or .npz file to open it
message-opened = { $name } is open: { $items } items, { $features } features; the learning rate fits it: { $lr }
message-opened-weights = { $name } is open: { $items } items, { $features } features; it starts from the file's own weights, which gamma does not scale; the learning rate fits it: { $lr }
message-saved = Saved as { $path }
message-one-file = Of several files only the first was opened.
place-row = row { $row }
place-cell = row { $row }, column { $column }
cells-yes-no = yes and no
cells-numbers = numbers
read-empty = the file is empty
read-not-utf8 = line { $line } is not UTF-8 text; save the file as UTF-8
read-ragged = row { $row } has { $found } cells where the first row has { $expected }
read-empty-cell = { $place } is empty and must be a number, yes or no
read-not-a-number = { $place } holds "{ $text }", which is neither a number nor yes or no
read-mixed = { $place } holds "{ $text }" in a table of { $others }; use the same throughout
read-too-few-items = the number of items is { $found } and must be at least { $limit }
read-too-many-items = the number of items is { $found } and must be at most { $limit }
read-no-features = there are no features: the table needs at least one column of values
read-too-many-features = the number of features is { $found } and must be at most { $limit }
read-too-many-numbers = { $array } has the shape { $shape }, which is more than can be read
read-empty-name = { $place } has no item name
read-duplicate-name = { $place } holds "{ $name }", which an item before it is called already
read-long-name = { $place } holds a name that is longer than { $limit } characters
read-constant = every value is { $value }; the items must differ in something
read-not-finite = { $place } holds { $value }, which is not a finite number
read-too-large = { $place } holds { $value }; values must be from -{ $limit } to { $limit }
read-not-npz = this is not an .npz file of up to 2 GB, or it is cut short
read-damaged = { $array } is damaged or cut short
read-missing-array = there is no array { $array }
read-not-a-matrix = { $array } has the shape { $shape } and must have two dimensions
read-names-do-not-fit = { $array } has the shape { $shape } and must have { $expected } names
read-weights-do-not-fit = { $array } is { $found } and must be { $expected }
read-unreadable = { $array } is of the type { $dtype }, which cannot be read; save numbers as float64 or float32 and names as text

## Illusions

yes = yes
no = no
feature-number = feature { $number }
table-title = What you teach
table-empty = No feature of your own yet: add one, or choose an example.
table-item = Name of item { $n }
table-feature = Name of feature { $n }
feature-add = Add a feature
feature-add-hint = A new column, yes for every item
feature-left = Move { $name } to the left
feature-right = Move { $name } to the right
feature-duplicate = Duplicate { $name }
feature-delete = Delete { $name }
cell-hint = Click or press Space to flip it; the arrows move
cell-watch = Watch { $name }
cell-watch-hint = Draw what the network says of it
find-strongest = Find the strongest
find-strongest-hint = Search all tables of one feature for the one that misleads most
find-strongest-too-many = The search is for at most { $most } items
find-strongest-name = misleading
predictions-title = What the network believes
predictions-name = Predictions over the epochs
predictions-hover =
    epoch { $epoch }
    { $said }
axis-prediction = Prediction
story-none-watched = No pair is watched: click the dot beside a cell.
story-illusion = { $name }: believed from epoch { $from } to { $to }, at most { $peak } at { $at }; ends at { $end }
story-still = { $name }: still believed at the end, from epoch { $from } on, at most { $peak } at { $at }; ends at { $end }
story-no-illusion = { $name }: never wrongly believed; ends at { $end }
story-now-wrong = If training stopped at epoch { $epoch }, the network would say: { $name } { $value } ({ $said }), wrong
story-now-right = If training stopped at epoch { $epoch }, the network would say: { $name } { $value } ({ $said }), right
story-now-undecided = If training stopped at epoch { $epoch }, the network would say: { $name } { $value }, hardly anything
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

## Help

help-title = Help
help-intro = A deep linear network learns which features eight items have. Its loss falls in drops, one for each level of the family tree behind the items.
help-drag = Drag the learning rate and gamma: every change retrains at once, on the same random draw.
help-plot = Click or drag in the plot, or use the timeline, to look at an epoch. This never retrains.
help-type = Type a number beside a slider, also beyond its range: a learning rate of 270 oscillates, 340 diverges.
help-double-click = Double-click the name of a control to bring back the notebook's value.
help-zoom = Drag with the right button to zoom into the plot, double-click it to zoom out.
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
help-play = play, pause
help-step = one epoch
help-step-ten = ten epochs
help-ends = first, last epoch
help-stages = previous, next stage
help-new-init = new init
help-reset = reset to the notebook
help-log = loss linear, logarithmic
help-undo = undo an edit
help-redo = redo it
help-help = this window

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
