//! What experiment files are held to: what is written is read back, and what is wrong is said with
//! its line and field.

mod read_back;
mod refused;
mod sample;
