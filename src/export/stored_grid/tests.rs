use super::*;
use crate::analysis::run_summary::Fate;

const HEADER: &str = "index,data_seed,seed,levels,flip,layers,hidden,epochs,gamma,lr,fate,\
    diverged_at,drops,epoch_below_1e-3,epoch_below_0.5,loss,modes_learned,stage_epochs,\
    Shark has_bones illusion,Shark has_bones illusion_epoch,Shark has_bones end,\
    last_strengths,last_losses";

/// A row of a settled run.
fn row(seed: u32, epochs: u32, gamma: &str, lr: &str) -> String {
    format!(
        "0,5,{seed},3,0.15,1,30,{epochs},{gamma},{lr},settled,,4,19{seed},30,1e-30,8,5 9,\
         -0.2,40,1.0,157.0 157.5,1e-30 2e-30"
    )
}

fn grid(rows: &[String]) -> Result<StoredGrid, GridError> {
    let text = format!("{HEADER}\n{}\n", rows.join("\n"));
    StoredGrid::read(text.as_bytes())
}

/// Four cells of three draws, one of them missing, and a run that diverged.
fn small() -> Vec<String> {
    let mut rows = Vec::new();
    for seed in 0..3 {
        for gamma in ["1e-3", "1.0"] {
            for lr in ["20.0", "60.0"] {
                rows.push(row(seed, 250, gamma, lr));
            }
        }
    }
    rows.pop();
    let diverged = row(2, 250, "1.0", "60.0").replace("settled,,4,192,30,1e-30", "diverged,41,,,,");
    let diverged = diverged.split(",8,5 9").next().unwrap().to_owned();
    rows.push(format!("{diverged},,,,,,,"));
    rows
}

#[test]
fn draws_are_one_cell_and_rows_that_are_missing_are_blank() {
    let grid = grid(&small()[1..]).unwrap();
    let chosen = grid
        .atlas(&GridChoice::default(), Quantity::EpochsBelow)
        .unwrap();
    let GridAtlas { atlas, n_epochs } = chosen;
    assert_eq!(n_epochs, Some(250));
    assert_eq!(atlas.options().n_draws, 3);
    let plane = atlas.plane();
    assert_eq!(
        (plane.x.parameter, plane.y.parameter),
        (Parameter::Lr, Parameter::Gamma)
    );
    let cell = |x, y| atlas.cell(CellIndex { x, y }).unwrap();
    assert_eq!(cell(0, 0).n_draws(), 2);
    assert_eq!(cell(1, 0).value(Quantity::EpochsBelow), Some(191.0));
    assert_eq!(cell(1, 0).value(Quantity::FalseBelief), Some(0.2));
    assert_eq!(cell(1, 1).fate(), Fate::Settled);
    let turned = GridChoice {
        x: Some(Parameter::Gamma),
        threshold: Some(0.5),
        ..GridChoice::default()
    };
    let turned = grid.atlas(&turned, Quantity::EpochsBelow).unwrap().atlas;
    assert_eq!(turned.plane().y.parameter, Parameter::Lr);
    assert_eq!(turned.extent(Quantity::EpochsBelow), Some((30.0, 30.0)));
    let one = self::grid(&small()[..1]).unwrap();
    assert!(one.atlas(&GridChoice::default(), Quantity::Drops).is_err());
}

#[test]
fn a_third_column_that_varies_needs_a_value() {
    let mut rows = small();
    rows.push(row(0, 500, "1e-3", "20.0"));
    let grid = grid(&rows).unwrap();
    let refused = grid
        .atlas(&GridChoice::default(), Quantity::Drops)
        .unwrap_err();
    let said = refused.to_string();
    assert!(
        said.contains("`lr`, `gamma`, `epochs`") && said.contains("--at epochs=250"),
        "{said}"
    );
    assert!(refused.is_of_choices());
    let at = |epochs| GridChoice {
        at: vec![(Parameter::Epochs, epochs)],
        ..GridChoice::default()
    };
    assert!(grid.atlas(&at(250.0), Quantity::Drops).is_ok());
    let said = grid
        .atlas(&at(300.0), Quantity::Drops)
        .unwrap_err()
        .to_string();
    assert_eq!(said, "no run has epochs=300; there is 250, 500");
    let twice = GridChoice {
        x: Some(Parameter::Epochs),
        ..at(250.0)
    };
    let said = grid.atlas(&twice, Quantity::Drops).unwrap_err().to_string();
    assert_eq!(said, "`epochs` is asked for twice");
}

#[test]
fn numbers_without_room_between_them_are_no_axis() {
    let grid = grid(&[row(0, 250, "1e-3", "1e300"), row(0, 250, "1.0", "1e300")]).unwrap();
    let choice = GridChoice {
        x: Some(Parameter::Lr),
        ..GridChoice::default()
    };
    let refused = grid.atlas(&choice, Quantity::LastLoss).unwrap_err();
    assert_eq!(refused, GridError::NoAxis("lr"));
}

#[test]
fn a_section_has_the_last_epochs_along_one_axis() {
    let grid = grid(&small()).unwrap();
    let said = grid
        .section(&GridChoice::default())
        .unwrap_err()
        .to_string();
    assert!(said.contains("--at gamma=0.001"), "{said}");
    let choice = GridChoice {
        at: vec![(Parameter::Gamma, 1.0)],
        ..GridChoice::default()
    };
    let section = grid.section(&choice).unwrap();
    assert_eq!(section.axis.values(), [20.0, 60.0]);
    assert_eq!(section.points[0].strengths, [157.0, 157.5]);
    let last = section.points.last().unwrap();
    assert_eq!((last.diverged_at, last.losses.len()), (Some(41), 0));
    let without = HEADER.replace(",last_strengths,last_losses", "");
    let text = format!(
        "{without}\n{}",
        row(0, 250, "1", "20").replace(",157.0 157.5,1e-30 2e-30", "")
    );
    let short = StoredGrid::read(text.as_bytes()).unwrap();
    assert_eq!(short.section(&choice), Err(GridError::NoLast));
}

#[test]
fn what_is_wrong_is_said_with_its_line_and_column() {
    let good = row(0, 250, "1e-3", "20.0");
    for (from, to, expected) in [
        (
            "20.0",
            "fast",
            "line 2, column `lr`: \"fast\" is not a number",
        ),
        (
            ",250,",
            ",-2,",
            "line 2, column `epochs`: \"-2\" is not a whole number from 0",
        ),
        (
            "settled",
            "fine",
            "column `fate`: \"fine\" is not settled, unfinished",
        ),
        (
            "settled,,",
            "diverged,,",
            "column `diverged_at`: \"\" does not go with the fate `diverged`",
        ),
        (
            "settled,,",
            "settled,3,",
            "column `diverged_at`: \"3\" does not go with the fate `settled`",
        ),
        (
            "157.5",
            "x",
            "column `last_strengths`: \"157.0 x\" is not finite numbers",
        ),
        (
            ",30,250",
            ",30,250,7",
            "line 2: there are 24 cells, and 23 columns",
        ),
    ] {
        let said = grid(&[good.replacen(from, to, 1)])
            .err()
            .unwrap()
            .to_string();
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn a_table_that_is_no_grid_is_refused() {
    let good = row(0, 250, "1e-3", "20.0");
    let twice = grid(&[good.clone(), good.clone()]).err().unwrap();
    assert_eq!(twice.to_string(), "lines 2 and 3 are the same run");
    assert_eq!(grid(&[]).err(), Some(GridError::Empty));
    let text = HEADER.replace("fate", "fete");
    let said = StoredGrid::read(text.as_bytes()).err().unwrap().to_string();
    assert!(said.contains("no column `fate`"), "{said}");
    let text = HEADER.replace("fate", "lr");
    let said = StoredGrid::read(text.as_bytes()).err().unwrap().to_string();
    assert_eq!(said, "there are two columns `lr`");
    let choice = GridChoice {
        threshold: Some(0.1),
        ..GridChoice::default()
    };
    let said = grid(&small())
        .unwrap()
        .atlas(&choice, Quantity::Drops)
        .unwrap_err()
        .to_string();
    assert!(said.contains("only of 0.001, 0.5"), "{said}");
}
