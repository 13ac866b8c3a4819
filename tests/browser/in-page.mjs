// Functions that run inside a page. Each is sent there as text, so it must not use anything from outside itself.

/** What is wider than the window: by how many pixels, and which elements. */
export function overflow() {
  const root = document.documentElement;
  const over = root.scrollWidth - innerWidth;
  // A page that clips its own overflow hides the fault without mending it.
  const clipped = [root, document.body].some((element) => /hidden|clip/.test(getComputedStyle(element).overflowX));
  if (over <= 0 && !clipped) return { over, names: [] };
  const inOwnScroller = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== 'visible' && up.getBoundingClientRect().right <= innerWidth + 1) return true;
    }
    return false;
  };
  const tooWide = [...document.body.querySelectorAll('*')].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && box.right > innerWidth + 1 && element.checkVisibility() && !inOwnScroller(element);
  });
  const innermost = tooWide.filter((element) => !tooWide.some((other) => other !== element && element.contains(other)));
  const name = (element) => {
    const classes = (element.getAttribute('class') ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 2);
    return [element.localName, ...classes].join('.');
  };
  return { over, names: [...new Set(innermost.map(name))].slice(0, 4) };
}

/** Elements that scroll sideways: on paper their hidden part is lost. */
export function scrolledAway() {
  const found = [...document.body.querySelectorAll('*')].filter((element) => {
    const style = getComputedStyle(element);
    return style.overflowX !== 'visible' && style.display !== 'inline' && element.checkVisibility()
      && element.clientWidth > 20 && element.scrollWidth > element.clientWidth + 1;
  });
  return [...new Set(found.map((element) => [element.localName, ...element.classList].slice(0, 3).join('.')))];
}

/** Pictures, their titles and tables that lie on each other, so that neither can be read. */
export function overlaid() {
  const seen = [...document.body.querySelectorAll('svg:not(svg svg), img, figcaption, table')].filter((element) => element.checkVisibility());
  const boxes = seen.map((element) => element.getBoundingClientRect());
  const found = new Set();
  boxes.forEach((one, at) => boxes.forEach((other, behind) => {
    if (behind <= at || seen[at].contains(seen[behind])) return;
    const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    if (wide > 2 && high > 2) found.add([seen[at], seen[behind]].map((element) => element.localName).join(' and '));
  }));
  return [...found];
}

/** Pictures that are taller than a sheet of paper; lower ones are never cut, since browsers take them to the next sheet. */
export function tallPictures(height) {
  const found = [...document.body.querySelectorAll('svg, img')].filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > height);
  return [...new Set(found.map((element) => [element.localName, ...element.classList].slice(0, 3).join('.')))];
}

/** Every visible word of the page with how often it is there; controls are left out. */
export function visibleWords() {
  const words = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest('script, style, template, noscript, button, select, label, output, [role=status], [aria-live]')) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    for (const word of node.data.trim().split(/\s+/)) words[word] = (words[word] ?? 0) + 1;
  }
  return words;
}

/** How many <details> the page shows, and the beginnings of texts in them that stay folded away. */
export function foldedAway() {
  const folded = [];
  const all = [...document.querySelectorAll('details')].filter((details) => details.checkVisibility());
  for (const details of all) {
    for (const child of details.children) {
      if (child.localName === 'summary' || !child.textContent.trim() || child.checkVisibility()) continue;
      if (getComputedStyle(child).display !== 'none') folded.push(child.textContent.trim().slice(0, 40));
    }
  }
  return { all: all.length, folded };
}

/**
 * Measures the labels of all visible charts (elements matching `selector`) once with each font family; none may be
 * smaller than `smallest` pixels. Each label is taken as the four corners of its box on the screen, so that turned
 * labels are judged as they lie.
 */
export function chartLabels({ selector, families, smallest }) {
  const SLACK = 1; // pixels that boxes may share: edges of boxes are rounded
  const ABOVE = 0.14; // part of a box above the tallest letter: no ink is ever there
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const found = [];
  let labels = 0;
  const charts = [...document.querySelectorAll(selector)].filter((svg) => svg.checkVisibility());

  const cornersOf = (text) => {
    const box = text.getBBox();
    const matrix = text.getScreenCTM();
    if (!matrix || box.width === 0) return undefined;
    const top = box.y + box.height * ABOVE;
    const points = [[box.x, top], [box.x + box.width, top], [box.x + box.width, box.y + box.height], [box.x, box.y + box.height]];
    return points.map(([x, y]) => [matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f]);
  };
  // Two convex shapes are apart when some edge of one has all of the other on its outer side.
  const overlap = (one, other) => {
    for (const shape of [one, other]) {
      for (let i = 0; i < 4; i += 1) {
        const [x, y] = shape[i];
        const [nextX, nextY] = shape[(i + 1) % 4];
        const length = Math.hypot(nextX - x, nextY - y) || 1;
        const along = (points) => points.map(([px, py]) => ((px - x) * (nextY - y) - (py - y) * (nextX - x)) / length);
        const [a, b] = [along(one), along(other)];
        if (Math.max(...a) - SLACK <= Math.min(...b) || Math.max(...b) - SLACK <= Math.min(...a)) return false;
      }
    }
    return true;
  };

  for (const family of families) {
    sheet.replaceSync(`svg text, svg tspan { font-family: "${family}" !important; }`);
    for (const svg of charts) {
      const view = svg.getBoundingClientRect();
      const boxes = [];
      for (const text of svg.querySelectorAll('text')) {
        const words = text.textContent.trim();
        if (!words || text.closest('defs') || !text.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        const corners = cornersOf(text);
        if (!corners) continue;
        labels += 1;
        const scale = Math.hypot(text.getScreenCTM().a, text.getScreenCTM().b);
        const size = parseFloat(getComputedStyle(text).fontSize) * scale;
        if (size < smallest) found.push(`label "${words}" is only ${size.toFixed(1)} px high`);
        const out = corners.some(([x, y]) => x < view.left - SLACK || x > view.right + SLACK || y < view.top - SLACK || y > view.bottom + SLACK);
        if (out) found.push(`label "${words}" is cut at the edge of the chart in ${family}`);
        boxes.push({ text, words, corners, group: text.closest('[data-overlap="ok"]') });
      }
      boxes.forEach((one, at) => {
        for (const other of boxes.slice(at + 1)) {
          if (one.group && one.group === other.group) continue;
          if (overlap(one.corners, other.corners)) found.push(`labels "${one.words}" and "${other.words}" overlap in ${family}`);
        }
      });
    }
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  return { charts: charts.length, labels: labels / families.length, found: [...new Set(found)] };
}

/** The widths of one text in each family; equal widths betray a family that is not installed. */
export function widthsOf(families) {
  const canvas = document.createElement('canvas').getContext('2d');
  return families.map((family) => {
    canvas.font = `40px "${family}", monospace`;
    return Math.round(canvas.measureText('Handoff 12 h 40 min').width);
  });
}

/** The colours that tell whether the page is light or dark. */
export function colours() {
  const of = (element) => getComputedStyle(element);
  return [of(document.documentElement).backgroundColor, of(document.body).backgroundColor, of(document.body).color].join(' ');
}

/** Resolves when the page has been laid out and drawn. */
export function drawn() {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}
