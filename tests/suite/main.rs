//! What only the public face can show, linked once.

#[cfg(feature = "gui")]
mod driver;
#[cfg(feature = "gui")]
mod files;
mod golden;
mod npz;
#[cfg(feature = "gui")]
mod panels;
mod parity;
mod reduction;
#[cfg(feature = "gui")]
mod window;
