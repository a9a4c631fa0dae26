//! The name that a pinned run begins with.

use crate::experiment::Experiment;
use crate::numbers;

/// `lr 100, γ 10⁻¹²`, and what else is not the notebook's.
pub(super) fn name_of(experiment: &Experiment) -> String {
    let notebook = Experiment::default();
    let mut parts = vec![
        format!("lr {}", numbers::exact(experiment.lr)),
        format!("γ {}", numbers::power_of_ten(experiment.gamma)),
    ];
    if experiment.hidden.is_empty() {
        parts.push("h 0".to_owned());
    } else if experiment.hidden != notebook.hidden {
        let widths: Vec<String> = experiment.hidden.iter().map(usize::to_string).collect();
        parts.push(format!("h {}", widths.join("-")));
    }
    if experiment.init_seed != notebook.init_seed {
        parts.push(format!("seed {}", experiment.init_seed));
    }
    if experiment.n_epochs != notebook.n_epochs {
        parts.push(format!("{} ep.", experiment.n_epochs));
    }
    if let Some(own) = experiment.data.own() {
        parts.push(own.name.clone());
    } else if experiment.data != notebook.data {
        parts.push(format!("P {}", experiment.items.len()));
    }
    let features = experiment.user_features.iter();
    parts.extend(features.map(|feature| feature.name.clone()));
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_what_is_not_the_notebooks() {
        let mut experiment = crate::presets::shark();
        assert_eq!(name_of(&experiment), "lr 100, γ 10⁻¹², has_bones");
        experiment.hidden.clear();
        assert!(name_of(&experiment).contains("h 0"));
    }
}
