//! A feature pasted as it stands in the tutorial's notebook: a list of numbers and, if they are
//! there, the items' names, the feature's name and the index of the item that is watched.
//!
//! ```text
//! item_names = ['Shark', 'Tuna', 'Robin', 'Canary', 'Rose', 'Daisy', 'Pine', 'Oak']
//! illusion_idx = 0
//! new_feature = [-1, 1, 1, 1, -1, -1, -1, -1]
//! its_label = 'has_bones'
//! ```

use super::read::ZeroOne;

/// A feature read from pasted text.
#[derive(Clone, Debug, PartialEq)]
pub struct PastedFeature {
    /// The items' names, as many as there are values.
    pub items: Option<Vec<String>>,
    /// The feature's name.
    pub name: Option<String>,
    /// The feature's value for each item; all finite.
    pub values: Vec<f64>,
    /// The item to be watched, from 0.
    pub watched: Option<usize>,
}

impl PastedFeature {
    /// Whether its values are 0 and 1 and no others, so that they may stand for no and yes.
    pub fn is_zero_one(&self) -> bool {
        let is_bit = |value: &f64| *value == 0.0 || *value == 1.0;
        self.values.iter().all(is_bit) && self.values.contains(&0.0)
    }

    /// The feature with 0 and 1 read as chosen, as in a table; other values are kept as they are.
    #[must_use]
    pub fn read_as(mut self, zero_one: ZeroOne) -> Self {
        if zero_one == ZeroOne::NoYes && self.is_zero_one() {
            for value in &mut self.values {
                *value = 2.0 * *value - 1.0;
            }
        }
        self
    }
}

/// Why a text is no feature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasteError {
    /// There is no list of numbers.
    NoValues,
    /// There are several lists of numbers.
    SeveralLists(usize),
    /// A bracket or a quotation mark is not closed.
    Unfinished,
    /// The list goes on where `…` or `...` stands.
    Shortened,
    /// The list of numbers holds this text, which is no number.
    NotANumber(String),
    /// The number of item names differs from the number of values.
    NamesDoNotFit {
        /// Number of names.
        names: usize,
        /// Number of values.
        values: usize,
    },
    /// The watched item's index is not below the number of items.
    NoSuchItem {
        /// The watched item's index, from 0.
        item: usize,
        /// Number of items.
        of: usize,
    },
}

/// Reads a feature.
///
/// # Errors
/// If there is not exactly one list of numbers, or the names are not as many as they.
pub fn read(text: &str) -> Result<PastedFeature, PasteError> {
    let tokens = tokens(text)?;
    let mut found = Found::default();
    if tokens.contains(&Token::Open) {
        found.read_assignments(&tokens)?;
    } else {
        // Numbers alone, without brackets.
        found.lists.push(values(&tokens)?);
    }
    let n_lists = found.lists.len();
    let list = found.lists.pop().filter(|list| !list.is_empty());
    let values = list.ok_or(PasteError::NoValues)?;
    if n_lists > 1 {
        return Err(PasteError::SeveralLists(n_lists));
    }
    let n_values = values.len();
    let names = found.items.as_ref().map(Vec::len);
    if let Some(names) = names.filter(|&names| names != n_values) {
        let values = n_values;
        return Err(PasteError::NamesDoNotFit { names, values });
    }
    if let Some(item) = found.watched.filter(|&item| item >= n_values) {
        return Err(PasteError::NoSuchItem { item, of: n_values });
    }
    Ok(PastedFeature {
        items: found.items,
        name: found.name,
        values,
        watched: found.watched,
    })
}

/// The smallest parts of a text that matter here.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Open,
    Close,
    Is,
    /// In quotation marks.
    Quoted(String),
    /// A number or a name.
    Word(String),
}

/// The parts of the text; comments, commas and round brackets are none.
fn tokens(text: &str) -> Result<Vec<Token>, PasteError> {
    let mut tokens = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(char) = rest.next() {
        match char {
            '#' => while rest.next_if(|&c| c != '\n').is_some() {},
            '[' => tokens.push(Token::Open),
            ']' => tokens.push(Token::Close),
            '=' => tokens.push(Token::Is),
            '\'' | '"' => {
                let mut quoted = String::new();
                loop {
                    match rest.next() {
                        Some(c) if c == char => break,
                        Some(c) if c != '\n' => quoted.push(c),
                        _ => return Err(PasteError::Unfinished),
                    }
                }
                tokens.push(Token::Quoted(quoted));
            }
            c if is_of_word(c) => {
                let mut word = String::from(c);
                while let Some(c) = rest.next_if(|&c| is_of_word(c)) {
                    word.push(c);
                }
                tokens.push(Token::Word(word));
            }
            _ => {}
        }
    }
    Ok(tokens)
}

fn is_of_word(c: char) -> bool {
    !c.is_whitespace() && !",;()[]=#'\"".contains(c)
}

/// The parts of the feature found so far.
#[derive(Debug, Default)]
struct Found {
    lists: Vec<Vec<f64>>,
    items: Option<Vec<String>>,
    name: Option<String>,
    watched: Option<usize>,
}

impl Found {
    /// Takes every list, and every assigned text and whole number.
    fn read_assignments(&mut self, tokens: &[Token]) -> Result<(), PasteError> {
        let mut at = 0;
        while at < tokens.len() {
            if tokens[at] == Token::Open {
                let end = closing(tokens, at).ok_or(PasteError::Unfinished)?;
                self.list(&tokens[at + 1..end])?;
                at = end;
            } else if at > 0 && tokens[at - 1] == Token::Is {
                match &tokens[at] {
                    Token::Quoted(text) => self.name = Some(text.trim().to_owned()),
                    Token::Word(word) if is_index(&tokens[..at]) => {
                        self.watched = word.parse().ok();
                    }
                    _ => {}
                }
            }
            at += 1;
        }
        self.name.take_if(|name| name.is_empty());
        Ok(())
    }

    /// A list of names or of numbers; brackets within it are ignored.
    fn list(&mut self, tokens: &[Token]) -> Result<(), PasteError> {
        let quoted = tokens.iter().filter_map(|token| match token {
            Token::Quoted(text) => Some(text.trim().to_owned()),
            _ => None,
        });
        let names: Vec<String> = quoted.collect();
        if names.is_empty() {
            self.lists.push(values(tokens)?);
        } else {
            self.items = Some(names);
        }
        Ok(())
    }
}

/// Whether what is assigned is called an index, as in `illusion_idx =`.
fn is_index(before: &[Token]) -> bool {
    let [.., Token::Word(name), Token::Is] = before else {
        return false;
    };
    name.contains("idx") || name.contains("index")
}

/// The bracket that closes the one at `open`.
fn closing(tokens: &[Token], open: usize) -> Option<usize> {
    let mut depth = 0;
    tokens
        .iter()
        .enumerate()
        .skip(open)
        .find_map(|(at, token)| {
            match token {
                Token::Open => depth += 1,
                Token::Close => depth -= 1,
                _ => {}
            }
            (depth == 0).then_some(at)
        })
}

fn values(tokens: &[Token]) -> Result<Vec<f64>, PasteError> {
    let words = tokens.iter().filter_map(|token| match token {
        Token::Word(word) | Token::Quoted(word) => Some(word),
        Token::Open | Token::Close | Token::Is => None,
    });
    words.map(|word| value(word)).collect()
}

/// A number, `yes` or `no`.
fn value(word: &str) -> Result<f64, PasteError> {
    let plain = word.replace('−', "-");
    match plain.to_lowercase().as_str() {
        "yes" | "true" => return Ok(1.0),
        "no" | "false" => return Ok(-1.0),
        "…" | "..." => return Err(PasteError::Shortened),
        _ => {}
    }
    let number: Option<f64> = plain.parse().ok();
    let number = number.filter(|number| number.is_finite());
    number.ok_or_else(|| PasteError::NotANumber(word.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHARK: [f64; 8] = [-1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0];

    #[test]
    fn the_notebooks_cell_is_read_with_names_label_and_watched_item() {
        let cell = "
# Replacing Goldfish with Shark
item_names = ['Shark', 'Tuna', 'Robin', 'Canary',
              \"Rose\", 'Daisy', 'Pine', 'Oak']
seed = 2021
illusion_idx = 0  # Shark is the first element
# The new feature (has bones) vector
new_feature = [-1, 1, 1, 1, -1, -1, -1, -1]
its_label = 'has_bones'";
        let read = read(cell).unwrap();
        assert_eq!(read.values, SHARK);
        assert_eq!(read.name.as_deref(), Some("has_bones"));
        assert_eq!(read.watched, Some(0));
        let items = read.items.unwrap();
        assert_eq!((items.len(), items[4].as_str()), (8, "Rose"));
    }

    #[test]
    fn a_vector_alone_is_read_in_every_usual_form() {
        for text in [
            "[-1, 1, 1, 1, -1, -1, -1, -1]",
            "new_feature = np.array([[-1., 1., 1., 1., -1., -1., -1., -1.]])",
            "−1 1 1 1 −1 −1 −1 −1",
            "no, yes, yes, yes, no, no, no, no",
            "-1;1;1;1;-1;-1;-1;-1\n",
        ] {
            let read = read(text);
            assert_eq!(read.map(|read| read.values), Ok(SHARK.to_vec()), "{text}");
        }
    }

    #[test]
    fn only_0_and_1_are_no_and_yes_unless_they_are_kept() {
        let read_as = |text: &str, zero_one| read(text).unwrap().read_as(zero_one).values;
        let bits = "[0, 1, 1, 0]";
        assert_eq!(read_as(bits, ZeroOne::NoYes), [-1.0, 1.0, 1.0, -1.0]);
        assert_eq!(read_as(bits, ZeroOne::AsIs), [0.0, 1.0, 1.0, 0.0]);
        for kept in ["[0, 7]", "[-1, 0, 1]", "[0.5, 1]", "[1, 1]"] {
            let values = read(kept).unwrap().values;
            assert_eq!(read_as(kept, ZeroOne::NoYes), values, "{kept}");
        }
    }

    #[test]
    fn a_text_that_is_no_feature_is_refused_with_the_reason() {
        let word = |text: &str| PasteError::NotANumber(text.to_owned());
        for (text, error) in [
            ("", PasteError::NoValues),
            ("[]", PasteError::NoValues),
            ("names = ['a', 'b']", PasteError::NoValues),
            ("[1, -1", PasteError::Unfinished),
            ("['a, 1]", PasteError::Unfinished),
            ("[1, -1, …]", PasteError::Shortened),
            ("[1, two]", word("two")),
            ("[1, inf]", word("inf")),
            ("1, x", word("x")),
            ("a = [1, -1]; b = [1, 1]", PasteError::SeveralLists(2)),
            (
                "n = ['a', 'b', 'c']\nf = [1, -1]",
                PasteError::NamesDoNotFit {
                    names: 3,
                    values: 2,
                },
            ),
            (
                "illusion_idx = 2\nf = [1, -1]",
                PasteError::NoSuchItem { item: 2, of: 2 },
            ),
        ] {
            assert_eq!(read(text), Err(error), "{text}");
        }
    }
}
