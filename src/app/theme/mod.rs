//! How the window looks, and what screen readers know its parts by: colours, fonts, formulas,
//! accessible names.

pub(crate) mod accessible;
pub(crate) mod fonts;
pub(crate) mod formula;
mod preference;
pub(crate) mod theme_colours;
pub(crate) mod visuals;
