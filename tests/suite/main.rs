//! What only the public face can show, linked once.

mod golden;
mod npz;
mod parity;
mod reduction;
#[cfg(feature = "gui")]
mod window;
