// Contrast of every text and every mark as the browser paints them (WCAG 2.2, 1.4.3 and 1.4.11), in the scheme that is set.
// Runs inside a page: it is sent there as text, so it must not use anything from outside itself.

/**
 * Every visible text against the ground it stands on, and every mark of a chart against what lies beneath it.
 * A mark is a shape in a colour that means something: verdicts, channels, accent, ink. Grounds (page, band, tints, shares, which carry
 * their text) and the lines of grids are none. A mark passes by its fill or by its outline.
 */
export function contrasts() {
  const GROUND = /^(fill|stroke)-(page|surface|band|line|heat-\d|.*-tint)$/;
  const clear = [0, 0, 0, 0];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map();
  /** The bytes of a CSS colour, whatever its notation. */
  const bytes = (colour) => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  };
  const over = ([r, g, b, a], under) => [...[r, g, b].map((value, at) => value * a + under[at] * (1 - a)), 1];
  const luminance = (colour) => {
    const [r, g, b] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const style = (element) => getComputedStyle(element);
  const faded = (colour, opacity) => [colour[0], colour[1], colour[2], colour[3] * opacity];

  /** What an element of the page stands on: its own ground and those of its ancestors, as they lie on one another. */
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      if (at instanceof SVGElement) continue;
      const colour = bytes(style(at).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    const root = layers.length && layers.at(-1)[3] === 1 ? layers.pop() : bytes(style(document.documentElement).colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : '#ffffff');
    return layers.reduceRight((under, colour) => over(colour, under), root);
  };
  /** The paint of a shape: its fill or stroke with every opacity. */
  const paint = (shape, what) => {
    const { [what]: colour, [`${what}Opacity`]: part, opacity } = style(shape);
    return colour === 'none' ? clear : faded(bytes(colour), Number(part) * Number(opacity));
  };
  const shapesOf = (svg) => [...svg.querySelectorAll('rect, path, circle, ellipse, polygon, polyline, line')];
  /** What is painted at a point of a drawing before an element is. */
  const beneath = (svg, shapes, element, x, y) => {
    const from = element.getCTM();
    let colour = ground(svg);
    for (const shape of shapes) {
      if (shape === element || !(shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
      const fill = paint(shape, 'fill');
      // a line in the page's colour is a ground, too: it keeps marks apart
      const line = shape.classList.contains('stroke-page') ? paint(shape, 'stroke') : clear;
      if (fill[3] + line[3] === 0) continue;
      const point = new DOMPoint(x, y).matrixTransform(from).matrixTransform(shape.getCTM().inverse());
      if (fill[3] > 0 && shape.isPointInFill(point)) colour = over(fill, colour);
      if (line[3] > 0 && shape.isPointInStroke(point)) colour = over(line, colour);
    }
    return colour;
  };
  const result = { texts: 0, marks: 0, leastText: Infinity, leastMark: Infinity, found: [] };
  const judge = (kind, least, value, name) => {
    result[`${kind}s`] += 1;
    const key = kind === 'text' ? 'leastText' : 'leastMark';
    result[key] = Math.min(result[key], value);
    if (value < least - 0.005) result.found.push(`${kind} ${name} has a contrast of ${value.toFixed(2)}, ${least} is needed`);
  };
  const large = (size, weight) => size >= 24 || (size >= 18.66 && weight >= 700);
  const nameOf = (element) => [element.tagName.toLowerCase(), ...(element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean)].join('.');

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('svg, script, style, noscript, option') || !element.checkVisibility({ visibilityProperty: true })) continue;
    const { color, fontSize, fontWeight } = style(element);
    if (parseFloat(fontSize) === 0) continue;
    const under = ground(element);
    judge('text', large(parseFloat(fontSize), Number(fontWeight)) ? 3 : 4.5, ratio(over(bytes(color), under), under), nameOf(element));
  }
  for (const svg of document.querySelectorAll('svg')) {
    if (!svg.checkVisibility() || svg.parentElement?.closest('svg')) continue;
    const shapes = shapesOf(svg);
    for (const text of svg.querySelectorAll('text')) {
      if (!text.textContent.trim() || !text.checkVisibility()) continue;
      const box = text.getBBox();
      const fill = paint(text, 'fill');
      const halo = paint(text, 'stroke');
      const least = large(parseFloat(style(text).fontSize), Number(style(text).fontWeight)) ? 3 : 4.5;
      const ratios = [0.05, 0.5, 0.95].map((part) => {
        const under = halo[3] > 0 ? over(halo, ground(svg)) : beneath(svg, shapes, text, box.x + box.width * part, box.y + box.height / 2);
        return ratio(over(fill, under), under);
      });
      judge('text', least, Math.min(...ratios), nameOf(text));
    }
    for (const shape of shapes) {
      const classes = [...shape.classList];
      const meaning = (what) => classes.some((name) => name.startsWith(`${what}-`) && !GROUND.test(name));
      if (!shape.checkVisibility() || !(meaning('fill') || meaning('stroke')) || shape.classList.contains('pale')) continue;
      const box = shape.getBBox();
      // a fill is seen against what lies under its middle; a line where it runs, and on both sides of it where it frames something
      const along = [0.02, 0.5, 0.98].map((part) => shape.getPointAtLength(shape.getTotalLength() * part));
      const points = meaning('fill') ? [new DOMPoint(box.x + box.width / 2, box.y + box.height / 2)] : [...along, ...[-3, 2].map((off) => new DOMPoint(box.x + off, box.y + box.height / 2))];
      const shown = ['fill', 'stroke'].map((what) => paint(shape, what)).filter((colour) => colour[3] > 0);
      const values = points.flatMap(({ x, y }) => {
        const under = beneath(svg, shapes, shape, x, y);
        return shown.map((colour) => ratio(over(colour, under), under));
      });
      if (values.length) judge('mark', 3, Math.max(...values), nameOf(shape));
    }
  }
  return result;
}
