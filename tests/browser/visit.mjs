// Opens pages as readers do: from a disk and over HTTP, light and dark, on a phone, a tablet and a desk; on paper;
// without JavaScript. What goes wrong on the way is reported.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { contrasts } from './contrast.mjs';
import { copyForReaders, inTabs, serve } from './browser.mjs';
import { useComforts } from './comfort.mjs';
import { chartLabels, colours, drawn, foldedAway, overflow, overlaid, scrolledAway, tallPictures, visibleWords, widthsOf } from './in-page.mjs';
import { lookAtPaper } from './paper.mjs';

const WIDTHS = [360, 768, 1280];
const SCHEMES = ['light', 'dark'];
const DESK = { viewport: { width: 1280, height: 800 } };
/** The text blocks of sheets with margins of 15 mm, in CSS pixels. */
const SHEETS = { A4: { width: 680, height: 1009 }, Letter: { width: 703, height: 943 } };
/** A wide, a middling and a narrow family: labels must fit whichever of them a reader has. */
const FAMILIES = ['DejaVu Sans', 'Liberation Sans', 'Liberation Serif'];
/** In pixels on the screen; below this a label is no help on a phone. */
const SMALLEST_LABEL = 8;
const CHARTS = 'svg.chart, .chart svg';
const SWITCH = '[data-theme-switch], button.theme, button[aria-label*="theme" i], button[title*="theme" i]';
const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const AXE_WIDTHS = [360, 1280];

export async function visit(site, report, browser, pages, hasty = false) {
  const { copy, remove } = copyForReaders(site.root);
  const server = await serve(copy);
  const http = (file) => server.base + file.split('/').map(encodeURIComponent).join('/');
  const disk = (file) => pathToFileURL(path.join(copy, ...file.split('/'))).href;
  const bases = { http: server.base, disk: pathToFileURL(copy).href + '/' };
  const ways = [{ name: 'over HTTP', address: http, base: bases.http, served: true }, { name: 'from a disk', address: disk, base: bases.disk }];
  const all = { site, report, browser, pages, ways, words: new Map(), charts: 0 };
  try {
    if (report.wants('charts')) await checkFonts(all);
    for (const way of ways) for (const scheme of SCHEMES) await readPages(all, way, scheme);
    if (report.wants('charts')) {
      await readPictures(all, ways[1]);
      if (!all.charts) report.add('charts', `no page has a chart (${CHARTS})`);
    }
    if (report.wants('theme')) await switchThemes(all, ways[0]);
    if (report.wants('noscript')) await readWithoutScripts(all, ways[1]);
    if (report.wants('comfort')) {
      await useComforts(all, ways[1], { open: (options) => openContext(all, ways[1], { ...DESK, ...options }), checkAxe, checkLayout, hasty });
    }
  } finally {
    await server.close();
    remove();
  }
}

/** A context whose pages report what they say and ask for. */
async function openContext({ browser, report }, way, options) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  context.on('page', (page) => {
    const here = () => decodeURI(page.url().startsWith(way.base) ? page.url().slice(way.base.length).split('#')[0] : '');
    page.on('console', (message) => report.add('console', `${message.type()} ${way.name}: ${message.text().replaceAll(way.base, '')}`, here()));
    page.on('pageerror', (error) => report.add('console', `uncaught ${way.name}: ${error.message}`, here()));
    page.on('request', (request) => {
      report.count('network', 'requests');
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(way.base)) {
        report.add('network', `${way.name} a request leaves the folder: ${request.url()}`, here());
      }
    });
    page.on('requestfailed', (request) => {
      // A request that was under way when the page was left is no fault; missing and refused ones have other names.
      if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
      report.add('network', `${way.name} a request fails: ${request.url().replace(way.base, '')} (${request.failure()?.errorText})`, here());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) report.add('network', `${way.name} a request fails: ${response.url().replace(way.base, '')} (${response.status()})`, here());
    });
    page.on('websocket', (socket) => report.add('network', `${way.name} a socket leaves the folder: ${socket.url()}`, here()));
    page.on('dialog', (dialog) => { report.add('console', `${way.name} a dialog opens: ${dialog.message()}`, here()); dialog.dismiss(); });
  });
  return context;
}

async function readPages(all, way, scheme) {
  const { report, pages } = all;
  const wanted = report.wants('console', 'network', 'layout') || (way.served && report.wants('charts', 'axe', 'contrast', 'print', 'noscript'));
  if (!wanted) return;
  const open = () => openContext(all, way, { colorScheme: scheme });
  await inTabs(open, pages, async (page, file) => {
    await page.goto(way.address(file));
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(drawn);
      if (report.wants('layout')) await checkLayout(report, page, file, `at ${width} px`);
      if (!way.served) continue;
      if (report.wants('charts') && scheme === 'light') all.charts += await checkCharts(report, page, file, CHARTS, `at ${width} px`);
      if (report.wants('axe') && AXE_WIDTHS.includes(width)) await checkAxe(report, page, file, scheme);
      if (report.wants('contrast') && AXE_WIDTHS.includes(width)) await checkContrast(report, page, file, scheme);
    }
    report.count('console', 'views', WIDTHS.length);
    if (!way.served || scheme !== 'light') return;
    if (report.wants('noscript')) all.words.set(file, await page.evaluate(visibleWords));
    if (report.wants('print')) await checkPaper(report, page, file);
  });
}

async function checkLayout(report, page, file, where) {
  const { over, names } = await page.evaluate(overflow);
  report.count('layout', 'views');
  if (over > 0 && !names.length) report.add('layout', `${where} the page is ${over} px too wide, by nothing visible`, file);
  for (const name of names) report.add('layout', `${where} ${name} reaches over the edge of the window`, file);
}

/** Returns how many charts there were. */
async function checkCharts(report, page, file, selector, where) {
  const { charts, labels, found } = await page.evaluate(chartLabels, { selector, families: FAMILIES, smallest: SMALLEST_LABEL });
  report.count('charts', 'drawings', charts);
  report.count('charts', `labels × ${FAMILIES.length} fonts`, labels);
  for (const text of found) report.add('charts', `${where} ${text}`, file);
  return charts;
}

/** Without the three families on the machine the measurement of labels would prove nothing. */
async function checkFonts({ browser, report }) {
  const page = await browser.newPage();
  const widths = await page.evaluate(widthsOf, FAMILIES);
  if (new Set(widths).size < FAMILIES.length) report.add('charts', `not all of the fonts ${FAMILIES.join(', ')} are installed: ./tests/run installs them`);
  await page.close();
}

/** The pictures that stand alone: a reader may put them in a slide. */
async function readPictures(all, way) {
  const { site, report } = all;
  await inTabs(() => openContext(all, way, DESK), site.ending('.svg'), async (page, file) => {
    await page.goto(way.address(file));
    await checkCharts(report, page, file, 'svg:root', 'alone');
  });
}

/** From a disk axe must not load style sheets by itself, which the policy forbids. */
async function checkAxe(report, page, file, scheme, preload = true) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async ({ values, preload }) => {
    const result = await globalThis.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'], preload });
    return result.violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => ({ id, help, html, why: failureSummary })));
  }, { values: AXE_TAGS, preload });
  report.count('axe', 'runs');
  for (const { id, help, html, why } of violations) {
    const [, tag] = /^<([\w-]+)/.exec(html) ?? ['', ''];
    const classes = /^<[^>]* class="([^"]*)"/.exec(html)?.[1].trim().split(/\s+/) ?? [];
    const detail = id === 'color-contrast' ? `, ${/contrast of [\d.]+/.exec(why)?.[0]} in ${scheme}` : '';
    report.add('axe', `${id}: ${help}${detail}: ${[tag, ...classes].join('.')}`, file);
  }
}

async function checkContrast(report, page, file, scheme) {
  const { texts, marks, leastText, leastMark, found } = await page.evaluate(contrasts);
  report.count('contrast', 'texts', texts);
  report.count('contrast', 'marks', marks);
  if (texts) report.least('contrast', 'lowest of a text', leastText);
  if (marks) report.least('contrast', 'lowest of a mark', leastMark);
  for (const text of found) report.add('contrast', `${text} in ${scheme}`, file);
}

/** Readers of paper can not unfold or scroll: what a page folds away or scrolls must be there, whole, on whichever sheet they have. */
async function checkPaper(report, page, file) {
  await page.emulateMedia({ media: 'print' });
  report.count('print', 'pages');
  for (const [format, size] of Object.entries(SHEETS)) {
    const say = (text) => report.add('print', `in ${format} ${text}`, file);
    await page.setViewportSize(size);
    await page.evaluate(drawn);
    const { all, folded } = await page.evaluate(foldedAway);
    report.count('print', `folded parts in ${format}`, all);
    for (const text of folded) say(`a folded part stays folded: "${text}"`);
    const { over, names } = await page.evaluate(overflow);
    if (over > 0) say(`it is wider than the paper: ${names.join(', ')}`);
    for (const name of await page.evaluate(scrolledAway)) say(`${name} scrolls sideways, so a part of it is cut`);
    for (const names of await page.evaluate(overlaid)) say(`${names} lie on each other`);
    for (const name of await page.evaluate(tallPictures, size.height)) say(`${name} is taller than a sheet, so it is cut`);
    const { sheets, faults } = lookAtPaper(await page.pdf({ format, tagged: true, printBackground: true }));
    report.count('print', `sheets of ${format}`, sheets);
    faults.forEach(say);
  }
  await page.emulateMedia({ media: null });
}

/** From either setting of the system the switch must lead to the other look, and a page loaded again must keep it. */
async function switchThemes(all, way) {
  const { report, pages } = all;
  let switches = 0;
  await inTabs(() => openContext(all, way, DESK), pages, async (page, file) => {
    for (const scheme of SCHEMES) {
      const other = SCHEMES.find((each) => each !== scheme);
      await page.emulateMedia({ colorScheme: other });
      await page.goto(way.address(file));
      const wanted = await page.evaluate(colours);
      await page.emulateMedia({ colorScheme: scheme });
      if (await page.evaluate(colours) === wanted) {
        report.add('theme', 'looks the same in light and dark', file);
        continue;
      }
      const control = page.locator(SWITCH).first();
      if (!await control.count()) continue;
      switches += 1;
      if (await pressUntil(page, control, wanted)) {
        await page.reload();
        if (await page.evaluate(colours) !== wanted) report.add('theme', `the choice of ${other} is lost when the page is loaded again`, file);
      } else {
        report.add('theme', `the switch does not lead from ${scheme} to ${other}`, file);
      }
      await page.evaluate(() => localStorage.clear());
    }
  });
  report.count('theme', 'pages', pages.length);
  report.count('theme', 'switches pressed', switches);
  if (!switches && pages.length) report.add('theme', 'no page has a switch for light and dark');
}

/** Switches may have a third state ("as the system says"), so one press may change nothing to be seen. */
async function pressUntil(page, control, wanted) {
  for (let press = 0; press < 3; press += 1) {
    await control.click();
    await page.evaluate(drawn);
    if (await page.evaluate(colours) === wanted) return true;
  }
  return false;
}

async function readWithoutScripts(all, way) {
  const { report, pages, words } = all;
  await inTabs(() => openContext(all, way, { ...DESK, javaScriptEnabled: false }), pages, async (page, file) => {
    await page.goto(way.address(file));
    const without = await page.evaluate(visibleWords);
    const missing = Object.entries(words.get(file) ?? {}).filter(([word, times]) => (without[word] ?? 0) < times).map(([word]) => word);
    report.count('noscript', 'pages');
    report.count('noscript', 'words', Object.values(without).reduce((sum, times) => sum + times, 0));
    if (missing.length) report.add('noscript', `missing without JavaScript: ${missing.slice(0, 8).join(' ')}`, file);
  });
}
