//! Tests of the public interface, in one binary so that they are linked once.

#[cfg(feature = "gui")]
mod atlas;
#[cfg(feature = "gui")]
mod changed_files;
mod command_line;
#[cfg(feature = "gui")]
mod commands;
#[cfg(feature = "gui")]
mod controls;
#[cfg(feature = "gui")]
mod data_choices;
#[cfg(feature = "gui")]
mod data_view;
mod digits;
#[cfg(feature = "gui")]
mod driver;
mod experiment_file;
#[cfg(feature = "gui")]
mod files;
mod golden;
#[cfg(feature = "gui")]
mod illusions;
#[cfg(feature = "gui")]
mod keyboard;
#[cfg(feature = "gui")]
mod lessons;
#[cfg(feature = "gui")]
mod notices;
mod npz;
#[cfg(feature = "gui")]
mod panels;
mod parity;
#[cfg(feature = "gui")]
mod paste;
#[cfg(feature = "gui")]
mod pins;
#[cfg(feature = "gui")]
mod pointing;
#[cfg(feature = "gui")]
mod presets;
#[cfg(feature = "gui")]
mod recovery;
mod reduction;
#[cfg(feature = "gui")]
mod regression;
#[cfg(all(unix, feature = "gui"))]
mod slow_files;
#[cfg(feature = "gui")]
mod stillness;
mod structure;
#[cfg(feature = "gui")]
mod theory;
#[cfg(feature = "gui")]
mod timeline;
#[cfg(feature = "gui")]
mod views;
#[cfg(feature = "gui")]
mod window;
#[cfg(feature = "gui")]
mod work;
