//! The drawing: lines, shaded column, arrow with its words, labels at the end, counts below.

use plotters::coord::types::RangedCoordf64;

use super::tracks::{self, Track};
use super::{Drop, Line, Picture};
use crate::charts::Says;
use crate::charts::canvas::{Canvas, Font, Form};
use crate::charts::labels::{Anchor, Rect, spread};
use crate::charts::legend::{self, Key, Swatch};
use crate::charts::paint::{Hue, Paint};
use crate::charts::terms::Terms;
use crate::framework::Step;
use crate::say;
use crate::words::Words;

/// On phones "100 %" takes so much room beside the lines; the names of the steps need all the rest.
const PERCENT: f64 = 38.7;
/// How much room the labels take beside the lines, and how much of it leads to them.
const BESIDE: f64 = 154.0;
const LEADER: f64 = 18.0;
/// A drop beyond these many is not marked: the words say how many there are.
const MARKED: usize = 4;

pub(super) fn picture(form: Form, says: &Says, picture: &Picture) -> String {
    let words = says.terms.words;
    let mut canvas = Canvas::new(form);
    if picture.lines.is_empty() {
        let font = Font::new(13.0, Hue::SOFT);
        canvas.rect(Rect::new(0.5, 0.5, canvas.width() - 0.5, 60.0), Paint::line(Hue::LINE, 1.0));
        canvas.text(words.get("drop-empty"), (canvas.width() / 2.0, 30.0 + font.drop()), Anchor::Middle, font);
        return canvas.finish(61.0, &says.id, &says.description);
    }
    let ends = Ends::new(form, words, &picture.lines);
    let (left, right) = form.pick((140.0, canvas.width() - BESIDE), (0.0, canvas.width() - PERCENT));
    let height = ends.height().max(form.pick(224.0, 200.0));
    let callout = Callout::new(form, words, &picture.callout);
    // the words by the arrow stand where nothing else is; where all is full, above the lines
    let rect = Rect::new(left, 16.0, right, 16.0 + height);
    let (rect, beside) = match callout.find_place(&canvas, picture, rect) {
        Some(place) => (rect, Some(place)),
        None => (rect.moved(0.0, callout.lines_above(canvas.width()).len() as f64 * 17.0 + 8.0), None),
    };
    if beside.is_none() {
        for (line, text) in callout.lines_above(canvas.width()).iter().enumerate() {
            canvas.text(text, (0.0, 14.0 + line as f64 * 17.0), Anchor::Start, Font::bold(12.5, Hue::FAIL_INK));
        }
    }
    let plot = canvas.plot::<RangedCoordf64, RangedCoordf64>(0.0..6.0, 0.0..1.0, rect);
    let tracks = tracks::lay_out(&plot, &picture.lines, rect);
    // without a drop there are no words for which the grid makes room
    ground(&mut canvas, says.terms, picture, rect, beside.filter(|_| !picture.drops.is_empty()));
    if picture.gap.is_some() {
        let mut corners = tracks[0].points();
        corners.extend(tracks[1].points().into_iter().rev());
        canvas.polygon(&corners, Paint::fill(GAP));
    }
    for (line, track) in picture.lines.iter().zip(&tracks).rev() {
        canvas.title_next(&line.name);
        canvas.path(&track.points(), Paint::line(line.hue, if picture.lines.len() > 6 { 1.8 } else { 2.4 }).dashed(line.dash));
    }
    for drop in picture.drops.iter().take(MARKED) {
        arrow(&canvas, drop, &tracks[drop.line]);
    }
    ends.draw(&mut canvas, &picture.lines, &tracks, rect);
    let mut notes = picture.notes.clone();
    if let Some(gap) = picture.gap {
        if let Some((lines, at)) = gap_label(&canvas, gap, &tracks) {
            for (line, text) in lines.iter().enumerate() {
                canvas.text(text, (at.0, at.1 + line as f64 * LINE), Anchor::Middle, GAP_FONT);
            }
        } else {
            notes.push(gap.to_owned());
        }
    }
    if let Some(place) = beside {
        callout.draw(&mut canvas, place);
    }
    let bottom = counts(&mut canvas, words, picture, rect);
    let bottom = footnotes(&mut canvas, picture, &notes, bottom);
    canvas.finish(bottom, &says.id, &says.description)
}

const GAP: Hue = Hue::WEAK_TINT;
const GAP_FONT: Font = Font::new(12.0, Hue::INK);
const LINE: f64 = 16.0;

/// The shaded column, the quiet grid, the names of the steps.
fn ground(canvas: &mut Canvas, terms: &Terms, picture: &Picture, rect: Rect, callout: Option<Rect>) {
    let column = rect.width() / 6.0;
    let narrow = canvas.form.is_narrow();
    let mut shaded: Vec<_> = picture.drops.iter().take(MARKED).map(|drop| drop.step).collect();
    shaded.dedup();
    for step in &shaded {
        let left = rect.left + column * f64::from(step.number());
        canvas.rect(Rect::new(left, rect.top, left + column, rect.bottom), Paint::fill(Hue::BAND));
    }
    let soft = Font::new(canvas.form.pick(12.0, 11.0), Hue::SOFT);
    for quarter in 0..=4 {
        let y = rect.bottom - rect.height() * f64::from(quarter) / 4.0;
        let hue = if quarter == 0 { Hue::AXIS } else { Hue::LINE };
        let paint = Paint::line(hue, 1.0);
        // no line runs through the words by the arrow
        match callout.filter(|callout| callout.top < y && y < callout.bottom && quarter > 0) {
            Some(callout) => {
                canvas.line((rect.left, y), (callout.left - 4.0, y), paint);
                canvas.line((callout.right + 4.0, y), (rect.right, y), paint);
            }
            None => canvas.line((rect.left, y), (rect.right, y), paint),
        }
        let text = ["0", "25", "50", "75", "100 %"][quarter as usize];
        match narrow {
            false => canvas.text(text, (rect.left - 8.0, y + soft.drop()), Anchor::End, soft),
            true => canvas.text(text, (0.0, y - 3.5), Anchor::Start, soft),
        };
    }
    let heads = [None, Some(Step::Capture), Some(Step::Claim), Some(Step::Continue), Some(Step::Confirm), Some(Step::Close)];
    let heads = heads.map(|step| {
        let hue = if step.is_none() { Hue::SOFT } else { Hue::INK };
        let bold = step.is_some_and(|step| shaded.contains(&step));
        (step, Font { bold, ..Font::new(canvas.form.pick(12.5, 11.0), hue) })
    });
    let wraps = |step, font: Font| font.width(terms.step(step)) > column;
    // on a phone every other name stands lower, with a line to its column; elsewhere where a name would have to be hyphenated
    let staggered =
        narrow || heads.iter().any(|(step, font)| step.is_some_and(|step| wraps(step, *font) && terms.lines(step).contains('-')));
    for (place, (step, font)) in heads.into_iter().enumerate() {
        let middle = rect.left + column * (place as f64 + 0.5);
        let lines = match step {
            None => terms.words.get("drop-start"),
            Some(step) if !staggered && wraps(step, font) => terms.lines(step),
            Some(step) => terms.step(step),
        };
        let lower = if staggered && place % 2 == 1 { canvas.form.pick(16.5, 15.5) } else { 0.0 };
        if lower > 0.0 {
            canvas.line((middle, rect.bottom), (middle, rect.bottom + lower + 3.0), Paint::line(Hue::LINE, 1.0));
        }
        for (line, text) in lines.lines().enumerate() {
            canvas.text(text, (middle, rect.bottom + 16.0 + lower + line as f64 * 16.5), Anchor::Middle, font);
        }
    }
}

/// The arrow over the drop.
fn arrow(canvas: &Canvas, drop: &Drop, track: &Track) {
    let column = usize::from(drop.step.number());
    let (x, from, to) = (track.turns[column], track.heights[column - 1], track.heights[column]);
    let head = 8.0_f64.min((to - from) * 0.7);
    canvas.line((x, from), (x, to - head), Paint::line(Hue::FAIL, 3.0));
    canvas.polygon(&[(x - head * 0.6, to - head), (x + head * 0.6, to - head), (x, to)], Paint::fill(Hue::FAIL));
}

/// The words beside the arrow.
struct Callout {
    /// What it is and how much, then of whom in one or more lines.
    texts: Vec<(String, Font, f64)>,
    plain: String,
    width: f64,
    height: f64,
}

impl Callout {
    fn new(form: Form, words: Words, [what, much, whom]: &[String; 3]) -> Callout {
        let small = Font::new(form.pick(12.0, 11.0), Hue::INK);
        let mut texts = Vec::new();
        let mut y = 0.0;
        if !what.is_empty() {
            y = small.size;
            texts.push((what.clone(), Font { hue: Hue::SOFT, ..small }, y));
            y += 20.0;
            texts.push((much.clone(), Font::bold(15.0, Hue::FAIL_INK), y));
            y += 1.0;
            for line in small.wrap(whom, form.pick(158.0, 132.0)) {
                y += LINE;
                texts.push((line, small, y));
            }
        }
        let width = texts.iter().map(|(text, font, _)| font.width(text)).fold(0.0, f64::max);
        Callout { texts, plain: say!(words, "drop-callout", what = what, much = much, whom = whom), width, height: y + 4.0 }
    }

    /// Where the words stand clear of lines and labels, close to the arrow.
    fn find_place(&self, canvas: &Canvas, picture: &Picture, rect: Rect) -> Option<Rect> {
        let Some(drop) = picture.drops.first() else { return Some(rect) };
        let plot = canvas.plot::<RangedCoordf64, RangedCoordf64>(0.0..6.0, 0.0..1.0, rect);
        let tracks = tracks::lay_out(&plot, &picture.lines, rect);
        let mut obstacles: Vec<_> = tracks.iter().flat_map(Track::obstacles).collect();
        if canvas.form.is_narrow() {
            obstacles.push(Rect::new(0.0, rect.top - 16.0, 40.0, rect.bottom));
        }
        if let Some((lines, at)) = picture.gap.and_then(|gap| gap_label(canvas, gap, &tracks)) {
            for (line, text) in lines.iter().enumerate() {
                let at = (at.0, at.1 + line as f64 * LINE);
                obstacles.push(Rect::of_text(text, at, Anchor::Middle, GAP_FONT.size, false).grown(4.0));
            }
        }
        let column = usize::from(drop.step.number());
        let ideal = (tracks[drop.line].turns[column] + 9.0, tracks[drop.line].heights[column] + 14.0);
        let mut best: Option<(f64, Rect)> = None;
        let (mut x, bounds) = (rect.left + 4.0, Rect { bottom: rect.bottom - 4.0, ..rect });
        while x + self.width <= bounds.right {
            let mut y = bounds.top;
            while y + self.height <= bounds.bottom {
                let far = (x - ideal.0).abs() + (y - ideal.1).abs();
                let place = Rect::new(x, y, x + self.width, y + self.height);
                if best.is_none_or(|best| far < best.0) && !obstacles.iter().any(|obstacle| obstacle.overlaps(&place)) {
                    best = Some((far, place));
                }
                y += 6.0;
            }
            x += 6.0;
        }
        // on the very spot beside the arrow, where that is free
        let place = Rect::new(ideal.0, ideal.1, ideal.0 + self.width, ideal.1 + self.height);
        if place.inside(&bounds) && !obstacles.iter().any(|obstacle| obstacle.overlaps(&place)) {
            return Some(place);
        }
        best.map(|(_, place)| place)
    }

    /// The same in lines over the whole width.
    fn lines_above(&self, room: f64) -> Vec<String> {
        Font::bold(12.5, Hue::FAIL_INK).wrap(&self.plain, room)
    }

    fn draw(&self, canvas: &mut Canvas, place: Rect) {
        for (text, font, y) in &self.texts {
            canvas.text(text, (place.left, place.top + y), Anchor::Start, *font);
        }
    }
}

/// Lines and first base line of the label between the first two tracks; none where it does not fit.
fn gap_label(canvas: &Canvas, text: &str, tracks: &[Track]) -> Option<(Vec<String>, (f64, f64))> {
    for room in [canvas.form.pick(200.0, 190.0), 104.0, 76.0] {
        let lines = GAP_FONT.wrap(text, room);
        let width = lines.iter().map(|line| GAP_FONT.width(line)).fold(0.0, f64::max) + 10.0;
        let height = lines.len() as f64 * LINE + 8.0;
        for (first, last) in (0..6).flat_map(|first| (first..6).map(move |last| (first, last))) {
            let of = |pick: fn(f64, f64) -> f64, track: &Track| track.heights[first..=last].iter().copied().reduce(pick);
            let (Some(top), Some(bottom)) = (of(f64::max, &tracks[0]), of(f64::min, &tracks[1])) else { continue };
            let left = tracks[0].turns[first].max(tracks[1].turns[first]);
            let right = tracks[0].turns[last + 1].min(tracks[1].turns[last + 1]);
            if right - left >= width && bottom - top >= height {
                return Some((lines, ((left + right) / 2.0, (top + bottom - height) / 2.0 + 4.0 + GAP_FONT.size)));
            }
        }
    }
    None
}

/// The labels at the right end of the lines.
struct Ends(Vec<End>);

/// How many got through at the end of a line, and its name, in the lines that they need.
struct End {
    /// In a line of its own above the name; on phones alone.
    count: Option<(String, Font)>,
    name: String,
    lines: Vec<String>,
    font: Font,
    height: f64,
}

impl Ends {
    fn new(form: Form, words: Words, lines: &[Line]) -> Ends {
        let end = |line: &Line| {
            let (font, room) = (Font::new(12.0, line.hue), BESIDE - LEADER);
            let count = words.of_all(line.counts[5], line.of());
            let end = |count, name: String, font: Font, height: f64| {
                let lines = if name.is_empty() { Vec::new() } else { font.name_lines(&name, room) };
                let height = height + font.line() * (lines.len().max(1) - 1) as f64;
                End { count, name, lines, font, height }
            };
            if form.is_narrow() {
                let percent = words.percent_of(line.counts[5], line.of());
                return end(Some((percent, Font::bold(11.0, line.hue))), String::new(), font, 17.0);
            }
            let many = lines.len() > 6;
            let (text, bold) = (say!(words, "drop-end", through = &count, line = &*line.name), Font::bold(12.0, line.hue));
            if many && bold.width(&text) <= room {
                return end(None, text, bold, 17.0);
            }
            // with one line the table below names it
            let name = if lines.len() > 1 { line.name.to_string() } else { String::new() };
            end(Some((count, if many { bold } else { Font::bold(14.0, line.hue) })), name, font, 35.0)
        };
        Ends(lines.iter().map(end).collect())
    }

    fn height(&self) -> f64 {
        self.0.iter().map(|end| end.height).sum()
    }

    fn draw(&self, canvas: &mut Canvas, lines: &[Line], tracks: &[Track], rect: Rect) {
        let wanted: Vec<_> = self.0.iter().zip(tracks).map(|(end, track)| (track.heights[5], end.height)).collect();
        let top = rect.top - 10.0;
        let middles = spread(&wanted, top, (rect.bottom + 16.0).max(top + self.height()));
        let x = rect.right + LEADER;
        for (((end, line), track), middle) in self.0.iter().zip(lines).zip(tracks).zip(middles) {
            if let (true, Some((percent, font))) = (canvas.form.is_narrow(), &end.count) {
                canvas.text(percent, (canvas.width(), middle + font.drop()), Anchor::End, *font);
                continue;
            }
            let from = track.heights[5];
            let leader = [(rect.right + 2.0, from), (rect.right + 6.0, from), (x - 7.0, middle), (x - 3.0, middle)];
            canvas.path(&leader, Paint::line(line.hue, 1.0));
            let above = end.font.line() * (end.lines.len().max(1) - 1) as f64 / 2.0;
            let first = match &end.count {
                Some((count, font)) => {
                    canvas.text_within(count, (x, middle - 2.0 - above), Anchor::Start, *font, canvas.width() - x);
                    middle + 14.5 - above
                }
                None => middle + end.font.drop() - above,
            };
            canvas.lines(&end.lines, &end.name, (x, first), Anchor::Start, end.font);
        }
    }
}

/// The counts below the lines, each in its step's column.
fn counts(canvas: &mut Canvas, words: Words, picture: &Picture, rect: Rect) -> f64 {
    let column = rect.width() / 6.0;
    let narrow = canvas.form.is_narrow();
    let mut y = rect.bottom + canvas.form.pick(34.0, 46.0);
    canvas.text(words.get("drop-counted"), (0.0, y), Anchor::Start, Font::new(canvas.form.pick(12.0, 11.0), Hue::SOFT));
    y += 6.0;
    for (place, line) in picture.lines.iter().enumerate() {
        let name = Font::bold(canvas.form.pick(12.5, 12.0), line.hue);
        canvas.line((0.0, y), (canvas.form.pick(rect.right, canvas.width()), y), Paint::line(Hue::LINE, 1.0));
        // a name that needs two lines gets them where there is no room beside the counts
        let room = canvas.form.pick(rect.left + column / 2.0 - 22.0 - 26.0, canvas.width() - 22.0);
        let height = if !narrow && name.width(&line.name) > room { 38.0 } else { 22.0 };
        let middle = y + height / 2.0;
        canvas.line((0.0, middle), (16.0, middle), Paint::line(line.hue, 2.4).dashed(line.dash));
        match narrow {
            false => canvas.name(&line.name, (22.0, middle), Anchor::Start, name, room),
            true => {
                canvas.text_within(&line.name, (22.0, middle + name.drop()), Anchor::Start, name, room);
            }
        }
        let middle = middle + canvas.form.pick(0.0, 17.0);
        for (step, count) in line.counts.iter().enumerate() {
            let marked =
                picture.drops.iter().take(MARKED).any(|drop| drop.line == place && usize::from(drop.step.number()) == step);
            let font = if marked { Font::bold(12.5, Hue::FAIL_INK) } else { Font::new(12.5, Hue::INK) };
            let at = (rect.left + column * (step as f64 + 0.5), middle + font.drop());
            canvas.text_within(&words.count(*count), at, Anchor::Middle, font, column - 2.0);
        }
        y += height + canvas.form.pick(0.0, 16.0);
    }
    y
}

fn footnotes(canvas: &mut Canvas, picture: &Picture, notes: &[String], mut y: f64) -> f64 {
    let font = Font::new(canvas.form.pick(12.0, 11.0), Hue::SOFT);
    for note in notes {
        if picture.gap == Some(note.as_str()) {
            let key = Key { swatch: Swatch::Ground(GAP), word: note };
            y += 8.0 + legend::draw(canvas, &[key], (0.0, y + 8.0), canvas.width());
            continue;
        }
        for line in font.wrap(note, canvas.width()) {
            y += 17.0;
            canvas.text(&line, (0.0, y), Anchor::Start, font);
        }
    }
    y + 5.0
}
