// Uses what the script adds, from a disk: the search, filters whose state is in the address, orders, keys, dialogs.
// What should come out is worked out here from the files and the pages themselves, never by the script under test.
import path from 'node:path';
import vm from 'node:vm';
import { drawn } from './in-page.mjs';
import { kindOf } from './site.mjs';

/** How long to wait for what must not happen. */
const SOON = { timeout: 1000 };
const NONSENSE = 'zzqx no such thing';
const rowsOf = (page) => page.evaluate(() => [...document.querySelectorAll('tr[data-item]')]
  .map((row) => ({ name: row.querySelector('th').textContent, shown: row.checkVisibility(), data: { ...row.dataset } })));
const names = (rows) => rows.map(({ name }) => name).join('|');

/** Takes how a page is opened, the checks that open dialogs must pass as any page does, and whether one finding is enough. */
export async function useComforts({ site, report }, way, { open, checkAxe, checkLayout, hasty }) {
  const having = (test) => site.pages.filter((page) => site.elements(page).some(({ attrs }) => test(attrs)));
  const searching = onePerKind(having(({ class: name }) => name === 'find'), kindOf);
  const filtering = onePerKind(having(({ class: name }) => name === 'filters').filter((page) => !page.endsWith('print.html')),
    (page) => site.elements(page).find(({ attrs }) => attrs.class === 'filters').attrs['data-place']);
  const leafing = onePerKind(having(({ rel }) => rel === 'next').filter((page) => having(({ class: name }) => name === 'matrix').indexOf(page) < 0), kindOf);
  if (!searching.length) report.add('comfort', 'no page has a search');
  if (!filtering.length) report.add('comfort', 'no page has filters');
  if (!leafing.length) report.add('comfort', 'no page leads to a next lead');
  const ofDialogs = { add: (_, text, file) => report.add('comfort', `in a dialog: ${text}`, file), count: () => {} };
  // on a busy machine what must happen may take its time
  const patience = hasty ? 6000 : 20_000;
  for (const colorScheme of ['light', 'dark']) {
    const context = await open({ colorScheme });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    page.setDefaultNavigationTimeout(patience);
    const run = async (pages, check) => {
      for (const file of pages) {
        if (hasty && report.of('comfort').length) return;
        await page.goto(way.address(file));
        const wrong = (text) => report.add('comfort', text, file);
        await check(page, { file, wrong, site, report, address: way.address(file) }).catch((error) => wrong(`stopped: ${error.message.split('\n')[0]}`));
        await page.evaluate(() => localStorage.clear());
      }
    };
    if (colorScheme === 'light') {
      await run(searching, search);
      await run(searching.slice(0, 1), help);
      await run(filtering, filter);
      await run(filtering, order);
      await run(filtering, walk);
      await run(leafing, leaf);
    }
    await run(searching.slice(0, 1), async () => {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        for (const key of ['/', '?']) {
          await page.keyboard.press(key);
          const dialog = page.locator('dialog[open]');
          await dialog.waitFor();
          if (key === '/') await dialog.locator('input').fill('a');
          await page.evaluate(drawn);
          await checkLayout(ofDialogs, page, searching[0], `at ${width} px`);
          await checkAxe(ofDialogs, page, searching[0], colorScheme, false);
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'hidden' });
        }
      }
    });
    await context.close();
  }
}

function onePerKind(pages, kind) {
  return [...new Map(pages.map((page) => [kind(page), page])).values()];
}

/** Everything that a page's search looks through, read without a browser. */
function searchable(site, file) {
  const { attrs } = site.elements(file).find(({ attrs }) => attrs.class === 'find');
  const found = [];
  for (const data of attrs['data-search'].split(' ')) {
    const at = path.posix.normalize(path.posix.join(path.posix.dirname(file), decodeURIComponent(data)));
    const handoff = ({ groups }) => groups.forEach(({ kind, items }) => items.forEach(([href, title]) => {
      found.push({ kind, title, to: path.posix.normalize(path.posix.join(path.posix.dirname(at), href)) });
    }));
    vm.runInNewContext(site.text(at), { handoff });
  }
  return found;
}

async function search(page, { file, wrong, site, report, address }) {
  const base = address.slice(0, -file.split('/').map(encodeURIComponent).join('/').length);
  const entries = searchable(site, file);
  if (!entries.length) return wrong('there is nothing to search');
  const samples = onePerKind(entries, ({ kind }) => kind);
  const button = page.locator('.find');
  if (!await button.isVisible()) return wrong('the search has no button');
  await button.focus();
  await page.keyboard.press('/');
  const dialog = page.locator('dialog.search[open]');
  if (!await dialog.waitFor().then(() => true, () => false)) return wrong('the key / does not open the search');
  const input = dialog.locator('input');
  if (!await input.evaluate((element) => element === document.activeElement)) wrong('the search does not take the keys');
  await page.keyboard.type('a/?j');
  if (await input.inputValue() !== 'a/?j') wrong('keys act while somebody types');
  const links = dialog.locator('li a');
  const status = dialog.locator('[role=status]');
  const ask = async (words) => {
    await input.fill(words);
    return { hrefs: await links.evaluateAll((all) => all.map(({ href }) => href)), said: await status.textContent() };
  };
  await input.fill(samples[0].title);
  if (!await links.first().waitFor().then(() => true, () => false)) return wrong(`the search does not find "${samples[0].title}"`);
  for (const { kind, title, to } of samples) {
    report.count('comfort', 'searches');
    // as somebody types who does not care for case
    const { hrefs, said } = await ask(title.toUpperCase());
    if (!hrefs.some((href) => decodeURI(href) === decodeURI(base + to))) wrong(`the search does not find a ${kind} by its title`);
    if (hrefs.length && hrefs.length <= 50 && !said.includes(hrefs.length)) wrong(`the search says "${said}" for ${hrefs.length} matches`);
    if (hrefs.length && !await dialog.locator('li mark').count()) wrong('matches are not highlighted');
  }
  const none = await ask(NONSENSE);
  if (none.hrefs.length || !none.said.trim()) wrong(`a search for nonsense shows ${none.hrefs.length} matches and says "${none.said}"`);
  await page.keyboard.press('Escape');
  const closed = await dialog.waitFor({ state: 'hidden', ...SOON }).then(() => true, () => false);
  if (!closed) wrong('Esc does not close the search');
  else if (!await button.evaluate((element) => element === document.activeElement)) wrong('the focus does not come back from the search');
  await button.click();
  let first;
  for (const { title } of samples) {
    [first] = (await ask(title)).hrefs;
    if (first.split('#')[0] !== page.url().split('#')[0]) break;
  }
  await page.keyboard.press('ArrowDown');
  if (!await links.first().evaluate((element) => element === document.activeElement)) return wrong('an arrow does not lead to the first match');
  await page.keyboard.press('Enter');
  await page.waitForURL(first).catch(() => wrong('Enter does not open the match'));
}

async function help(page, { wrong }) {
  const dialog = page.locator('dialog.help[open]');
  const opens = async (key, kind, time) => {
    await page.keyboard.press(key);
    return page.locator(`dialog.${kind}[open]`).waitFor(time).then(() => true, () => false);
  };
  if (!await opens('?', 'help')) return wrong('the key ? does not open the help');
  for (const key of ['/', 'j', 'k', '?']) if (!(await dialog.locator('kbd').allTextContents()).includes(key)) wrong(`the help does not name ${key}`);
  await dialog.locator('input').uncheck();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  if (await opens('/', 'search', SOON)) wrong('keys act although they are switched off');
  await page.reload();
  if (await opens('?', 'help', SOON)) wrong('keys act again when the page is loaded again');
}

async function filter(page, { file, wrong, report, address }) {
  const bar = page.locator('.filters').first();
  const { place } = await bar.evaluate(({ dataset }) => ({ ...dataset }));
  const all = await rowsOf(page);
  const selects = await bar.locator('select').evaluateAll((found) => found.map(({ name, options }) => ({ name, values: [...options].map(({ value }) => value).slice(1) })));
  const clear = page.locator('.shown button');
  const says = (count) => page.locator('.shown [role=status]').textContent().then((text) => new RegExp(`\\b${count}\\b`).test(text));
  for (const { name, values } of selects.filter((select) => select.name !== 'sort')) {
    for (const value of [values[0], values.at(-1)]) {
      report.count('comfort', 'filters');
      const wanted = names(all.filter(({ data }) => data[name].split(' ').includes(value)));
      await bar.locator(`select[name=${name}]`).selectOption(value);
      const shown = (await rowsOf(page)).filter((row) => row.shown);
      if (names(shown) !== wanted) wrong(`the filter ${name} shows other rows than those with ${value}`);
      if (!await says(shown.length)) wrong('a filter does not say how many rows are left');
      const url = new URL(page.url());
      if (url.hash !== `#${place}?${new URLSearchParams({ [name]: value })}`) wrong(`the address of a filter is ${url.hash}`);
      await page.goto('about:blank');
      await page.goto(address + url.hash);
      if (names((await rowsOf(page)).filter((row) => row.shown)) !== names(shown)) wrong('the address of a filtered view shows another');
      if (!await page.evaluate((id) => Math.abs(document.getElementById(id).getBoundingClientRect().top) < innerHeight, place)) wrong('the address of a filtered view does not lead to it');
      await clear.click();
      const cleared = await rowsOf(page);
      if (names(cleared.filter((row) => row.shown)) !== names(all)) wrong('the button that shows all does not');
      await page.goBack();
      if (names((await rowsOf(page)).filter((row) => row.shown)) !== names(shown)) wrong('going back does not lead to the filtered view');
      await page.goForward();
      if (names((await rowsOf(page)).filter((row) => row.shown)) !== names(all)) wrong('going forward does not lead to all rows');
    }
  }
  // an address that names what a filter hides shows it
  const [{ name, values }] = selects;
  await bar.locator(`select[name=${name}]`).selectOption(values[0]);
  const hidden = await page.evaluate(() => document.querySelector('[data-item][hidden][id]')?.id);
  if (!hidden) return undefined;
  await page.goto(`${address}#${hidden}`);
  const state = await page.locator(`[id="${hidden}"]`).evaluate((element) => ({ shown: element.checkVisibility(), top: element.getBoundingClientRect().top }));
  if (!state.shown || state.top < -1 || state.top > 800) wrong(`an address that names a hidden item does not show it (${file}#…)`);
  return undefined;
}

async function order(page, { wrong, report }) {
  const before = names(await rowsOf(page));
  const sort = page.locator('.filters select[name=sort]').first();
  const values = await sort.evaluate(({ options }) => [...options].map(({ value }) => value).filter(Boolean));
  for (const value of values) {
    report.count('comfort', 'orders');
    await sort.selectOption(value);
    const rows = await rowsOf(page);
    const key = `by${value[0].toUpperCase()}${value.slice(1)}`;
    if (rows.some(({ data }, at) => at && Number(rows[at - 1].data[key]) > Number(data[key]))) wrong(`the order ${value} is not kept`);
    if (rows.some(({ shown }) => !shown)) wrong('an order hides rows');
    if (!page.url().includes(`sort=${value}`)) wrong('an order is not in the address');
    await page.goBack();
    if (names(await rowsOf(page)) !== before) wrong('going back does not bring the order back');
  }
}

/** j and k in a table of leads. */
async function walk(page, { wrong, report }) {
  if (!await page.locator('.matrix').count()) return;
  const at = () => page.evaluate(() => [...document.querySelectorAll('.matrix tbody th a')].indexOf(document.activeElement));
  for (const [key, wanted] of [['j', 0], ['j', 1], ['Alt+j', 1], ['Control+k', 1], ['k', 0]]) {
    report.count('comfort', 'keys');
    await page.keyboard.press(key);
    if (await at() !== wanted) return wrong(`${key} leads to row ${await at()} instead of ${wanted}`);
  }
  if (!await page.evaluate(() => document.activeElement.matches(':focus-visible'))) wrong('the focus in the table is not to be seen');
  const select = page.locator('.filters select').first();
  await select.focus();
  await page.keyboard.press('j');
  if (await at() !== -1) wrong('j acts in a field');
  return undefined;
}

/** j and k on a lead's page. */
async function leaf(page, { wrong, address }) {
  const next = await page.locator('a[rel=next]').first().evaluate(({ href }) => href);
  await page.keyboard.press('j');
  await page.waitForURL(next).catch(() => wrong('j does not lead to the next lead'));
  if (page.url() !== next) return;
  await page.keyboard.press('k');
  await page.waitForURL(address).catch(() => wrong('k does not lead to the lead before'));
}
