// The folder under test: its files, its pages as parsed trees, and a sample of pages when there are too many.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';

export class Site {
  constructor(folder) {
    this.root = path.resolve(folder);
    this.files = [];
    const walk = (below) => {
      const entries = fs.readdirSync(path.join(this.root, below), { withFileTypes: true });
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const file = path.posix.join(below, entry.name);
        if (entry.isDirectory()) walk(file);
        else this.files.push(file);
      }
    };
    walk('');
    this.set = new Set(this.files);
    this.pages = this.files.filter((file) => file.endsWith('.html'));
    this.parsed = new Map();
  }

  ending(...suffixes) {
    return this.files.filter((file) => suffixes.some((suffix) => file.endsWith(suffix)));
  }

  path(file) {
    return path.join(this.root, file);
  }

  text(file) {
    return fs.readFileSync(this.path(file), 'utf8');
  }

  /** All elements of a page (or an SVG file) in document order, as {tag, attrs, node}. */
  elements(file) {
    if (!this.parsed.has(file)) this.parsed.set(file, elementsOf(parse(this.text(file))));
    return this.parsed.get(file);
  }

  /** The ids of a page or an SVG file, each with how often it is there. */
  ids(file) {
    const ids = new Map();
    for (const { attrs } of this.elements(file)) if (attrs.id !== undefined) ids.set(attrs.id, (ids.get(attrs.id) ?? 0) + 1);
    return ids;
  }

  /**
   * At most `most` pages (0: all). Every kind of page gets its turn, so small kinds are complete and large ones are
   * thinned; within a kind the heaviest page comes first, then the lightest, then evenly between. Always the same.
   */
  sample(most) {
    if (!most || this.pages.length <= most) return this.pages;
    const kinds = new Map();
    for (const page of this.pages) {
      const kind = kindOf(page);
      kinds.set(kind, [...(kinds.get(kind) ?? []), page]);
    }
    const queues = [...kinds.values()].map((pages) => spread(pages, (page) => fs.statSync(this.path(page)).size));
    const chosen = [];
    for (let turn = 0; chosen.length < most; turn += 1) {
      for (const queue of queues) if (turn < queue.length && chosen.length < most) chosen.push(queue[turn]);
    }
    return chosen.sort();
  }
}

/** Pages in a folder that holds one page per thing are of one kind; others are told apart by their name. */
export function kindOf(page) {
  const folder = path.posix.basename(path.posix.dirname(page));
  return ['leads', 'channels', 'rules'].includes(folder) ? folder : path.posix.basename(page);
}

/** First the largest, then the smallest, then the middle of each gap that is left. */
function spread(items, size) {
  const sorted = [...items].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  const order = [0, sorted.length - 1];
  let gaps = [[0, sorted.length - 1]];
  while (gaps.length) {
    const next = [];
    for (const [from, to] of gaps) {
      if (to - from < 2) continue;
      const middle = (from + to) >> 1;
      order.push(middle);
      next.push([from, middle], [middle, to]);
    }
    gaps = next;
  }
  return [...new Set(order)].map((at) => sorted[at]);
}

function elementsOf(root) {
  const found = [];
  const walk = (node) => {
    if (node.tagName) {
      const attrs = {};
      for (const { prefix, name, value } of node.attrs) attrs[prefix ? `${prefix}:${name}` : name] = value;
      found.push({ tag: node.tagName, attrs, node });
    }
    for (const child of (node.content ?? node).childNodes ?? []) walk(child);
  };
  walk(root);
  return found;
}

/** The text inside a parsed element. */
export function textOf(node) {
  return node.nodeName === '#text' ? node.value : (node.childNodes ?? []).map(textOf).join('');
}
