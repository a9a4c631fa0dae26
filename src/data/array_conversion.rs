//! Lines of Python that make readable arrays of those that numpy writes and that are not read here.

/// The line that converts an array of this type; `array` is its name in an archive, none in a file
/// of its own.
pub(super) fn line(array: Option<&str>, dtype: &str, is_for_names: bool) -> String {
    let is_pickled = dtype.ends_with('O');
    let pickled = if is_pickled {
        ", allow_pickle=True"
    } else {
        ""
    };
    let Some(array) = array else {
        let load = format!("np.load(\"FILE.npy\"{pickled})");
        let converted = converted(&load, dtype, is_for_names);
        return format!("import numpy as np; np.save(\"NEW.npy\", {converted})");
    };
    // As Python writes a text: no name from a file ends it.
    let key = array.replace('\\', "\\\\").replace('"', "\\\"");
    let converted = converted(&format!("d[\"{key}\"]"), dtype, is_for_names);
    format!(
        "import numpy as np; d = dict(np.load(\"FILE.npz\"{pickled})); d[\"{key}\"] = {converted}; \
         np.savez(\"NEW.npz\", **d)"
    )
}

fn converted(array: &str, dtype: &str, is_for_names: bool) -> String {
    if dtype == "record" {
        return format!("np.array({array}.tolist(), float)");
    }
    if dtype.contains('c') {
        return format!("{array}.real");
    }
    let to = if is_for_names { "str" } else { "float" };
    format!("{array}.astype({to})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_a_line_that_numpy_runs() {
        assert_eq!(
            line(None, "|O", false),
            "import numpy as np; np.save(\"NEW.npy\", np.load(\"FILE.npy\", \
             allow_pickle=True).astype(float))"
        );
        assert_eq!(
            line(Some("items"), "|O", true),
            "import numpy as np; d = dict(np.load(\"FILE.npz\", allow_pickle=True)); d[\"items\"] = \
             d[\"items\"].astype(str); np.savez(\"NEW.npz\", **d)"
        );
        assert!(line(None, "<c16", false).ends_with("np.load(\"FILE.npy\").real)"));
        assert!(line(None, "record", false).contains("np.array(np.load"));
        assert!(line(Some("a\"b"), "<f16", false).contains(r#"d["a\"b"]"#));
    }
}
