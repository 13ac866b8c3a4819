//! E-mail addresses in texts.

use std::ops::Range;

/// All e-mail addresses in a text.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    text.match_indices('@').filter_map(|(at, _)| around(text, at)).collect()
}

fn around(text: &str, at: usize) -> Option<Range<usize>> {
    let local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'');
    let domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let start = text[..at].char_indices().rev().take_while(|(_, c)| local(*c)).last()?.0;
    let start = start + (text[start..at].len() - text[start..at].trim_start_matches(['.', '\'', '-']).len());
    let behind = &text[at + 1..];
    let host = &behind[..behind.find(|c| !domain(c)).unwrap_or(behind.len())];
    let host = host.trim_end_matches(['.', '-']);
    let (name, top) = host.rsplit_once('.')?;
    let real = start < at
        && !name.is_empty()
        && name.split('.').all(|label| !label.is_empty())
        && top.chars().count() >= 2
        && (top.starts_with("xn--") || top.chars().all(char::is_alphabetic));
    real.then(|| start..at + 1 + host.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_and_nothing_else() {
        let cases = [
            ("write to ann@example.com.", vec!["ann@example.com"]),
            ("<ann.b+c@mail.example.co.uk>, bob@x.io", vec!["ann.b+c@mail.example.co.uk", "bob@x.io"]),
            ("mailto:ann@example.com?subject=x", vec!["ann@example.com"]),
            ("'ann@example.com'", vec!["ann@example.com"]),
            ("josé@bücher.example", vec!["josé@bücher.example"]),
            ("evidence/ann@example.com.eml", vec!["ann@example.com.eml"]),
            ("met @ noon, 3 @ 4.50", vec![]),
            ("@blueheron on social media", vec![]),
            ("package@1.2.3 and user@localhost", vec![]),
            ("a@.com b@c. d@-", vec![]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = find(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
