//! Style sheets and the script without what only their authors need: comments, indentation, and spaces that separate nothing.
//!
//! Both are our own, so little has to be known of their languages. What stands in quotation marks stays as it is.

/// A style sheet that says the same in fewer bytes.
pub(super) fn style(css: &str) -> String {
    // behind a colon only declarations have spaces; before it, a space is a step down in a selector
    let close = |before: char, after: char| "{};,>:".contains(before) || "{};,>!)".contains(after);
    let mut out = String::with_capacity(css.len());
    pieces(&without_comments(css), |piece| match piece {
        Piece::Quoted(text) => out.push_str(text),
        Piece::Space(before, after) if close(before, after) => {}
        Piece::Space(..) => out.push(' '),
        Piece::Letter('}') => {
            if out.ends_with(';') {
                out.pop();
            }
            out.push('}');
        }
        // the zero of 0.5
        Piece::Letter('.') => {
            let mut end = out.chars().rev();
            if end.next() == Some('0') && end.next().is_some_and(|before| " :,(-".contains(before)) {
                out.pop();
            }
            out.push('.');
        }
        Piece::Letter(letter) => out.push(letter),
    });
    out
}

/// A script that does the same in fewer bytes. Its comments have lines of their own, its statements end with a semicolon, and its
/// regular expressions hold neither spaces nor quotation marks.
pub(super) fn script(js: &str) -> String {
    let word = |letter: char| letter.is_alphanumeric() || "_$".contains(letter);
    let apart = |before: char, after: char| word(before) && word(after) || before == after && "+-".contains(before);
    let code: String = js.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect();
    let mut out = String::with_capacity(js.len());
    pieces(&code, |piece| match piece {
        Piece::Quoted(text) => out.push_str(text),
        Piece::Space(before, after) if apart(before, after) => out.push(' '),
        Piece::Space(..) => {}
        Piece::Letter(letter) => out.push(letter),
    });
    out
}

enum Piece<'t> {
    /// With its quotation marks.
    Quoted(&'t str),
    /// White space, between these two letters.
    Space(char, char),
    Letter(char),
}

/// Takes a text apart; white space at its ends is left out.
fn pieces(text: &str, mut take: impl FnMut(Piece<'_>)) {
    let mut rest = text.trim();
    let mut before = ' ';
    while let Some(letter) = rest.chars().next() {
        let after;
        if "\"'`".contains(letter) {
            (_, after) = rest.split_at(quoted(rest, letter));
            take(Piece::Quoted(&rest[..rest.len() - after.len()]));
        } else if letter.is_whitespace() {
            after = rest.trim_start();
            take(Piece::Space(before, after.chars().next().unwrap_or(' ')));
        } else {
            after = &rest[letter.len_utf8()..];
            take(Piece::Letter(letter));
        }
        before = letter;
        rest = after;
    }
}

/// How long the quoted text is with which this text begins.
fn quoted(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        if letter == mark && !escaped {
            return at + 1;
        }
        escaped = letter == '\\' && !escaped;
    }
    text.len()
}

fn without_comments(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    bare + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::templates::built_in_file;

    #[test]
    fn a_compact_style_sheet_says_the_same() {
        for (css, compact) in [
            ("/* a\n b */\na {\n  color: red; /* c */\n\n}\n", "a{color:red}"),
            ("a > b, .c :hover + d { margin: 0.5rem -0.25em 10.5px; }", "a>b,.c :hover + d{margin:.5rem -.25em 10.5px}"),
            ("p::before { content: \" ·  ; } 0.5 \"; }", "p::before{content:\" ·  ; } 0.5 \"}"),
            (
                "@media (max-width: 60rem) and (min-width: 1px) {\n  a { top: calc(100% - 2 * var(--gap)) !important }\n}\n",
                "@media (max-width:60rem) and (min-width:1px){a{top:calc(100% - 2 * var(--gap))!important}}",
            ),
            ("a { background: rgb(0 0 0 / 0.5) 0 100% / 28% 0.0em }", "a{background:rgb(0 0 0 / .5) 0 100% / 28% .0em}"),
            (
                ".a.b0.c { width: min(100% - 2 * 0.8rem, 0.1px); x: 100.5px }",
                ".a.b0.c{width:min(100% - 2 * .8rem,.1px);x:100.5px}",
            ),
        ] {
            assert_eq!(style(css), compact);
        }
    }

    #[test]
    fn a_compact_script_does_the_same() {
        for (js, compact) in [
            ("// why\nconst a = (b) => {\n  return typeof b;\n};\n", "const a=(b)=>{return typeof b;};"),
            ("  // \"\n  x = 'a  \\' // b' + \"c  d\" + `e  f`;", "x='a  \\' // b'+\"c  d\"+`e  f`;"),
            ("a + +b; a - -b; a++ + b", "a+ +b;a- -b;a++ +b"),
            ("for (const é of x) y?.z ?? /\\s+/.test(y) ? 1 : 0;", "for(const é of x)y?.z??/\\s+/.test(y)?1:0;"),
        ] {
            assert_eq!(script(js), compact);
        }
    }

    /// What `script` takes for granted: a line that ends a statement says so.
    #[test]
    fn every_line_of_the_script_can_be_joined_to_the_next() {
        let js = built_in_file("assets/site.js").unwrap();
        let lines = js.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
        for line in lines {
            assert!(line.ends_with([';', ',', '{', '}', '(']), "the script needs a semicolon: {line}");
            assert!(!line.contains(" //") && !line.contains("/*"), "a comment has no line of its own: {line}");
        }
    }
}
