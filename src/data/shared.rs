//! A large value that many parts hold at once and that never changes.

use std::ops::Deref;
use std::sync::Arc;

/// An [`Arc`] whose copies are equal at a glance: contents are compared only between two that
/// were made apart.
#[derive(Debug)]
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    /// Shares `value` from now on.
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: PartialEq> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_equal_and_so_is_what_was_made_alike() {
        let one = Shared::new(vec![1, 2]);
        assert_eq!(one, one.clone());
        assert_eq!(one, Shared::new(vec![1, 2]));
        assert_ne!(one, Shared::new(vec![1, 3]));
        assert_eq!(one.len(), 2);
    }

    #[test]
    fn copies_are_not_compared_number_by_number() {
        // Not a number equals nothing, itself included, unless it is not looked at.
        let odd = Shared::new(f64::NAN);
        assert_eq!(odd, odd.clone());
        assert_ne!(odd, Shared::new(f64::NAN));
    }
}
