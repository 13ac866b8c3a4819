// What the checks found: collected by check, the same finding of many pages said once.

/**
 * The checks, in the order of the report, and what each of them wants. A new one has a line here, its work in
 * links.mjs, markup.mjs, visit.mjs or comfort.mjs, and a case in selftest.mjs in which it fails.
 */
export const CHECKS = {
  links: 'every reference is relative and leads to something that is there',
  heads: 'every page has a language, a title of its own, a viewport, an icon and a strict policy, and can be reached',
  markup: 'the Nu HTML checker has nothing to say about pages, style sheets and pictures',
  console: 'no message and no error in the console',
  network: 'no request leaves the folder, none fails',
  layout: 'nothing is wider than the window',
  charts: 'no chart label overlaps another one or is cut',
  axe: 'axe-core finds no violation',
  contrast: 'every text and every mark stands out from its ground (WCAG AA)',
  theme: 'the theme switch works, stays, and looks as the system setting does',
  print: 'on paper everything is unfolded, nothing is cut or lies on something else, no heading stands alone and no sheet is nearly empty',
  noscript: 'the same text can be read without JavaScript',
  comfort: 'search, filters with their addresses, orders and keys work from a disk, in dialogs that everybody can use',
};

export class Report {
  constructor(checks = Object.keys(CHECKS)) {
    this.checks = new Set(checks);
    this.figures = new Map();
    this.leasts = new Map();
    this.findings = new Map();
  }

  wants(...checks) {
    return checks.some((check) => this.checks.has(check));
  }

  /** Notes a finding. The text must not name the page, so that pages with the same finding come together. */
  add(check, text, page = '') {
    if (!this.checks.has(check)) return;
    const tidy = String(text).replace(/\s+/g, ' ').trim().slice(0, 300);
    const key = `${check}\n${tidy}`;
    if (!this.findings.has(key)) this.findings.set(key, { check, text: tidy, pages: new Set(), count: 0 });
    const finding = this.findings.get(key);
    finding.pages.add(page);
    finding.count += 1;
  }

  /** Adds to the numbers that stand behind a check's name. */
  count(check, what, by = 1) {
    const figures = this.figures.get(check) ?? this.figures.set(check, new Map()).get(check);
    figures.set(what, (figures.get(what) ?? 0) + by);
  }

  /** Keeps the smallest of a measurement, to stand behind a check's name. */
  least(check, what, value) {
    const figures = this.leasts.get(check) ?? this.leasts.set(check, new Map()).get(check);
    figures.set(what, Math.min(figures.get(what) ?? Infinity, value));
  }

  of(check) {
    return [...this.findings.values()].filter((finding) => finding.check === check);
  }

  figure(check) {
    const counts = [...(this.figures.get(check) ?? [])].map(([what, n]) => `${n.toLocaleString('en')} ${what}`);
    const leasts = [...(this.leasts.get(check) ?? [])].map(([what, n]) => `${what} ${n.toFixed(2)}`);
    return [...counts, ...leasts].join(', ');
  }

  get failed() {
    return [...this.checks].filter((check) => this.of(check).length > 0);
  }

  toString(most = 40) {
    const lines = [];
    for (const check of this.checks) {
      const found = this.of(check);
      lines.push(`${found.length ? 'FAIL' : 'ok  '} ${check.padEnd(9)} ${this.figure(check) || 'nothing to look at'}`);
      if (found.length) lines.push(`       wanted: ${CHECKS[check]}`);
      for (const { text, pages, count } of found.slice(0, most)) {
        const [example] = [...pages].sort();
        const more = pages.size > 1 ? ` and ${pages.size - 1} more` : '';
        const times = count > pages.size ? `, ${count} times` : '';
        lines.push(`     - ${text}${example ? ` (${example}${more}${times})` : ''}`);
      }
      if (found.length > most) lines.push(`     - and ${found.length - most} findings more`);
    }
    lines.push(`${this.checks.size - this.failed.length} passed, ${this.failed.length} failed`);
    return lines.join('\n');
  }
}
