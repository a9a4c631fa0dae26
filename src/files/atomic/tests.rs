//! Writing files, with real folders, links and modes.

use super::*;

const TABLE: &[u8] = b"item,swims,flies\nTuna,yes,no\nRobin,no,yes\n";

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder can be made")
}

fn n_files(folder: &Path) -> usize {
    fs::read_dir(folder).expect("a folder").count()
}

#[test]
fn whether_a_file_can_be_written_is_known_before() {
    let folder = folder();
    let path = folder.path().join("animals.csv");
    check_writable(&path).unwrap();
    assert_eq!(n_files(folder.path()), 0);
    assert!(check_writable(folder.path()).is_err());
    write(&path, TABLE).unwrap();
    assert!(check_writable(&path.join("below")).is_err());
    assert_eq!(fs::read(&path).unwrap(), TABLE);
}

#[test]
fn a_missing_folder_is_named_and_not_made() {
    let folder = folder();
    let missing = folder.path().join("mistyped");
    let path = missing.join("animals.csv");
    let created = create(&path).map(drop);
    for failed in [write(&path, TABLE), check_writable(&path), created] {
        let words = failed.unwrap_err().to_string();
        let (path, folder) = (path.display(), missing.display());
        let expected = format!("{path}: the folder {folder} does not exist; make it first");
        assert_eq!(words, expected);
    }
    assert!(!missing.exists());
}

#[test]
fn a_failed_write_leaves_the_old_file_and_no_temporary_one() {
    let folder = folder();
    let path = folder.path().join("animals.csv");
    write(&path, TABLE).unwrap();
    // A folder cannot be replaced by a file.
    assert!(write(folder.path(), b"new").is_err());
    let half = write_with(&path, |mut file| {
        file.write_all(b"half")?;
        Err(io::ErrorKind::StorageFull.into())
    });
    let words = half.unwrap_err().to_string();
    assert_eq!(words, format!("{}: the disk is full", path.display()));
    assert_eq!(fs::read(&path).unwrap(), TABLE);
    assert_eq!(n_files(folder.path()), 1);
}

#[test]
fn both_of_two_files_are_replaced_or_neither() {
    let folder = folder();
    let [first, second] = ["run.npz", "run.py"].map(|name| folder.path().join(name));
    let both = |[one, other]: [&str; 2]| {
        let with = |path: &Path, text: &str| {
            Written::beside(path, |mut file| {
                file.write_all(text.as_bytes())?;
                Ok(file)
            })
            .expect("written beside")
        };
        (with(&first, one), with(&second, other))
    };
    let texts = || [&first, &second].map(|path| fs::read_to_string(path).ok());
    let (one, other) = both(["data 1", "script 1"]);
    Written::put_both(one, other).unwrap();
    assert_eq!(texts(), ["data 1", "script 1"].map(|t| Some(t.to_owned())));
    // Both are written beside, and then the second cannot be put in its place.
    let (one, other) = both(["data 2", "script 2"]);
    fs::remove_file(&second).unwrap();
    fs::create_dir(&second).unwrap();
    let failed = Written::put_both(one, other).unwrap_err().to_string();
    assert!(failed.contains("run.py: "), "{failed}");
    assert_eq!(texts(), [Some("data 1".to_owned()), None]);
    assert_eq!(n_files(folder.path()), 2);
    // With no first file before there is none after.
    fs::remove_dir(&second).unwrap();
    fs::remove_file(&first).unwrap();
    let (one, other) = both(["data 3", "script 3"]);
    fs::create_dir(&second).unwrap();
    assert!(Written::put_both(one, other).is_err());
    assert_eq!(texts(), [None, None]);
    assert_eq!(n_files(folder.path()), 1);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("a file").mode() & 0o7777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("one's own file");
    }

    #[test]
    fn a_link_stays_and_the_file_behind_it_is_replaced() {
        let folder = folder();
        let [real, link, second_link] =
            ["deeper/real.toml", "link.toml", "second.toml"].map(|name| folder.path().join(name));
        fs::create_dir(folder.path().join("deeper")).unwrap();
        write(&real, b"old").unwrap();
        symlink("deeper/real.toml", &link).unwrap();
        symlink(&link, &second_link).unwrap();
        for (path, text) in [(&link, "by a link"), (&second_link, "by two links")] {
            check_writable(path).unwrap();
            write(path, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&real).unwrap(), text);
            assert!(link.is_symlink() && second_link.is_symlink());
        }
        assert_eq!(n_files(folder.path()), 3);
        assert_eq!(n_files(&folder.path().join("deeper")), 1);
    }

    #[test]
    fn behind_a_dangling_link_the_file_is_made_but_no_folder() {
        let folder = folder();
        let [link, lost] = ["link.toml", "lost.toml"].map(|name| folder.path().join(name));
        symlink("real.toml", &link).unwrap();
        write(&link, TABLE).unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(folder.path().join("real.toml")).unwrap(), TABLE);
        // A drive that is not mounted is no folder to be made.
        symlink("drive/real.toml", &lost).unwrap();
        for failed in [write(&lost, TABLE), check_writable(&lost)] {
            let words = failed.unwrap_err().to_string();
            assert!(words.ends_with("lost.toml: no such file"), "{words}");
        }
        assert!(!folder.path().join("drive").exists());
    }

    #[test]
    fn links_to_a_folder_to_themselves_and_to_a_device_are_refused() {
        let folder = folder();
        let link = |to: &str, name: &str| {
            let path = folder.path().join(name);
            symlink(to, &path).unwrap();
            path
        };
        for (path, reason) in [
            (link(".", "folder.toml"), "this is a folder"),
            (link("circle.toml", "circle.toml"), "symbolic links"),
            (
                link("/dev/null", "device.toml"),
                "not a file that can be replaced",
            ),
        ] {
            for failed in [write(&path, TABLE), check_writable(&path)] {
                let words = failed.unwrap_err().to_string();
                let start = format!("{}: ", path.display());
                assert!(
                    words.starts_with(&start) && words.contains(reason),
                    "{words}"
                );
            }
            assert!(path.is_symlink());
        }
        assert_eq!(n_files(folder.path()), 3);
    }

    #[test]
    fn a_replaced_file_keeps_its_mode() {
        let folder = folder();
        let path = folder.path().join("secret.toml");
        // One that the usual mask would take away among them.
        for kept in [0o600, 0o640, 0o664, 0o666, 0o755] {
            fs::write(&path, "old").unwrap();
            set_mode(&path, kept);
            write(&path, b"new").unwrap();
            assert_eq!(
                (mode(&path), fs::read(&path).unwrap()),
                (kept, b"new".to_vec())
            );
        }
    }

    #[test]
    fn a_new_file_has_the_mode_of_any_new_file() {
        let folder = folder();
        let [ours, theirs] = ["ours", "theirs"].map(|name| folder.path().join(name));
        fs::write(&theirs, "").unwrap();
        write(&ours, b"").unwrap();
        assert_eq!(mode(&ours), mode(&theirs));
    }

    #[test]
    fn a_file_being_written_can_be_read_by_no_more_people_than_the_old_one() {
        let folder = folder();
        let path = folder.path().join("secret.toml");
        fs::write(&path, "old").unwrap();
        set_mode(&path, 0o604);
        write_with(&path, |file| {
            assert_eq!(file.get_ref().metadata()?.mode() & 0o077, 0);
            Ok(file)
        })
        .unwrap();
        assert_eq!(mode(&path), 0o604);
    }

    /// Whether this user may do what modes forbid, as the superuser may.
    fn is_above_modes(folder: &Path) -> bool {
        let path = folder.join("locked");
        fs::write(&path, "").expect("a file");
        set_mode(&path, 0o400);
        fs::OpenOptions::new().append(true).open(&path).is_ok()
    }

    #[test]
    fn a_file_and_a_folder_that_are_write_protected_are_left_alone() {
        let folder = folder();
        let closed = folder.path().join("closed");
        let path = closed.join("animals.csv");
        fs::create_dir(&closed).unwrap();
        write(&path, TABLE).unwrap();
        set_mode(&path, 0o444);
        let is_above_modes = is_above_modes(folder.path());
        assert_eq!(write(&path, TABLE).is_ok(), is_above_modes);
        assert_eq!(mode(&path), 0o444);
        set_mode(&path, 0o644);
        set_mode(&closed, 0o555);
        for (path, is_new) in [(path, false), (closed.join("new.csv"), true)] {
            for tried in [check_writable(&path), write(&path, b"new")] {
                assert_eq!(tried.is_ok(), is_above_modes);
                let words = tried.err().map(|error| error.to_string());
                let expected = format!("{}: permission denied", path.display());
                assert!(words.is_none_or(|words| words == expected));
            }
            assert_eq!(path.exists(), !is_new || is_above_modes);
        }
        set_mode(&closed, 0o755);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn an_error_names_the_users_file_and_not_the_temporary_one() {
        // A folder in which not even the superuser can make a file.
        let path = Path::new("/proc/self/animals.csv");
        for tried in [check_writable(path), write(path, TABLE)] {
            let words = tried.unwrap_err().to_string();
            let expected = "/proc/self/animals.csv: no such file";
            assert_eq!(words, expected);
        }
    }
}
