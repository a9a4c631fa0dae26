//! Tests of experiment files: files are read back as they were written, and errors name the line
//! and the field.

mod data_files;
mod left_out;
mod read_back;
mod refused;
mod sample;
