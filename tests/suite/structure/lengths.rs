//! No file and no function is so long that it must be scrolled. Read as text: rustfmt sets a
//! function's closing brace under the first letter of its head.

use std::fs;
use std::path::Path;

/// The most lines of a file.
const FILE_LINES: usize = 400;
/// The most lines of a function, from its head to its closing brace.
const FUNCTION_LINES: usize = 50;

/// A sentence for each file and each function that is too long.
fn too_long(path: &str, text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    if lines.len() > FILE_LINES {
        found.push(format!("{path}: {} lines of {FILE_LINES}", lines.len()));
    }
    for (first, head) in lines.iter().enumerate() {
        let Some(name) = function_name(head) else {
            continue;
        };
        let is_last = |line: &&str| {
            indent(line) == indent(head) && (line.trim().starts_with('}') || line.ends_with(';'))
        };
        let n_lines = match head.chars().last() {
            Some('}' | ';') => 1,
            _ => {
                2 + lines[first + 1..]
                    .iter()
                    .take_while(|line| !is_last(line))
                    .count()
            }
        };
        if n_lines > FUNCTION_LINES {
            found.push(format!(
                "{path}: fn {name} has {n_lines} lines of {FUNCTION_LINES}"
            ));
        }
    }
    found
}

/// How many blanks a line begins with.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The name of the function whose head begins on this line.
fn function_name(line: &str) -> Option<&str> {
    let line = line.trim_start();
    // Also `pub(in crate::app)`, which is two words.
    let line = match line.strip_prefix("pub(") {
        Some(line) => line.split_once(')')?.1,
        None => line.strip_prefix("pub ").unwrap_or(line),
    };
    let mut words = line.split_whitespace();
    loop {
        match words.next()? {
            "fn" => break,
            "const" | "async" | "unsafe" => {}
            _ => return None,
        }
    }
    words.next()?.split(['(', '<']).next()
}

/// Calls `each` with the path and the text of every Rust file below a folder of the project.
fn for_each_file(folder: &Path, each: &mut impl FnMut(&str, &str)) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            for_each_file(&path, each);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a source file");
            each(&path.display().to_string(), &text);
        }
    }
}

#[test]
fn no_file_and_no_function_needs_scrolling() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut n_functions, mut found) = (0, Vec::new());
    for folder in ["src", "tests"] {
        for_each_file(&root.join(folder), &mut |path, text| {
            n_functions += text.lines().filter_map(function_name).count();
            found.extend(too_long(path, text));
        });
    }
    assert!(n_functions > 3000, "only {n_functions} functions were seen");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_function_of_51_lines_and_a_file_of_401_are_found() {
    let function = |n: usize| format!("    pub(crate) fn f() {{\n{}    }}\n", "x;\n".repeat(n - 2));
    assert_eq!(too_long("a.rs", &function(50)), [""; 0]);
    assert!(too_long("a.rs", &function(51))[0].contains("fn f has 51"));
    assert!(too_long("a.rs", &"\n".repeat(401))[0].contains("401"));
    let declared = format!(
        "    fn g(\n        x: f64,\n    ) -> f64;\n{}",
        "\n".repeat(60)
    );
    assert_eq!(too_long("a.rs", &declared), [""; 0]);
}
