//! What experiment files are held to: what is written is read back, and what is wrong is said with
//! its line and field.

mod data_files;
mod left_out;
mod read_back;
mod refused;
mod sample;
