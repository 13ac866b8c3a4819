// Writes audits while `serve` shows them, as an auditor does, and looks at what the browser shows.
//
//   node tests/browser/serve.mjs PROGRAM AUDITS              checks what is shown
//   node tests/browser/serve.mjs PROGRAM AUDITS --edits 20   times from a saved file to the page loaded again and painted
//
// PROGRAM is a built `handoff-audit`; AUDITS, a folder with the sample audits, is copied and stays as it is.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { overflow } from './in-page.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const AUDIT = 'blue-heron/2026-03/audit.yml';
const CHANNEL = 'blue-heron/2026-03/web-form.yml';
const LEAD = 'blue-heron/2026-03/leads/w-02.html';
const METHOD = 'blue-heron/2026-03/method.html';
const WANTS = 'Kitchen drain that backs up every few weeks';

/** The program with a copy of the audits in a folder of its own. */
class Desk {
  constructor(program, audits) {
    this.program = path.resolve(program);
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'handoff-audit-'));
    fs.cpSync(audits, path.join(this.folder, 'audits'), { recursive: true });
  }

  /** Starts `serve` and resolves when it says where. */
  start(port = '0') {
    this.url = undefined;
    this.child = spawn(this.program, ['serve', '--port', port], { cwd: this.folder, stdio: ['ignore', 'pipe', 'ignore'] });
    return new Promise((found, failed) => {
      let said = '';
      this.child.stdout.on('data', (piece) => {
        said += piece;
        this.url = /http:\S+/.exec(said)?.[0];
        if (this.url) found(this.url);
      });
      this.child.on('exit', (code) => failed(new Error(`it ended with ${code}: ${said}`)));
    });
  }

  /** Ends it as Ctrl+C does. */
  async stop() {
    if (!this.child || this.child.exitCode !== null) return;
    const ended = new Promise((done) => { this.child.on('exit', done); });
    this.child.kill('SIGINT');
    await ended;
  }

  async clear() {
    await this.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  file(name) { return path.join(this.folder, 'audits', name); }

  /** Saves a file: in place, or as a new one that takes its name. */
  save(name, change, anew = false) {
    const text = fs.readFileSync(this.file(name), 'utf8');
    const changed = change(text);
    assert.notEqual(changed, text, `${name} was to be changed`);
    fs.writeFileSync(this.file(anew ? `${name}.new` : name), changed);
    if (anew) fs.renameSync(this.file(`${name}.new`), this.file(name));
  }

  /** What `check` says of the first problem on a terminal without colours. */
  problem() {
    return spawnSync(this.program, ['check'], { cwd: this.folder, encoding: 'utf8' }).stdout.split('\n\n').find((part) => part.startsWith('error'));
  }
}

const pill = (page) => page.locator('handoff-audit-live button.pill');
const dialog = (page) => page.locator('handoff-audit-live dialog');

/** A page that must say nothing in its console. */
async function open(browser, said, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  return page;
}

async function warningsWaitToBeAskedFor(page, desk) {
  await page.goto(desk.url);
  await pill(page).waitFor();
  assert.match(await pill(page).textContent(), /^\d+ warnings? in \d+ files?$/);
  assert.equal(await dialog(page).isVisible(), false, 'warnings do not open by themselves');
  await pill(page).click();
  assert.match(await dialog(page).locator('pre').textContent(), /warning\[small-sample\]/);
  await page.keyboard.press('Escape');
  assert.equal(await dialog(page).isVisible(), false, 'Esc closes');
}

async function theReaderStays(page, desk) {
  await page.goto(`${desk.url}${METHOD}#main`);
  await page.waitForLoadState('load');
  const fold = await page.evaluate(() => {
    document.documentElement.style.scrollBehavior = 'auto';
    const fold = [...document.querySelectorAll('details')].findLastIndex((details) => (details.open = true));
    scrollTo(0, 900);
    globalThis.old = true;
    return fold;
  });
  const before = await page.evaluate(() => scrollY);
  assert.ok(before > 500, 'the page is long enough to be scrolled');
  desk.save(AUDIT, (text) => text.replace('Harbour Audit Practice', 'Harbour Audit Practitioners'), true);
  await page.waitForFunction(() => !globalThis.old && document.readyState === 'complete' && document.body.textContent.includes('Practitioners'));
  await page.waitForFunction((before) => Math.abs(scrollY - before) <= 40, before);
  assert.equal(new URL(page.url()).hash, '#main');
  if (fold >= 0) assert.equal(await page.evaluate((fold) => document.querySelectorAll('details')[fold].open, fold), true, 'what was unfolded stays so');
}

async function mistakesAreShownOverTheLastGoodSite(page, desk) {
  await page.goto(desk.url + LEAD);
  desk.save(CHANNEL, (text) => text.replace('result: voicemail', 'result: voicmail'));
  await dialog(page).waitFor();
  assert.match(await pill(page).textContent(), /^1 error, /);
  assert.equal(await dialog(page).getAttribute('role'), 'alertdialog');
  const words = desk.problem();
  assert.match(words, /web-form\.yml:\d+:\d+/);
  assert.ok((await dialog(page).locator('pre').textContent()).includes(words), `the words of the terminal: ${words}`);
  assert.ok((await page.locator('main').textContent()).includes(WANTS), 'the last good page stays behind it');
  const focused = await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent);
  assert.equal(focused, 'Close', 'the focus is in the dialog');
  await looksRight(page);
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
  await page.goto(desk.url);
  await pill(page).waitFor();
  assert.equal(await dialog(page).isVisible(), false, 'what was closed stays closed on the next page');
  await page.goto(desk.url + LEAD);
  desk.save(CHANNEL, (text) => text.replace('arrived: 2026-03-02 10:31', 'arrived: 3/2/2026'));
  await dialog(page).waitFor();
  desk.save(CHANNEL, (text) => text.replace('arrived: 3/2/2026', 'arrived: 2026-03-02 10:31').replace('result: voicmail', 'result: voicemail'));
  await dialog(page).waitFor({ state: 'hidden' });
  await page.waitForFunction(() => /^\d+ warning/.test(document.querySelector('handoff-audit-live').shadowRoot.querySelector('button.pill').textContent));
}

/** In both schemes, at a desk and on a phone, with the dialog open. */
// axe would load style sheets of a shadow tree in a way that the policy forbids: hence no preload
async function looksRight(page) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1280, 360]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      if (process.env.SHOTS) await page.screenshot({ path: path.join(process.env.SHOTS, `overlay-${colorScheme}-${width}.png`) });
      const { over } = await page.evaluate(overflow);
      assert.ok(over <= 0, `at ${width} px the page is ${over} px too wide`);
      const box = await dialog(page).boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= 800, `the dialog lies within ${width} px`);
      await page.evaluate(AXE);
      const violations = await page.evaluate((values) => globalThis.axe.run('handoff-audit-live', { runOnly: { type: 'tag', values }, preload: false }).then((found) => found.violations), AXE_TAGS);
      assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`), [], `${colorScheme}, ${width} px`);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function aPageThatGoesAndComesFollows(page, desk, said) {
  await page.goto(desk.url + LEAD);
  desk.save(CHANNEL, (text) => text.replace('id: W-02', 'id: W-22'));
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  desk.save(CHANNEL, (text) => text.replace('id: W-22', 'id: W-02'));
  await page.getByText(WANTS).first().waitFor();
  assert.ok(said.every((text) => text.includes('404')), `the console says ${said}`);
  said.length = 0;
}

async function theEndIsTold(page, desk, said) {
  await page.goto(desk.url);
  await pill(page).waitFor();
  await desk.stop();
  await page.getByText('Not connected').waitFor();
  await desk.start(new URL(desk.url).port);
  await page.getByText('Not connected').waitFor({ state: 'hidden' });
  said.length = 0;
}

async function noSiteYet(page, desk, said) {
  await page.goto('about:blank');
  await desk.stop();
  desk.save(AUDIT, (text) => text.replace('status: review', 'status: rewiev'));
  await desk.start();
  await page.goto(desk.url + LEAD);
  await page.getByRole('heading', { name: 'There is no site yet' }).waitFor();
  assert.ok((await page.locator('main pre').textContent()).includes(desk.problem()), 'the words of the terminal');
  if (process.env.SHOTS) await page.screenshot({ path: path.join(process.env.SHOTS, 'waiting.png') });
  desk.save(AUDIT, (text) => text.replace('status: rewiev', 'status: review'));
  await page.getByText(WANTS).first().waitFor();
  assert.ok(said.every((text) => text.includes('503')), `the console says ${said}`);
}

async function check(desk, browser) {
  const said = [];
  const page = await open(browser, said);
  await desk.start();
  for (const part of [warningsWaitToBeAskedFor, theReaderStays, mistakesAreShownOverTheLastGoodSite, aPageThatGoesAndComesFollows, theEndIsTold, noSiteYet]) {
    await part(page, desk, said).catch((error) => { throw new Error(`${part.name}: ${error.message}`, { cause: error }); });
    if (part !== noSiteYet) assert.deepEqual(said, [], `${part.name}: the console says something`);
  }
  console.log('serve: reload, kept place, overlay, its looks, pages that come and go, and the end are as they should be');
}

/** From the moment before a file is written until the page has been loaded again with its words and was painted. */
async function measure(desk, browser, edits) {
  const page = await open(browser, []);
  let painted;
  await page.exposeFunction('painted', (asked) => painted?.([asked - performance.timeOrigin, performance.now()]));
  await page.addInitScript(() => addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => globalThis.painted(performance.timeOrigin)))));
  await desk.start();
  await page.goto(desk.url + LEAD);
  await pill(page).waitFor();
  const times = [];
  for (let edit = 1, last = WANTS; edit <= edits; edit += 1) {
    const words = `${WANTS}, ${edit}`;
    const seen = new Promise((done) => { painted = done; });
    const begin = performance.now();
    desk.save(CHANNEL, (text) => text.replace(last, words), edit % 2 === 0);
    times.push((await seen).map((time) => time - begin));
    assert.ok((await page.locator('main').textContent()).includes(words), `the page shows edit ${edit}`);
    // the page listens again, and the rest of the site is there too, as it is long before a person saves next
    await pill(page).waitFor();
    await page.request.get(desk.url);
    last = words;
  }
  for (const [what, at] of [['the browser asks for the new page', 0], ['it is loaded and painted', 1]]) {
    const sorted = times.map((time) => Math.round(time[at])).sort((a, b) => a - b);
    console.log(`from a saved file until ${what}, ${edits} edits: median ${sorted[edits >> 1]} ms, worst ${sorted.at(-1)} ms`);
  }
}

const { values, positionals: [program, audits] } = parseArgs({ allowPositionals: true, options: { edits: { type: 'string' } } });
if (!audits) {
  console.error('usage: serve.mjs PROGRAM AUDITS [--edits N]');
  process.exit(2);
}
const desk = new Desk(program, audits);
const browser = await launch();
try {
  await (values.edits ? measure(desk, browser, Number(values.edits)) : check(desk, browser));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await browser.close();
  await desk.clear();
}
