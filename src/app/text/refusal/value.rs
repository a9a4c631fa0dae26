//! Values for sentences.

use fluent_bundle::FluentValue;

/// Numbers as text, so that no language groups their digits.
#[expect(
    clippy::needless_pass_by_value,
    reason = "numbers and finished sentences are passed by value"
)]
pub(super) fn text(value: impl ToString) -> FluentValue<'static> {
    value.to_string().into()
}
