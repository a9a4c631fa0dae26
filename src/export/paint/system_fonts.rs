//! The system's fonts, those that go with ours first: upright, of normal weight and width, without
//! serifs.

use std::sync::OnceLock;

use resvg::usvg::fontdb::{Database, FaceInfo, ID, Stretch, Style};
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, MetadataProvider as _};

/// The installed fonts.
pub(super) struct SystemFonts {
    fonts: Database,
    /// From the most to the least fitting.
    ranked: Vec<ID>,
}

impl SystemFonts {
    /// Fonts are listed once for the whole program, which takes a moment; a font that is installed
    /// later is not seen.
    pub(super) fn installed() -> &'static Self {
        static INSTALLED: OnceLock<SystemFonts> = OnceLock::new();
        INSTALLED.get_or_init(|| {
            let mut fonts = Database::new();
            fonts.load_system_fonts();
            Self::of(fonts)
        })
    }

    fn of(fonts: Database) -> Self {
        let faces = fonts.faces().filter_map(|face| {
            let serifs = fonts.with_face_data(face.id, has_serifs).flatten()?;
            Some((rank(face, serifs), face.id))
        });
        let mut ranked: Vec<_> = faces.collect();
        ranked.sort();
        let ranked = ranked.into_iter().map(|(_, id)| id).collect();
        Self { fonts, ranked }
    }

    /// The most fitting face that has all these characters.
    pub(super) fn find(&self, letters: &[char]) -> Option<&FaceInfo> {
        let has_all = |id: &&ID| {
            let read = |data: &[u8], index| has_letters(data, index, letters);
            self.fonts.with_face_data(**id, read) == Some(true)
        };
        let id = self.ranked.iter().find(has_all)?;
        self.fonts.face(*id)
    }
}

/// Whether a font has all these characters.
pub(super) fn has_letters(data: &[u8], index: u32, letters: &[char]) -> bool {
    let Ok(font) = FontRef::from_index(data, index) else {
        return false;
    };
    let map = font.charmap();
    let has = |&letter: &char| map.map(letter).is_some_and(|glyph| glyph.to_u32() != 0);
    letters.iter().all(has)
}

/// Whether a font's letters have serifs, as far as it says so; `None` of what is no font for text.
fn has_serifs(data: &[u8], index: u32) -> Option<bool> {
    let font = FontRef::from_index(data, index).ok()?;
    let map = font.charmap();
    // A font of signs shows a sign wherever a letter is asked for.
    if !map.has_map() || map.is_symbol() {
        return None;
    }
    let Ok(os2) = font.os2() else {
        return Some(false);
    };
    // PANOSE: 2, a text face; its serifs from 2, cove, to 10, triangle. 11 and above are none.
    let panose = os2.panose_10();
    Some(panose[0] == 2 && (2..=10).contains(&panose[1]))
}

/// How ill a face goes with ours, in the order of what weighs most.
type Rank = (bool, bool, bool, u16, u16, bool, String);

fn rank(face: &FaceInfo, has_serifs: bool) -> Rank {
    let family = face.families.first().map_or("", |(name, _)| name);
    let says = |words: &[&str]| words.iter().any(|word| family.contains(word));
    let is_made_of_boxes = says(&["LastResort", "Last Resort", "NotDef", "Blank", "Unifont"]);
    let sounds_serif = says(&["Serif", "Mincho", "Ming", "Song", "Batang", "Myungjo"]);
    let stretch = face.stretch.to_number();
    (
        is_made_of_boxes,
        face.style != Style::Normal,
        has_serifs || sounds_serif,
        stretch.abs_diff(Stretch::Normal.to_number()),
        face.weight.0.abs_diff(400),
        face.monospaced,
        family.to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(family: &str) -> FaceInfo {
        let mut fonts = Database::new();
        let data: &[u8] = include_bytes!("../../../assets/fonts/DejaVuSans-subset.ttf");
        fonts.load_font_data(data.to_vec());
        let mut face = fonts.faces().next().unwrap().clone();
        face.families[0].0 = family.to_owned();
        face
    }

    #[test]
    fn upright_sans_serif_faces_of_normal_weight_come_first() {
        let best = rank(&face("Noto Sans Thai"), false);
        let mut bold = face("A Sans");
        bold.weight.0 = 700;
        let mut slanted = face("A Sans");
        slanted.style = Style::Italic;
        assert!(best < rank(&bold, false));
        assert!(best < rank(&slanted, false));
        assert!(best < rank(&face("A"), true));
        assert!(best < rank(&face("AR Mincho"), false));
        assert!(rank(&slanted, true) < rank(&face(".LastResort"), false));
    }

    #[test]
    fn a_font_that_has_every_letter_is_found_and_no_other() {
        let mut fonts = Database::new();
        let latin: &[u8] = include_bytes!("../../../assets/fonts/DejaVuSans-subset.ttf");
        let japanese: &[u8] = include_bytes!("../../../assets/fonts/BIZUDPGothic-subset.ttf");
        fonts.load_font_data(latin.to_vec());
        fonts.load_font_data(japanese.to_vec());
        let fonts = SystemFonts::of(fonts);
        let family = |letters: &[char]| fonts.find(letters).map(|face| face.families[0].0.clone());
        assert_eq!(family(&['ア']).as_deref(), Some("BIZ UDPGothic"));
        assert_eq!(family(&['ā']).as_deref(), Some("DejaVu Sans"));
        assert_eq!(family(&['ā', 'ア']), None);
    }
}
