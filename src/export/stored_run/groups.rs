//! The user's names for groups of items, read back.

use std::collections::HashSet;

use super::error::StoredRunError;
use super::run_archive::RunArchive;
use crate::data::item_group::ItemGroup;

/// The groups of a run of `n_items` items; none where the archive has none.
pub(super) fn read(
    file: &mut RunArchive<'_>,
    n_items: u64,
) -> Result<Vec<ItemGroup>, StoredRunError> {
    if !file.archive.has("groups") {
        return Ok(Vec::new());
    }
    let n_groups = file.archive.array("groups")?.shape().first().copied();
    let n_groups = n_groups.unwrap_or(0);
    // Nested groups have no more nodes than items.
    if n_groups > n_items {
        return Err(StoredRunError::Groups);
    }
    let ends = file.counts("groups", &[n_groups, 2], n_items)?;
    let names = file.names("group_names", n_groups, |_| String::new())?;
    let mut known = HashSet::new();
    let group = |(ends, name): (&[u64], String)| {
        let is_range = ends[0] <= ends[1] && ends[1] < n_items;
        let (first, last) = (ends[0] as usize, ends[1] as usize);
        let is_group = is_range && !name.is_empty() && known.insert((first, last));
        let group = ItemGroup { first, last, name };
        is_group.then_some(group).ok_or(StoredRunError::Groups)
    };
    ends.chunks_exact(2).zip(names).map(group).collect()
}
