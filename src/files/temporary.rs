//! Files beside those that they are to replace.
//!
//! A program holds a lock on each as long as it needs it, and the system lets go of the lock
//! however the program ends. So what a killed program left is told from what a running one is
//! writing, and the next save into the folder removes it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

use tempfile::{Builder, NamedTempFile, TempPath};

use super::target::Target;

/// The beginning of every such file's name; no other program's files are called so.
const PREFIX: &str = ".tmp-modescope-";

/// So many files of a folder are looked at before a save: a folder of more does not hold it up.
const MOST_LOOKED_AT: usize = 10_000;

/// So many names are tried for a kept file while other saves take them.
const MOST_TRIES: usize = 1_000;

/// An empty file beside the one that it is to replace, locked. Abandoned ones are removed first.
pub(super) fn beside(target: &Target) -> io::Result<NamedTempFile<File>> {
    remove_abandoned(target.folder());
    loop {
        let create = |path: &Path| target.create_like(path);
        let temporary = builder().make_in(target.folder(), create)?;
        if is_held(&temporary) {
            return Ok(temporary);
        }
    }
}

/// A second name for the old file, where there is one, or a copy of it; locked.
pub(super) fn kept(target: &Target) -> io::Result<Option<(TempPath, File)>> {
    if !target.is_there() {
        return Ok(None);
    }
    let mut is_link = true;
    for _ in 0..MOST_TRIES {
        let keep = |path: &Path| kept_as(target, path, is_link);
        let kept = match builder().make_in(target.folder(), keep) {
            // Another save has taken the new name for abandoned before it was locked, or somebody
            // has taken the old file away.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if !target.path().exists() {
                    return Ok(None);
                }
                continue;
            }
            kept => kept?,
        };
        if is_held(&kept) {
            let (file, path) = kept.into_parts();
            return Ok(Some((path, file)));
        }
        // A file has one lock under all its names, and another save may hold it: a copy has its
        // own.
        is_link = false;
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

/// Gives the old file a second name, or copies it.
fn kept_as(target: &Target, path: &Path, is_link: bool) -> io::Result<File> {
    // Not every file system knows hard links.
    let is_linked = is_link
        && match fs::hard_link(target.path(), path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
            linked => linked.is_ok(),
        };
    if !is_linked {
        // Opened first, so that no empty copy is left of a file that is gone.
        let mut old = File::open(target.path())?;
        let copy = target.create_like(path)?;
        let copied = io::copy(&mut old, &mut &copy).and_then(|_| target.make_alike(&copy));
        if let Err(error) = copied {
            fs::remove_file(path).ok();
            return Err(error);
        }
    }
    // For writing, too: over a network an exclusive lock needs that.
    OpenOptions::new().read(true).write(true).open(path)
}

/// Locks a file; answers whether nobody took it for abandoned before. Not every file system knows
/// locks, and where none does nothing is removed.
fn is_held(temporary: &NamedTempFile<File>) -> bool {
    let locked = temporary.as_file().try_lock();
    let is_taken = matches!(locked, Err(TryLockError::WouldBlock));
    !is_taken && temporary.path().exists()
}

fn builder() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX);
    builder
}

/// Removes the files of a folder that a killed program was writing.
fn remove_abandoned(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten().take(MOST_LOOKED_AT) {
        let name = entry.file_name();
        let is_file = || entry.file_type().is_ok_and(|kind| kind.is_file());
        if !name.as_encoded_bytes().starts_with(PREFIX.as_bytes()) || !is_file() {
            continue;
        }
        let opened = OpenOptions::new().read(true).write(true).open(entry.path());
        let Ok(file) = opened else { continue };
        // The lock is held until the file is gone: between the two, its writer could take it.
        if file.try_lock().is_ok() {
            fs::remove_file(entry.path()).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::atomic::write;
    use super::*;

    #[test]
    fn what_a_killed_program_left_is_removed_by_the_next_save() {
        let folder = tempfile::tempdir().unwrap();
        let [abandoned, held, theirs, named_so] = [
            ".tmp-modescope-abcdef",
            ".tmp-modescope-held",
            ".tmpabcdef",
            ".tmp-modescope-folder",
        ]
        .map(|name| folder.path().join(name));
        for path in [&abandoned, &held, &theirs] {
            fs::write(path, "half").unwrap();
        }
        fs::create_dir(&named_so).unwrap();
        let holder = File::open(&held).unwrap();
        holder.try_lock().unwrap();
        let path = folder.path().join("x.toml");
        write(&path, b"whole").unwrap();
        assert!(!abandoned.exists());
        assert!(held.exists() && theirs.exists() && named_so.exists());
        drop(holder);
        write(&path, b"again").unwrap();
        assert!(!held.exists() && theirs.exists());
    }

    #[test]
    fn a_file_that_is_being_written_is_not_taken_for_abandoned() {
        let folder = tempfile::tempdir().unwrap();
        let [first, second] = ["a", "b"].map(|name| folder.path().join(name));
        let target = Target::of(&first).unwrap();
        let temporary = beside(&target).unwrap();
        write(&second, b"meanwhile").unwrap();
        assert!(temporary.path().exists());
        fs::write(&first, "old").unwrap();
        let (kept, _lock) = kept(&Target::of(&first).unwrap()).unwrap().unwrap();
        write(&second, b"meanwhile").unwrap();
        assert_eq!(fs::read(&kept).unwrap(), b"old");
    }

    #[test]
    fn two_saves_keep_the_same_old_file_each_for_itself() {
        let folder = tempfile::tempdir().unwrap();
        let [first, second] = ["a", "b"].map(|name| folder.path().join(name));
        fs::write(&first, "old").unwrap();
        let target = Target::of(&first).unwrap();
        let (one, one_lock) = kept(&target).unwrap().unwrap();
        let (two, _two_lock) = kept(&target).unwrap().unwrap();
        // The first save has ended; a third one must not take what the second keeps for abandoned.
        drop((one, one_lock));
        write(&second, b"meanwhile").unwrap();
        assert_eq!(fs::read(&two).unwrap(), b"old");
    }

    #[test]
    fn saves_into_one_folder_do_not_take_one_anothers_files() {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for number in 0..4 {
                let path = folder.path().join(format!("{number}"));
                scope.spawn(move || {
                    for round in 0..50 {
                        let text = format!("{number} {round}");
                        write(&path, text.as_bytes()).unwrap();
                        let target = Target::of(&path).unwrap();
                        let (kept, _lock) = kept(&target).unwrap().unwrap();
                        assert_eq!(fs::read_to_string(&kept).unwrap(), text);
                    }
                });
            }
        });
    }
}
