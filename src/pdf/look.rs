//! A look into a finished PDF: how many pages it has, and on which of them a place of the page lies. It reads what Chromium writes,
//! objects in the open with a table of where they begin, and nothing else.

use std::collections::BTreeMap;

/// A PDF that was looked into.
#[derive(Clone, Debug)]
pub struct Look<'a> {
    /// The number of the object of each page, in order.
    pages: Vec<u32>,
    /// The dictionary of places.
    places: &'a [u8],
}

impl<'a> Look<'a> {
    /// Looks into a PDF; none where it is not of the kind that is understood.
    pub fn at(pdf: &'a [u8]) -> Option<Self> {
        let objects = Objects::of(pdf)?;
        let trailer = &pdf[find_last(pdf, b"trailer")?..];
        let catalog = objects.get(reference(after(trailer, b"/Root")?)?)?;
        let mut pages = Vec::new();
        objects.collect_pages(reference(after(catalog, b"/Pages")?)?, 0, &mut pages)?;
        let places = after(catalog, b"/Dests").and_then(reference).and_then(|number| objects.get(number)).unwrap_or_default();
        Some(Look { pages, places })
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// On which page, counted from 1, the place with this id lies.
    pub fn page_of(&self, id: &str) -> Option<usize> {
        let page = reference(after(self.places, format!("/{id} [").as_bytes())?)?;
        Some(self.pages.iter().position(|known| *known == page)? + 1)
    }
}

/// The objects of a PDF by number.
struct Objects<'a> {
    pdf: &'a [u8],
    begins: BTreeMap<u32, usize>,
}

impl<'a> Objects<'a> {
    /// Reads the table of where objects begin: `xref`, then for each stretch of numbers its first and its length, then a line each.
    fn of(pdf: &'a [u8]) -> Option<Self> {
        let start: usize = words(&pdf[find_last(pdf, b"startxref")?..]).nth(1)?.parse().ok()?;
        let table = pdf.get(start..)?.strip_prefix(b"xref")?;
        let mut words = words(table);
        let mut begins = BTreeMap::new();
        // whatever follows the table is no number
        while let Some(first) = words.next().and_then(|word| word.parse::<u32>().ok()) {
            let count: u32 = words.next()?.parse().ok()?;
            for number in first..first.checked_add(count)? {
                let (begin, _, used) = (words.next()?, words.next()?, words.next()?);
                if used == "n" {
                    begins.insert(number, begin.parse().ok()?);
                }
            }
        }
        Some(Objects { pdf, begins })
    }

    /// What stands in an object.
    fn get(&self, number: u32) -> Option<&'a [u8]> {
        let object = self.pdf.get(*self.begins.get(&number)?..)?;
        Some(&object[..find(object, b"endobj")?])
    }

    /// The pages below a node of their tree.
    fn collect_pages(&self, number: u32, depth: usize, pages: &mut Vec<u32>) -> Option<()> {
        let node = self.get(number)?;
        let Some(kids) = after(node, b"/Kids") else {
            pages.push(number);
            return Some(());
        };
        // a tree that is deeper than any number of pages needs is a circle
        if depth > 32 {
            return None;
        }
        let kids = kids.get(find(kids, b"[")? + 1..find(kids, b"]")?)?;
        let numbers: Vec<_> = words(kids).collect();
        numbers.chunks(3).try_for_each(|kid| self.collect_pages(kid[0].parse().ok()?, depth + 1, pages))
    }
}

/// The number of the object to which `12 0 R` refers, at the beginning of a text.
fn reference(text: &[u8]) -> Option<u32> {
    words(text).next()?.parse().ok()
}

/// Words between white space, until one is no text.
fn words(text: &[u8]) -> impl Iterator<Item = &str> {
    let words = text.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    words.map_while(|word| std::str::from_utf8(word).ok())
}

/// What stands behind the first occurrence of a word.
fn after<'a>(text: &'a [u8], word: &[u8]) -> Option<&'a [u8]> {
    find(text, word).map(|at| &text[at + word.len()..])
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).position(|window| window == word)
}

fn find_last(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).rposition(|window| window == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PDF of these objects, numbered from 1, of which the first is the catalog.
    fn pdf(objects: &[&str]) -> Vec<u8> {
        let mut pdf = b"%PDF-1.4\n%\xD3\xEB\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
        for (at, object) in objects.iter().enumerate() {
            table += &format!("{:010} 00000 n \n", pdf.len());
            pdf.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
        }
        let start = pdf.len();
        pdf.extend(format!("{table}trailer\n<</Size 9\n/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
        pdf
    }

    #[test]
    fn pages_are_counted_and_places_found() {
        let pdf = pdf(&[
            "<</Type /Catalog\n/Pages 2 0 R\n/Dests 3 0 R>>",
            "<</Type /Pages\n/Count 3\n/Kids [4 0 R 5 0 R]>>",
            "<</plan [7 0 R /XYZ 0 792 0]\n/plan-b [4 0 R /XYZ 0 792 0]\n/findings [6 0 R /XYZ 0 792 0]>>",
            "<</Type /Page\n/Parent 2 0 R>>",
            "<</Type /Pages\n/Kids [6 0 R 7 0 R]\n/Parent 2 0 R>>",
            "<</Type /Page>>",
            "<</Type /Page>>",
        ]);
        let look = Look::at(&pdf).unwrap();
        assert_eq!(look.pages(), 3);
        assert_eq!(["plan", "plan-b", "findings", "method"].map(|id| look.page_of(id)), [Some(3), Some(1), Some(2), None]);
    }

    #[test]
    fn what_is_not_understood_is_left_alone() {
        let whole = pdf(&["<</Pages 2 0 R>>", "<</Kids [3 0 R]>>", "<</Type /Page>>"]);
        assert_eq!(Look::at(&whole).map(|look| look.pages()), Some(1));
        for end in 0..whole.len() - 7 {
            assert!(Look::at(&whole[..end]).is_none(), "cut at {end}");
        }
        let circle = pdf(&["<</Pages 2 0 R>>", "<</Kids [2 0 R]>>"]);
        assert!(Look::at(&circle).is_none());
        assert!(Look::at(b"<html>startxref 0 %%EOF").is_none());
    }
}
