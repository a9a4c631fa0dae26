//! The shapes of a network's weights.

/// Shapes (n_out, n_in) of the weight matrices, from the input on.
pub fn shapes(n_items: usize, hidden: &[usize], n_outputs: usize) -> Vec<(usize, usize)> {
    let mut n_in = n_items;
    hidden
        .iter()
        .copied()
        .chain([n_outputs])
        .map(|n_out| (n_out, std::mem::replace(&mut n_in, n_out)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_chain_from_input_to_output() {
        assert_eq!(shapes(8, &[], 100), [(100, 8)]);
        assert_eq!(shapes(8, &[16, 12], 300), [(16, 8), (12, 16), (300, 12)]);
    }
}
