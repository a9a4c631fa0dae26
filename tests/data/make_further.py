"""Makes the files of `further/` and its `cases.json`: python3 tests/data/make_further.py

Each case is a file, the arguments it is read with, and what it must give: items, features and
values, or the words that its refusal must hold. numpy writes the arrays, the standard library the
rest; nothing here depends on the day or the machine.
"""

import gzip
import io
import json
import pickle
import struct
import zipfile
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent / "further"
CASES = []


def read(name, content, items, features, values, args=""):
    """A file that is read."""
    write(name, content)
    values = np.asarray(values, dtype=float).tolist()
    case = {"file": name, "args": args.split(), "items": items, "features": features}
    CASES.append(case | {"values": values})


def refused(name, content, *words, args=""):
    """A file that is refused with these words."""
    write(name, content)
    CASES.append({"file": name, "args": args.split(), "refused": list(words)})


def write(name, content):
    (FOLDER / name).write_bytes(content.encode() if isinstance(content, str) else content)


def npy(array, **options):
    file = io.BytesIO()
    np.save(file, array, **options)
    return file.getvalue()


def zipped(files, method=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def npz(**arrays):
    return zipped({f"{name}.npy": npy(array, allow_pickle=True) for name, array in arrays.items()})


AB, PQ = ["a", "b"], ["p", "q"]
MADE_UP, NAMELESS = ["item 1", "item 2"], ["feature 1", "feature 2"]
ONE_TO_FOUR, SIGNS = [[1.5, 2], [3, 4]], [[1, -1], [-1, 1]]

# Names from strangers, and what a spreadsheet would run.
evil = ['=HYPERLINK("http://x","y")', "+1+1", "@SUM(A1)", "-2+3"]
rows = "".join(f'"{name.replace(chr(34), chr(34) * 2)}",{i},{i * i}\n' for i, name in enumerate(evil))
read("formula_names.csv", ",p,q\n" + rows, evil, PQ, [[i, i * i] for i in range(4)])
refused("formula_values.csv", ",p,q\na,=1+1,2\nb,3,4\n", "row 2, column 2", "=1+1")
read("markup_names.csv", ",]]>,<b>&amp;\na,1.5,2\nb,3,4\n", AB, ["]]>", "<b>&amp;"], ONE_TO_FOUR)
title, clear = "\x1b]0;owned\x07", "\x1b[2J"
read("escape_names.csv", f",p,q{clear}\n{title},1.5,2\nb,3,4\n", [title, "b"], ["p", "q" + clear], ONE_TO_FOUR)
refused("escape_value.csv", f",p,q\na,{title},2\nb,3,4\n", "row 2", "\\u{1b}]0;owned\\u{7}")
read("zero_width_names.csv", ",p,p\u200b\na,1.5,2\na\u200d,3,4\n", ["a", "a\u200d"], ["p", "p\u200b"], ONE_TO_FOUR)
refused("zero_width_value.csv", ",p,q\na,1.5\u200b,2\nb,3,4\n", "row 2, column 2", "1.5\\u{200b}")
read("right_to_left.csv", ",שלום,\u202eabc\na,1.5,2\nb,3,4\n", AB, ["שלום", "\u202eabc"], ONE_TO_FOUR)
read("newline_in_heading.csv", ',"p\nq",q\na,1.5,2\nb,3,4\n', AB, ["p\nq", "q"], ONE_TO_FOUR)
read("nul_in_name.csv", ",p,q\na\0b,1.5,2\nb,3,4\n", ["a\0b", "b"], PQ, ONE_TO_FOUR)
refused("nul_in_value.csv", ",p,q\na,1\0,2\nb,3,4\n", "row 2, column 2", "neither a number")
refused("zeros.csv", b"\0" * 200, "row 1")

# Numbers as people write them.
refused("huge_numbers.csv", ",p,q\na,1e308,2\nb,3,4\n", "row 2, column 2", "must be from")
refused("infinite_numbers.csv", ",p,q\na,1.5,1e999\nb,3,4\n", "row 2, column 3", "not a finite number")
refused("many_digits.csv", ",p,q\na," + "9" * 400 + ",2\nb,3,4\n", "row 2, column 2", "not a finite")
read("small_numbers.csv", ",p,q\na,1e-320,.5\nb,-1e-5,+4\n", AB, PQ, [[1e-320, 0.5], [-1e-5, 4]])
refused("german_thousands.csv", ";p;q\na;1.234,5;2\nb;3;4\n", "row 2", "1.234,5", "thousands")
refused("english_thousands.csv", ',p,q\na,"1,234.5",2\nb,3,4\n', "row 2", "1,234.5", "thousands")
refused("swiss_thousands.csv", ",p,q\na,1'234.5,2\nb,3,4\n", "row 2", "thousands")
read("german_exponents.csv", ";p;q\na;1,5E+00;2\nb;3;0,4E1\n", AB, PQ, ONE_TO_FOUR)
refused("two_decimal_signs.csv", ";p;q\na;1,5;2.5\nb;3;4\n", "row 2, column 3", "decimal sign")
refused("percent.csv", ",p,q\na,50%,2\nb,3,4\n", "row 2, column 2", "50%", "without", "%")
refused("euros.csv", ";p;q\na;1,50 €;2\nb;3;4\n", "row 2, column 2", "1,50 €", "without")
refused("yen.csv", ",p,q\na,¥150,2\nb,3,4\n", "row 2, column 2", "¥150", "without")
read("full_width.csv", ",p,q\na,１．５,２\nb,３,４\n", AB, PQ, ONE_TO_FOUR)
read("minus_signs.csv", ",p,q\na,\u22121.5,－2\nb,3,4\n", AB, PQ, [[-1.5, -2], [3, 4]])
refused("hexadecimal.csv", ",p,q\na,0x10,2\nb,3,4\n", "row 2, column 2", "0x10")
refused("dates.csv", ",born,q\na,1998-04-30,2\nb,2001-12-01,4\n", "row 2, column 2", "date", "--drop born")
read("dates_dropped.csv", ",born,q\na,1998-04-30,2\nb,2001-12-01,4\n", AB, ["q"], [[2], [4]], "--drop born")

# Missing values as programs write them.
for name, cell in [("julia", "missing"), ("r", "NA"), ("excel", "#DIV/0!"), ("dash", "-"), ("japanese", "欠損")]:
    refused(f"missing_{name}.csv", f",p,q\na,{cell},2\nb,3,4\n", "row 2, column 2", cell, "--missing")
read("missing_features.csv", ",p,q\na,#N/A,2\nb,3,4\n", AB, ["q"], [[2], [4]], "--missing drop-features")
read("missing_zero.csv", ",p,q\na,n/a,2\nb,3,4\n", AB, PQ, [[0, 2], [3, 4]], "--missing 0")

# Words.
read("polars.csv", "item,p,q\na,true,false\nb,false,true\n", AB, PQ, SIGNS)
read("japanese.csv", "名前,p,q\na,はい,いいえ\nb,いいえ,はい\n", AB, PQ, SIGNS)
read("circles_and_crosses.csv", ",p,q\na,○,×\nb,×,◯\n", AB, PQ, SIGNS)
read("x_or_blank.csv", ";p;q\na;x;\nb;;X\n", AB, PQ, SIGNS)
refused("words_and_numbers.csv", ",p,q\na,yes,2\nb,no,4\n", "row 2, column 3", "same throughout")

# Shapes.
refused("mixed_separators.csv", "item;p;q\na,1,2\nb,3,4\n", "row 2")
refused("unclosed_quote.csv", ',p,q\n"a,1,2\nb,3,4\n')
refused("ragged.csv", ",p,q\na,1,2\nb,3\n", "row 3 has 2 cells", "first row has 3")
read("duplicate_headings.csv", ",p,p\na,1.5,2\nb,3,4\n", AB, ["p", "p"], ONE_TO_FOUR)
refused("duplicate_headings_dropped.csv", ",p,p\na,1.5,2\nb,3,4\n", "several columns", "(#2, #3)", args="--drop p")
refused("duplicate_items.csv", ",p,q\na,1,2\na,3,4\n", "row 3", "\"a\"")
read("empty_rows_and_columns.csv", ",p,q,,\na,1.5,2,,\nb,3,4,,\n,,,,\n,,,,\n", AB, PQ, ONE_TO_FOUR)
refused("one_item.csv", ",p,q\na,1,2\n", "number of items is 1", "at least 2")
refused("heading_only.csv", ",p,q\n", "number of items is 0")
refused("blanks_only.csv", " \n\t\n \n")
refused("all_alike.csv", ",p,q\na,2,2\nb,2,2\n", "all values are the same")
refused("513_items.csv", ",p\n" + "".join(f"i{i},{i}\n" for i in range(513)), "513", "at most 512")
refused("savetxt_blanks.txt", "1.5 2.0\n3.0 4.0\n", "--no-header")
read("savetxt_told.txt", "1.5 2.0\n3.0 4.0\n", MADE_UP, NAMELESS, ONE_TO_FOUR, "--no-header --no-items")
read("rows.csv", ",p,q\nx,9,9\na,1.5,2\nb,3,4\ny,9,9\n", AB, PQ, ONE_TO_FOUR, "--rows 2:3")

# Encodings and packings.
table = ",p,q\r\na,1.5,2\r\nb,3,4\r\n"
read("utf16_big_endian.csv", b"\xfe\xff" + table.encode("utf-16-be"), AB, PQ, ONE_TO_FOUR)
refused("lone_surrogate.csv", b"\xff\xfe" + ",p,q\n".encode("utf-16-le") + b"\x00\xd8" + ",1,2\n".encode("utf-16-le"), "row 2", "damaged")
refused("utf16_cut.csv", b"\xff\xfe" + table.encode("utf-16-le")[:-1], "damaged")
refused("shift_jis.csv", ",p\n松の木,1\nばら,2\n".encode("cp932"), "row 2", "iconv -f CP932")
refused("latin_1.csv", ";p\nBär;1\nLöwe;2\n".encode("latin-1"), "row 2", "WINDOWS-1252")
read("sep_line_mac.csv", "sep=;\r;p;q\ra;1,5;2\rb;3;4\r", AB, PQ, ONE_TO_FOUR)
read("zipped.csv.zip", zipped({"table.csv": table}), AB, PQ, ONE_TO_FOUR)
read("twice_gzipped.csv.gz", gzip.compress(table[:9].encode(), mtime=0) + gzip.compress(table[9:].encode(), mtime=0), AB, PQ, ONE_TO_FOUR)
refused("cut.csv.gz", gzip.compress(table.encode(), mtime=0)[:-9], "gzip file is damaged or cut short")
secret = bytearray(zipped({"table.csv": table}))
for mark, at in [(b"PK\3\4", 6), (b"PK\1\2", 8)]:
    secret[secret.index(mark) + at] |= 1
refused("password.zip", bytes(secret), "password")
secret = bytearray(npz(X=np.eye(2)))
for mark, at in [(b"PK\3\4", 6), (b"PK\1\2", 8)]:
    secret[secret.index(mark) + at] |= 1
refused("password.npz", bytes(secret), "password")
refused("bzip2.zip", zipped({"table.csv": table}, zipfile.ZIP_BZIP2), "deflate")

# Arrays: the choices about tables hold for them too.
numbers = np.array(ONE_TO_FOUR)
gaps = np.array([[1.5, np.nan], [3, 4]])
read("bool.npy", npy(np.eye(2, dtype=bool)), MADE_UP, NAMELESS, SIGNS)
read("bool_as_is.npy", npy(np.eye(2, dtype=bool)), MADE_UP, NAMELESS, np.eye(2), "--zero-one as-is")
read("eye.npz", npz(features=np.eye(2)), MADE_UP, NAMELESS, SIGNS)
read("eye_as_is.npz", npz(features=np.eye(2)), MADE_UP, NAMELESS, np.eye(2), "--zero-one as-is")
read("eye_kept.npz", npz(features=np.eye(2), zero_one=np.array(["as-is"])), MADE_UP, NAMELESS, np.eye(2))
refused("gaps.npy", npy(gaps), "row 1, column 2", "--missing")
refused("gaps.npz", npz(X=gaps), "`X` row 1, column 2", "--missing")
read("gaps_mean.npz", npz(X=gaps), MADE_UP, NAMELESS, [[1.5, 4], [3, 4]], "--missing mean")
read("gaps_features.npy", npy(gaps), MADE_UP, ["feature 1"], [[1.5], [3]], "--missing drop-features")
read("centred.npy", npy(numbers), MADE_UP, NAMELESS, [[-0.75, -1], [0.75, 1]], "--center")
read("transposed.npy", npy(numbers), MADE_UP, NAMELESS, [[1.5, 3], [2, 4]], "--transpose")
named = {"features": numbers, "items": np.array(AB), "feature_names": np.array(PQ)}
read("transposed_named.npz", npz(**named), PQ, AB, [[1.5, 3], [2, 4]], "--transpose")
read("dropped.npz", npz(**named), AB, ["q"], [[2], [4]], "--drop p")
wide = np.arange(12.0).reshape(6, 2)
read("rows.npy", npy(wide), ["item 3", "item 4"], NAMELESS, wide[2:4], "--rows 3:4")
read("many_rows.npy", npy(np.arange(2000.0).reshape(1000, 2)), MADE_UP, NAMELESS, [[0, 1], [2, 3]], "--rows 1:2")
read("big_endian.npz", npz(X=numbers.astype(">f4")), MADE_UP, NAMELESS, ONE_TO_FOUR)
refused("infinity.npy", npy(np.array([[1, np.inf], [3, 4]])), "row 1, column 2", "not a finite")
refused("objects.npy", npy(numbers.astype(object), allow_pickle=True), "|O", "allow_pickle=True).astype(float)")
refused("records.npy", npy(np.zeros(2, dtype=[("a", "f8"), ("b", "i4")])), "must have two dimensions")
refused("record_matrix.npy", npy(np.zeros((2, 2), dtype=[("a", "f8")])), "record", "tolist()")
refused("complex.npy", npy(numbers + 1j), "<c16", ".real")
refused("words.npy", npy(np.array([AB, PQ])), "<U1", "astype(float)")
refused("vector.npy", npy(numbers.ravel()), "(4,)", "two dimensions")
refused("cut.npy", npy(numbers)[:-1], "damaged or cut short")

# Other kinds of files, by their first bytes.
matlab_4 = struct.pack("<5i", 0, 2, 2, 0, 2) + b"X\0" + numbers.tobytes("F")
refused("matlab_4.mat", matlab_4, "MATLAB (.mat)", "loadmat")
for protocol in range(6):
    content = pickle.dumps([[1, 2], [3, 4]], protocol)
    refused(f"protocol_{protocol}.pkl", content, "pickle (Python)", "read_pickle")
refused("spss.sav", b"$FL2@(#) SPSS DATA FILE", "SPSS (.sav)", "read_spss")
refused("stata.dta", b"<stata_dta><header><release>118</release>", "Stata (.dta)", "read_stata")
refused("excel.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "Excel (.xls)", "read_excel")
refused("calc.ods", zipped({"mimetype": "x", "content.xml": "<x/>"}), "OpenDocument (.ods)", "read_excel")
refused("lines.json", '{"a": 1, "b": 2}\n{"a": 3, "b": 4}\n', "JSON")

(FOLDER / "cases.json").write_text(json.dumps(CASES, indent=1, ensure_ascii=False) + "\n")
print(len(CASES), "cases")
