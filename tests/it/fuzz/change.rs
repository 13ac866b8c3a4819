//! Changes of seeds: of bytes, as any fuzzer makes them, and of lines and values, so that much of what comes is still a file.

use fastrand::Rng;

/// Nothing longer is tried.
const LONGEST: usize = 64 << 10;

/// One of the seeds, changed here and there.
pub(super) fn changed(seeds: &[Vec<u8>], words: &[String], random: &mut Rng) -> Vec<u8> {
    let mut input = one(seeds, random).clone();
    for _ in 0..=random.u32(0..6) {
        input = match random.u8(0..10) {
            0 => bytes(input, random),
            1 => lines(input, random),
            2 => {
                let other: &Vec<u8> = one(seeds, random);
                crossed(&input, other, random)
            }
            3 | 4 => with_word(input, words, random),
            _ => with_value(&input, words, random),
        };
    }
    input.truncate(LONGEST);
    input
}

fn one<'s, T>(of: &'s [T], random: &mut Rng) -> &'s T {
    &of[random.usize(..of.len())]
}

/// A stretch of the input, mostly a short one.
fn stretch(input: &[u8], random: &mut Rng) -> std::ops::Range<usize> {
    let start = random.usize(..=input.len());
    let most = if random.u8(0..4) == 0 { input.len() } else { 8 };
    start..(start + random.usize(..=most)).min(input.len())
}

/// Bytes put in, taken out, doubled or turned.
fn bytes(mut input: Vec<u8>, random: &mut Rng) -> Vec<u8> {
    let range = stretch(&input, random);
    match random.u8(0..4) {
        0 => drop(input.drain(range)),
        1 => {
            let piece = input[range.clone()].to_vec();
            input.splice(range.end..range.end, piece);
        }
        2 => input.insert(range.start, random.u8(..)),
        _ => {
            if let Some(byte) = input.get_mut(range.start) {
                *byte ^= 1 << random.u8(0..8);
            }
        }
    }
    input
}

/// A line taken out, doubled, moved or set in.
fn lines(input: Vec<u8>, random: &mut Rng) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = input.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    if lines.is_empty() {
        return input;
    }
    let (at, other) = (random.usize(..lines.len()), random.usize(..lines.len()));
    match random.u8(0..4) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(other, lines[at].clone()),
        2 => lines.swap(at, other),
        _ => lines[at].splice(0..0, *b"  ").for_each(drop),
    }
    lines.concat()
}

/// The beginning of one seed and the end of another.
fn crossed(one: &[u8], other: &[u8], random: &mut Rng) -> Vec<u8> {
    let (end, begin) = (random.usize(..=one.len()), random.usize(..=other.len()));
    [&one[..end], &other[begin..]].concat()
}

/// A word put in somewhere, or in place of something.
fn with_word(mut input: Vec<u8>, words: &[String], random: &mut Rng) -> Vec<u8> {
    let mut range = stretch(&input, random);
    if random.bool() {
        range.end = range.start;
    }
    input.splice(range, one(words, random).bytes());
    input
}

/// Another value behind one of the colons: a word, or what stands behind another colon.
fn with_value(input: &[u8], words: &[String], random: &mut Rng) -> Vec<u8> {
    let values: Vec<_> = input
        .windows(2)
        .enumerate()
        .filter(|(_, pair)| *pair == b": ")
        .map(|(at, _)| {
            let end = input[at + 2..].iter().position(|byte| b"\n,}]".contains(byte)).unwrap_or(input.len() - at - 2);
            at + 2..at + 2 + end
        })
        .collect();
    if values.is_empty() {
        return with_word(input.to_vec(), words, random);
    }
    let range = one(&values, random).clone();
    let value = if random.bool() { one(words, random).as_bytes() } else { &input[one(&values, random).clone()] };
    [&input[..range.start], value, &input[range.end..]].concat()
}
