//! The whole file as a document of tables: from its content, and back to it.

use serde::{Deserialize, Serialize};

use super::body::BodyTable;
use super::content::{ExperimentFile, Pin, VERSION};
use super::error::Refusal;
use super::kept_files::{FileTable, OpenBeside, ReadFiles, WrittenFiles};
use super::own_table::OwnTable;
use super::tables::{FeatureTable, GroupTable, NetworkTable, TrainingTable, TreeTable};
use super::view_table::ViewTable;
use super::watch_table::WatchTable;
use crate::experiment::{Experiment, ViewState};

/// The whole file; what differs between versions are the tables of the tree and of the network.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[serde(bound(deserialize = "T: Deserialize<'de>, N: Deserialize<'de>"))]
pub(crate) struct ExperimentTables<T = TreeTable, N = NetworkTable> {
    version: u32,
    items: Option<Vec<String>>,
    tree: Option<T>,
    own: Option<OwnTable>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    group: Vec<GroupTable>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    feature: Vec<FeatureTable>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    watch: Vec<WatchTable>,
    network: Option<N>,
    training: Option<TrainingTable>,
    view: Option<ViewTable>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pin: Vec<StoredPinTable<T, N>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    file: Vec<FileTable>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[serde(bound(deserialize = "T: Deserialize<'de>, N: Deserialize<'de>"))]
struct StoredPinTable<T = TreeTable, N = NetworkTable> {
    name: Option<String>,
    colour: Option<usize>,
    #[serde(default, skip_serializing_if = "is_false")]
    hidden: bool,
    experiment: Option<BodyTable<T, N>>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}

impl ExperimentTables {
    pub(crate) fn of(file: &ExperimentFile) -> Self {
        let mut files = WrittenFiles::default();
        let BodyTable {
            items,
            tree,
            own,
            group,
            feature,
            watch,
            network,
            training,
        } = BodyTable::of(&file.experiment, &mut files);
        let pin = |pin: &Pin| {
            let mut experiment = BodyTable::of(&pin.experiment, &mut files);
            if pin.experiment.data == file.experiment.data {
                (experiment.tree, experiment.own) = (None, None);
            }
            StoredPinTable {
                name: Some(pin.name.clone()),
                colour: pin.colour,
                hidden: pin.is_hidden,
                experiment: Some(experiment),
            }
        };
        let pin = file.pins.iter().map(pin).collect();
        let view = &file.view;
        Self {
            version: VERSION,
            items,
            tree,
            own,
            group,
            feature,
            watch,
            network,
            training,
            view: (*view != ViewState::default()).then(|| ViewTable::of(view)),
            pin,
            file: files.tables(),
        }
    }
}

impl<T: Into<TreeTable>, N: Into<NetworkTable>> ExperimentTables<T, N> {
    /// The content; `open` reads a data file beside this one.
    pub(crate) fn file(self, open: OpenBeside<'_>) -> Result<ExperimentFile, Refusal> {
        let mut files = ReadFiles::new(self.file, open)?;
        let body = BodyTable {
            items: self.items,
            tree: self.tree,
            own: self.own,
            group: self.group,
            feature: self.feature,
            watch: self.watch,
            network: self.network,
            training: self.training,
        };
        let experiment = body.experiment(&Experiment::default(), &mut files)?;
        let pin = |(index, pin): (usize, StoredPinTable<T, N>)| {
            let body = pin.experiment;
            let pinned = match body {
                Some(body) => body.experiment(&experiment, &mut files),
                None => Ok(experiment.clone()),
            };
            Ok(Pin {
                name: pin.name.unwrap_or_else(|| format!("pin {}", index + 1)),
                colour: pin.colour,
                is_hidden: pin.hidden,
                experiment: pinned
                    .map_err(|(field, wrong)| (format!("pin.{index}.experiment.{field}"), wrong))?,
            })
        };
        let pins = (0..)
            .zip(self.pin)
            .map(pin)
            .collect::<Result<_, Refusal>>()?;
        let view = self.view.map(ViewTable::view).transpose()?;
        Ok(ExperimentFile {
            experiment,
            view: view.unwrap_or_default(),
            pins,
        })
    }
}
