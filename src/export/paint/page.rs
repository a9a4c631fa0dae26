//! How large a figure is: centimetres, inches, points.

use super::PaintError;
use super::limits::{LEAST_CM, MOST_CM};
use crate::picture::Size;

/// Points of a drawing an inch; see the [module](super).
pub(super) const POINTS_PER_INCH: f64 = 96.0;
/// Centimetres an inch.
const CM_PER_INCH: f64 = 2.54;

/// How large a figure is asked to be, in centimetres.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PageSize {
    /// Width; if only the height is given, the picture keeps its proportions.
    pub width_cm: Option<f64>,
    /// Height; if only the width is given, the picture keeps its proportions.
    pub height_cm: Option<f64>,
}

impl PageSize {
    /// The size in points to lay a picture out at that is of the size `own` if nothing is asked
    /// for.
    ///
    /// # Errors
    /// If a side that is asked for is not from 1 to 200 cm.
    pub fn points(self, own: Size) -> Result<Size, PaintError> {
        let side = |cm: f64| {
            let fits = (LEAST_CM..=MOST_CM).contains(&cm);
            fits.then_some(Self::points_of_cm(cm))
                .ok_or(PaintError::Side { cm })
        };
        let width = self.width_cm.map(side).transpose()?;
        let height = self.height_cm.map(side).transpose()?;
        Ok(match (width, height) {
            (None, None) => own,
            (Some(width), None) => Size::new(width, own.height * width / own.width),
            (None, Some(height)) => Size::new(own.width * height / own.height, height),
            (Some(width), Some(height)) => Size::new(width, height),
        })
    }

    /// How many points of a drawing so many centimetres are.
    pub fn points_of_cm(cm: f64) -> f64 {
        cm / CM_PER_INCH * POINTS_PER_INCH
    }

    /// How many centimetres so many points of a drawing are.
    pub fn cm_of_points(points: f64) -> f64 {
        points / POINTS_PER_INCH * CM_PER_INCH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: Size = Size::new(600.0, 400.0);

    #[test]
    fn a_page_has_its_own_size_its_proportions_or_the_size_asked_for() {
        let points = |width_cm, height_cm| {
            let page = PageSize {
                width_cm,
                height_cm,
            };
            page.points(OWN).unwrap()
        };
        assert_eq!(points(None, None), OWN);
        assert_eq!(points(Some(2.54), None), Size::new(96.0, 64.0));
        assert_eq!(points(None, Some(2.54)), Size::new(144.0, 96.0));
        assert_eq!(points(Some(5.08), Some(2.54)), Size::new(192.0, 96.0));
        let column = PageSize::points_of_cm(8.5);
        assert!((column - 321.0).abs() < 0.5);
        assert!((PageSize::cm_of_points(column) - 8.5).abs() < 1e-12);
    }

    #[test]
    fn a_side_that_no_paper_has_is_refused() {
        for cm in [0.0, -3.0, f64::NAN, f64::INFINITY, 1e9] {
            let page = PageSize {
                width_cm: Some(cm),
                height_cm: None,
            };
            let error = page.points(OWN).unwrap_err().to_string();
            assert!(error.contains("from 1 to 200 cm"), "{error}");
        }
    }
}
