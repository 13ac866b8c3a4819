// Looks at a printed page as Chromium wrote it into a PDF: what its tags say stands on which sheet, and how full each sheet is. It knows
// the PDFs of Chromium alone, in which all objects lie in the open.
import zlib from 'node:zlib';

/** No text stands in the outer 15 mm of a sheet but heads and feet. */
const EDGE = 42;
/** A sheet that is filled to less than this holds a line or two which should have found room before it. */
const LEAST = 0.08;
/** What must not be cut by the end of a sheet, by its tag. */
const WHOLE = { TR: 'a row of a table', H1: 'a heading', H2: 'a heading', H3: 'a heading', H4: 'a heading', H5: 'a heading', H6: 'a heading' };

/** How many sheets there are, and what is wrong with them. */
export function lookAtPaper(bytes) {
  const objects = objectsOf(bytes);
  const sheets = sheetsOf(objects);
  const faults = [];
  const say = (what, tags, sheet) => faults.push(`${what} on sheet ${sheet + 1} of ${sheets.length}${tags ? `: ${tags}` : ''}`);
  const leaves = leavesOf(objects, sheets);
  if (!leaves.length) faults.push('the PDF has no tags: nothing can be said of what it cuts');
  const places = new Map();
  leaves.forEach(({ sheet, above }, at) => {
    for (const { number, tag } of above.filter((element) => element.tag in WHOLE)) {
      const place = places.get(number) ?? places.set(number, { tag, sheets: new Set() }).get(number);
      place.sheets.add(sheet);
      place.last = at;
      place.cells ||= tag !== 'TR' || above.some((element) => element.tag === 'TD');
    }
  });
  for (const { tag, sheets: on, last, cells } of places.values()) {
    // the head of a table is meant to be on each
    if (on.size > 1 && cells) say(`${WHOLE[tag]} is cut`, '', Math.min(...on));
    const next = leaves[last + 1];
    if (/^H\d$/.test(tag) && next && next.sheet > leaves[last].sheet) say('a heading stands alone at the end', '', leaves[last].sheet);
  }
  if (sheets.length > 1) {
    sheets.forEach((number, sheet) => {
      const share = filled(objects, number);
      if (share < LEAST) say(`only ${Math.round(share * 100)} % is filled`, '', sheet);
    });
  }
  return { sheets: sheets.length, faults: [...new Set(faults)] };
}

/** The objects by number: their text, and what their stream holds. */
function objectsOf(bytes) {
  const text = bytes.toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const [, first, count, rows] = /^xref\s+(\d+) (\d+)\s+([\s\S]*)/.exec(text.slice(start)) ?? [];
  if (rows === undefined) throw new Error('the PDF has no table of its objects');
  const begins = new Map();
  for (let at = 0; at < Number(count); at += 1) {
    const row = rows.slice(at * 20, at * 20 + 20);
    if (row[17] === 'n') begins.set(Number(first) + at, Number(row.slice(0, 10)));
  }
  const order = [...begins.values(), start].sort((one, other) => one - other);
  const ends = new Map(order.map((begin, at) => [begin, order[at + 1]]));
  const objects = new Map();
  for (const [number, begin] of begins) {
    const [bare] = text.slice(begin, ends.get(begin)).split('stream\n', 1);
    objects.set(number, {
      text: bare,
      get content() {
        const from = begin + bare.length + 'stream\n'.length;
        const raw = bytes.subarray(from, from + Number(/\/Length (\d+)/.exec(bare)[1]));
        return (bare.includes('/FlateDecode') ? zlib.inflateSync(raw) : raw).toString('latin1');
      },
    });
  }
  return objects;
}

const reference = (text, key) => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1]);

/** The numbers of the sheets' objects, in order. */
function sheetsOf(objects) {
  const catalog = [...objects.values()].find(({ text }) => text.includes('/Type /Catalog')).text;
  const below = (number) => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(objects.get(number).text);
    return kids ? [...kids[1].matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => below(Number(kid))) : [number];
  };
  return below(reference(catalog, 'Pages'));
}

/** What is written, in the order of the document: on which sheet, and the tags above it. */
function leavesOf(objects, sheets) {
  const root = [...objects.values()].find(({ text }) => text.includes('/Type /StructTreeRoot'));
  const leaves = [];
  const walk = (number, above) => {
    const { text } = objects.get(number);
    const element = { number, tag: /\/S \/(\w+)/.exec(text)?.[1] };
    const path = [...above, element];
    const own = reference(text.replace(/<<\/Type \/(MCR|OBJR)[^>]*>>/g, ''), 'Pg');
    const kids = /\/K (\[[\s\S]*\]|<<[^>]*>>|\d+ 0 R|\d+)/.exec(text)?.[1] ?? '';
    for (const [kid, child, id] of kids.matchAll(/<<[^>]*>>|(\d+) 0 R|(\d+)/g)) {
      if (child) walk(Number(child), path);
      else if (id || kid.includes('/Type /MCR')) leaves.push({ sheet: sheets.indexOf(id ? own : reference(kid, 'Pg')), above: path });
    }
  };
  if (root) walk(reference(root.text, 'K'), []);
  return leaves.filter(({ sheet }) => sheet >= 0);
}

/** How much of a sheet is used, from its top to the lowest text. */
function filled(objects, number) {
  const sheet = objects.get(number).text;
  const height = Number(/\/MediaBox \[\S+ \S+ \S+ (\S+)\]/.exec(sheet)[1]);
  const { content } = objects.get(reference(sheet, 'Contents'));
  let lowest = height;
  let matrix = { d: 1, f: 0 };
  const kept = [];
  // upright text alone: of the transformations only height and place count
  for (const [, d, f, place, state] of content.matchAll(/(?:^|\n)(?:\S+ \S+ \S+ (\S+) \S+ (\S+) (cm|Tm)|([qQ]))(?=\n)/g)) {
    const operator = place ?? state;
    if (operator === 'q') kept.push(matrix);
    else if (operator === 'Q') matrix = kept.pop();
    else if (operator === 'cm') matrix = { d: matrix.d * d, f: matrix.d * f + matrix.f };
    else {
      const y = matrix.d * f + matrix.f;
      if (y > EDGE) lowest = Math.min(lowest, y);
    }
  }
  return Math.max(0, (height - EDGE - lowest) / (height - 2 * EDGE));
}
