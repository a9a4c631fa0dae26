//! The table of items by user features: names and values edited in place, pairs watched.
//!
//! A cell flips by a click, or by Space when it has the focus; the arrows move the focus. Behind
//! the user's features stand those of their own data, if they have names, to be watched only. The
//! items' names stay where they are while the columns scroll.

use egui::style::ScrollStyle;
use egui::{Align, Rect, RichText, ScrollArea, Ui, vec2};

use super::column_scroll::ColumnScroll;
use super::feature_cell::{Cell, CellStyle, Column, FEATURE_WIDTH, GAP, ROW};
use super::feature_edits::{Edit, with_edit};
use super::table_names::{FullNames, ShortNames, TableNames};
use crate::app::command::action::Action;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::draft_box::{BoxSize, DraftBox, Drafts};
use crate::app::widgets::split::part_ui;
use crate::experiment::{Experiment, Pair};

const NAME_WIDTH: f32 = 104.0;

/// Room for the bar that scrolls the columns, below the table.
const BAR: f32 = 14.0;

/// The width of a column's menu button.
const MENU: f32 = 22.0;

/// The width of the box with a feature's name.
const USER_WIDTH: f32 = FEATURE_WIDTH - MENU - 2.0;

/// The most features of one's own data that are inputs.
const MOST_DATA: usize = 64;

/// The table's memory.
#[derive(Debug, Default)]
pub(crate) struct FeatureTable {
    /// A name while it is typed.
    drafts: Drafts<Named>,
    /// The watched pairs of the last frame: a cell that is newly watched is scrolled to.
    watched: Vec<Pair>,
    /// How many features the data had: of other data the first watched cell is sought.
    n_of_data: usize,
    scroll: ColumnScroll,
    names: TableNames,
}

/// The owner of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Named {
    Item(usize),
    Feature(usize),
}

/// The experiment and all else that the table is drawn from.
#[derive(Clone, Copy)]
struct TableInputs<'a> {
    experiment: &'a Experiment,
    words: &'a Words,
    colours: &'a ThemeColours,
    /// The features of the data are no and yes.
    has_yes_no_data: bool,
    /// The cell that is to be in sight.
    sought: Option<Pair>,
    short: &'a ShortNames,
}

impl FeatureTable {
    /// The width that the table takes of so much: that of as many whole columns as have room.
    pub(crate) fn width(experiment: &Experiment, most: f32) -> f32 {
        let pitch = FEATURE_WIDTH + GAP[0];
        let others = NAME_WIDTH + 24.0;
        let whole = ((most - others) / pitch).floor().max(1.0);
        let n_features = n_columns(experiment).max(1) as f32;
        others + n_features.min(whole) * pitch
    }

    /// Whether there is no column.
    pub(crate) fn is_empty(experiment: &Experiment) -> bool {
        n_columns(experiment) == 0
    }

    /// Makes the name of one of the user's features ready to be typed.
    pub(crate) fn focus_feature(&mut self, feature: usize) {
        self.drafts.focus(Named::Feature(feature));
    }

    /// Draws the table, with a note beside its title if there is one; answers the edited
    /// experiment.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        experiment: &Experiment,
        note: Option<String>,
        words: &Words,
        colours: &ThemeColours,
    ) -> Option<Action> {
        let mut new = experiment.watched.iter();
        let n_of_data = data_columns(experiment).count();
        let has_other_data = std::mem::replace(&mut self.n_of_data, n_of_data) != n_of_data;
        let new = new.find(|pair| has_other_data || !self.watched.contains(pair));
        let mut names = std::mem::take(&mut self.names);
        let inputs = TableInputs {
            short: names.get(ui, &full_names(experiment, words)),
            experiment,
            words,
            colours,
            has_yes_no_data: has_yes_no_data(experiment),
            sought: new.copied(),
        };
        if self.watched != experiment.watched {
            self.watched.clone_from(&experiment.watched);
        }
        ui.horizontal(|ui| {
            ui.set_min_height(ui.spacing().interact_size.y);
            ui.label(RichText::new(words.get("table-title")).strong());
            if let Some(note) = note {
                // What is cut is shown on hover by itself.
                let note = RichText::new(note).color(colours.quiet);
                ui.add(egui::Label::new(note).truncate());
            }
        });
        // Bars that are seen without the pointer on them: nothing else says that there is more.
        ui.spacing_mut().scroll = ScrollStyle::solid();
        let room = ui.available_rect_before_wrap();
        let bar = room.with_min_y((room.bottom() - BAR).max(room.top()));
        let edited = part_ui(ui, room.with_max_y(bar.top()), |ui| {
            let area = ScrollArea::vertical().id_salt("table").auto_shrink(false);
            let rows = area.show(ui, |ui| ui.horizontal_top(|ui| self.rows(ui, inputs)).inner);
            rows.inner
        });
        let bar = bar.with_min_x(room.left() + NAME_WIDTH + GAP[0]);
        part_ui(ui, bar, |ui| self.scroll.bar_ui(ui, n_columns(experiment)));
        ui.advance_cursor_after_rect(room);
        self.names = names;
        edited.map(|experiment| Action::Edit(Box::new(experiment)))
    }

    /// The items' names and, beside them, the features.
    fn rows(&mut self, ui: &mut Ui, inputs: TableInputs<'_>) -> Option<Experiment> {
        ui.spacing_mut().item_spacing = GAP.into();
        let start = ui.cursor().min;
        let named = ui.vertical(|ui| self.items(ui, inputs)).inner;
        let edited = self.columns(ui, inputs);
        if let Some(sought) = inputs.sought {
            // Asked for within the columns it would be lost: they scroll sideways only.
            let row = start + vec2(0.0, (sought.item + 1) as f32 * (ROW + GAP[1]));
            let row = Rect::from_min_size(row, vec2(NAME_WIDTH, ROW));
            ui.scroll_to_rect(row, Some(Align::Center));
        }
        named.or(edited)
    }

    /// The items' names.
    fn items(&mut self, ui: &mut Ui, inputs: TableInputs<'_>) -> Option<Experiment> {
        ui.set_width(NAME_WIDTH);
        ui.allocate_space(vec2(NAME_WIDTH, ROW));
        let mut edited = None;
        for item in 0..inputs.experiment.items.len() {
            let name = self.name(ui, Named::Item(item), NAME_WIDTH, inputs);
            edited = edited.take().or(name);
        }
        edited
    }

    /// The features, each a column, scrolled sideways so that the sought cell's is in sight.
    fn columns(&mut self, ui: &mut Ui, inputs: TableInputs<'_>) -> Option<Experiment> {
        let experiment = inputs.experiment;
        let users = (0..experiment.user_features.len()).map(Column::User);
        let mut columns = users.chain(data_columns(experiment).map(Column::Data));
        let sought = inputs.sought.map(|pair| pair.feature);
        let is_sought = |column: Column| Some(column.feature(experiment)) == sought;
        let sought = columns.clone().position(is_sought);
        let mut edited = None;
        let mut scroll = std::mem::take(&mut self.scroll);
        scroll.ui(ui, sought, |ui| {
            columns.by_ref().for_each(|column| {
                ui.vertical(|ui| {
                    ui.set_width(FEATURE_WIDTH);
                    let column = self.column(ui, column, inputs);
                    edited = edited.take().or(column);
                });
            });
        });
        self.scroll = scroll;
        edited
    }

    /// A feature's name and its values.
    fn column(
        &mut self,
        ui: &mut Ui,
        column: Column,
        inputs: TableInputs<'_>,
    ) -> Option<Experiment> {
        let experiment = inputs.experiment;
        let mut edited = match column {
            Column::User(feature) => {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 2.0;
                    let named = self.name(ui, Named::Feature(feature), USER_WIDTH, inputs);
                    let edit = column_menu(ui, feature, experiment, inputs.words);
                    named.or(edit.map(|edit| with_edit(experiment, feature, edit)))
                })
                .inner
            }
            Column::Data(feature) => {
                data_name(ui, feature, inputs);
                None
            }
        };
        let style = style(column, inputs);
        for item in 0..experiment.items.len() {
            let cell = Cell {
                item,
                column,
                experiment,
                style,
            };
            edited = edited.take().or(cell.ui(ui, inputs.words, inputs.colours));
        }
        edited
    }

    /// A name that can be edited.
    fn name(
        &mut self,
        ui: &mut Ui,
        named: Named,
        width: f32,
        inputs: TableInputs<'_>,
    ) -> Option<Experiment> {
        let TableInputs {
            experiment, words, ..
        } = inputs;
        let short = match named {
            Named::Item(item) => &inputs.short.items[item],
            Named::Feature(feature) => &inputs.short.users[feature],
        };
        let (current, label) = match named {
            Named::Item(item) => {
                let name = words.item(&experiment.items[item]);
                let label = words.with("table-item", &[("n", (item + 1).to_string().into())]);
                (name, label)
            }
            Named::Feature(feature) => {
                let name = experiment.user_features[feature].name.clone();
                let label = words.with("table-feature", &[("n", (feature + 1).to_string().into())]);
                (name, label)
            }
        };
        let draft = DraftBox {
            name: &label,
            hint: None,
            current: &current,
            size: BoxSize::LongName(vec2(width, ROW), short),
        };
        let typed = self.drafts.ui(ui, named, draft, inputs.colours)?;
        let text = typed.trim();
        if text.is_empty() || text == current {
            return None;
        }
        let mut experiment = experiment.clone();
        match named {
            Named::Item(item) => text.clone_into(&mut experiment.items[item]),
            Named::Feature(feature) => text.clone_into(&mut experiment.user_features[feature].name),
        }
        Some(experiment)
    }
}

/// A menu that moves, duplicates or deletes a feature.
fn column_menu(
    ui: &mut Ui,
    feature: usize,
    experiment: &Experiment,
    words: &Words,
) -> Option<Edit> {
    let n_features = experiment.user_features.len();
    let name = &experiment.user_features[feature].name;
    let values = [("name", name.as_str().into())];
    // As wide as it is reckoned to be: columns are scrolled by whole ones.
    ui.spacing_mut().button_padding.x = 2.0;
    let button = egui::Button::new("…").min_size(vec2(MENU, ROW)).small();
    let (response, menu) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        let mut edit = None;
        for (key, is_enabled, asked) in [
            ("feature-left", feature > 0, Edit::Left),
            ("feature-right", feature + 1 < n_features, Edit::Right),
            ("feature-duplicate", true, Edit::Duplicate),
            ("feature-delete", true, Edit::Delete),
        ] {
            let entry = egui::Button::new(words.with(key, &values));
            if ui.add_enabled(is_enabled, entry).clicked() {
                edit = Some(asked);
                ui.close();
            }
        }
        edit
    });
    let label = words.with("feature-menu", &values);
    accessible_name(ui, &response, &label);
    response.on_hover_text(label);
    menu.and_then(|menu| menu.inner)
}

/// The named features of the user's own data, as far as there is room for them.
fn data_columns(experiment: &Experiment) -> std::ops::Range<usize> {
    let own = experiment.data.own();
    let has_names = own.is_some_and(|own| own.data.feature_names.is_some());
    0..if has_names {
        experiment.data.n_features().min(MOST_DATA)
    } else {
        0
    }
}

/// Whether all features of the data that are shown are no and yes.
fn has_yes_no_data(experiment: &Experiment) -> bool {
    let shown = data_columns(experiment);
    let values = experiment.data.own().into_iter().flat_map(move |own| {
        let targets = &own.data.dataset.targets;
        let items = 0..targets.ncols();
        items.flat_map({
            let shown = shown.clone();
            move |item| shown.clone().map(move |feature| targets[(feature, item)])
        })
    });
    CellStyle::of(&values).is_yes_no()
}

/// The style of a column: a user's feature is written by its own values, whatever the others are;
/// the data's are all numbers, or all no and yes.
fn style(column: Column, inputs: TableInputs<'_>) -> CellStyle {
    match column {
        Column::User(user) => {
            let values = &inputs.experiment.user_features[user].values;
            CellStyle::of(&values.iter().copied())
        }
        Column::Data(feature) => {
            let own = inputs.experiment.data.own().into_iter();
            let values = own.flat_map(|own| {
                let row = own.data.dataset.targets.row(feature);
                (0..row.len()).map(move |item| row[item])
            });
            if inputs.has_yes_no_data {
                CellStyle::of(&values)
            } else {
                CellStyle::of_numbers(&values)
            }
        }
    }
}

fn n_columns(experiment: &Experiment) -> usize {
    experiment.user_features.len() + data_columns(experiment).len()
}

/// The names of the table, whole.
fn full_names(experiment: &Experiment, words: &Words) -> FullNames {
    let users = experiment.user_features.iter();
    let data = data_columns(experiment).map(|feature| {
        experiment
            .feature_name(feature)
            .unwrap_or_default()
            .to_owned()
    });
    FullNames {
        items: (experiment.items.iter())
            .map(|name| words.item(name))
            .collect(),
        users: users.map(|feature| feature.name.clone()).collect(),
        data: data.collect(),
        boxes: [NAME_WIDTH, USER_WIDTH],
    }
}

/// The name of a feature of the data; all of it on hover where it is cut.
fn data_name(ui: &mut Ui, feature: usize, inputs: TableInputs<'_>) {
    let name = inputs.experiment.feature_name(feature).unwrap_or_default();
    let short = &inputs.short.data[feature];
    let label = egui::Label::new(RichText::new(short).color(inputs.colours.quiet)).truncate();
    ui.allocate_ui(vec2(FEATURE_WIDTH, ROW), |ui| {
        ui.set_min_size(vec2(FEATURE_WIDTH, ROW));
        let response = ui.add(label.show_tooltip_when_elided(false));
        accessible_name(ui, &response, name);
        if short != name {
            response.on_hover_text(name);
        }
    });
}
