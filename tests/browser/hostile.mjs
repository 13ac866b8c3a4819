// Pages made of strings that would be code elsewhere: proves that nothing of them runs, and that nothing comes of them but text.
//
//   node tests/browser/hostile.mjs FULL FEW TWIN STRINGS
//
// FULL holds `site`, in which every string stands in every field; FEW the sites of some of its audits (`site`, and `single` in files of
// the whole); TWIN the same audits made of plain words (`site`, `client`, `single`). STRINGS is the corpus.
//
// Every page is read by the browser's own parser, which runs nothing, and must be built as its twin is: the same elements in the same
// order, with the same attributes, and the same values of those that name, style, load or lead somewhere. What auditors write in
// Markdown, and the drawing of charts, may differ, but have the elements and attributes of Markdown and of charts alone. Then some
// pages are opened, used and left, with a string in the address, and must not run, load, open or move anything.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inTabs, launch } from './browser.mjs';

const [full, few, twin, corpus] = process.argv.slice(2);
if (!corpus) {
  console.error('usage: hostile.mjs FULL FEW TWIN STRINGS');
  process.exit(2);
}
const STRINGS = JSON.parse(fs.readFileSync(corpus, 'utf8'));
/** Strings that texts may hold. */
const TAKEN = STRINGS.filter(({ text }) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(text));
const findings = new Map();
const find = (text, file) => findings.set(text, [...(findings.get(text) ?? []), file]);

const pagesOf = (folder) => fs.readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.html') && !entry.parentPath.endsWith('evidence'))
  .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();

/** What Markdown may come to: elements, and attributes of which kind. */
const MARKDOWN = [
  'p', 'em', 'strong', 'del', 'code', 'code@class', 'class=', 'pre', 'br', 'hr', 'ul', 'li', 'blockquote', 'table', 'thead', 'tbody', 'tr', 'sup', 'span',
  'a', 'a@href', 'a@id', 'a@aria-label', 'img', 'img@src', 'img@alt', 'img@title', 'input', 'input@type', 'input@disabled', 'input@aria-label', 'input@checked',
  'th', 'th@scope', 'th@class', 'td', 'td@class', 'li@id', 'li@value', 'ol', 'ol@class', 'ol@start', 'div', 'div@class', 'div@role', 'div@aria-label', 'div@tabindex',
  ...['h2', 'h3', 'h4', 'h5', 'h6'].flatMap((name) => [name, `${name}@id`]), 'class=right', 'class=centre', 'class=scroll', 'class=footnotes',
];

/** In the page, once: what a document is built of, and how it differs from its twin. */
function prepare({ markdown, taken }) {
  const EXACT = new Set(['id', 'class', 'role', 'type', 'name', 'for', 'rel', 'scope', 'src', 'href', 'action', 'style', 'target', 'tabindex', 'lang', 'http-equiv', 'charset',
    'aria-labelledby', 'aria-describedby', 'aria-current', 'data-place', 'data-open', 'data-search', 'data-dialogs']);
  const LEADS = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'srcset', 'background', 'ping']);
  const READ = new Set(['title', 'aria-label', 'alt', 'content', 'value']);
  /** Into the site, to the web, to people; a document of the whole holds its files itself. */
  const RIGHT = /^(a href (https?:|mailto:|tel:)|img src data:image\/|a href data:(application\/octet-stream|image\/[a-z+]+|text\/csv);base64,|link href data:image\/svg|(a|link|img|script) (href|src) (?![a-z+.-]*:|\/\/))/i;
  /** What differs with the words: names of attachments, numbers to call, and which of several leads of a kind comes first. */
  const alike = (value) => value.replace(/evidence\/a%20.*/, 'evidence').replace(/^data:.*/s, 'data:').replace(/^(tel|mailto):.*/, '$1:')
    .replace(/\b[pw]-0\d\b/g, 'lead').replace(/^#s\d+-/, '#part-').replace(/^#lead-.*/, '#lead');
  /** Scripts and styles without the texts of heads and feet of printed pages. */
  const code = (text) => text.replace(/content:"(?:[^"\\\n]|\\.)*"/g, 'content');
  const bare = (text) => text.replace(/\s+/g, ' ').trim();

  function take(html) {
    const document = new DOMParser().parseFromString(html, 'text/html');
    const taken = { frame: [], prose: new Set(), svg: new Set(), leads: new Set(), scripts: [], texts: [document.body.textContent, document.title], nodes: 0, comments: 0 };
    const visit = (node, place) => {
      if (node.nodeType === Node.COMMENT_NODE) taken.comments += 1;
      if (node.nodeType !== Node.ELEMENT_NODE) return;
      taken.nodes += 1;
      const tag = node.localName;
      const inside = tag === 'svg' ? 'svg' : place;
      const line = [tag];
      if (inside) taken[inside].add(tag);
      for (const { name, value } of node.attributes) {
        if (LEADS.has(name)) taken.leads.add(`${tag} ${name} ${value.replace(/;base64,.*/s, ';base64,')}`);
        if (READ.has(name)) taken.texts.push(value);
        if (!inside) line.push(EXACT.has(name) ? `${name}=${alike(value)}` : name);
        else taken[inside].add(`${tag}@${name}`).add(name === 'class' || name === 'style' ? `${name}=${value.replace(/^language-[A-Za-z0-9]+$/, '')}` : tag);
      }
      if (!inside) taken.frame.push(line.join(' '));
      if (tag === 'style' || (tag === 'script' && !node.hasAttribute('src'))) taken.scripts.push(node.textContent);
      const below = inside ?? (node.classList.contains('prose') ? 'prose' : undefined);
      for (const child of node.childNodes) visit(child, below);
    };
    visit(document.documentElement);
    return taken;
  }

  const twins = new Map();
  const known = { prose: new Set(markdown), svg: new Set() };
  window.know = (file, html) => {
    const twin = take(html);
    twins.set(file, twin);
    twin.svg.forEach((name) => known.svg.add(name));
  };
  /** What is wrong with a page, and which strings it shows. */
  window.compare = (html, file, wanted) => {
    const [real, twin] = [take(html), twins.get(file)];
    const wrong = [];
    const at = real.frame.findIndex((line, at) => line !== twin.frame[at]);
    if (at >= 0 || real.frame.length !== twin.frame.length) wrong.push(`not built as its twin: ${real.frame[at] ?? 'the end'} instead of ${twin.frame[at] ?? 'the end'}`);
    for (const place of ['prose', 'svg']) for (const name of real[place]) if (!known[place].has(name)) wrong.push(`${place} holds ${name}`);
    for (const lead of real.leads) if (!RIGHT.test(lead)) wrong.push(`leads astray: ${lead}`);
    if (String(real.scripts.map(code)) !== String(twin.scripts.map(code))) wrong.push('a script or a style of its own');
    if (real.comments !== twin.comments) wrong.push('a comment');
    const words = bare(real.texts.join('\n'));
    const shown = taken.filter(({ mark, text }) => wanted.includes(mark) && words.includes(bare(text))).map(({ mark }) => mark);
    return { wrong, shown, nodes: real.nodes };
  };
}

/** Reads the pages of a site beside those of its twin, which `twinOf` names. */
async function read(browser, site, plainSite, twinOf, counts, shown) {
  const text = (folder, file) => fs.readFileSync(path.join(folder, file), 'utf8');
  const queue = pagesOf(site).filter(twinOf);
  await Promise.all([1, 2].map(async () => {
    const page = await browser.newPage();
    await page.evaluate(prepare, { markdown: MARKDOWN, taken: TAKEN });
    for (const file of pagesOf(plainSite)) await page.evaluate(([file, html]) => window.know(file, html), [file, text(plainSite, file)]);
    for (let file = queue.shift(); file; file = queue.shift()) {
      const wanted = TAKEN.map(({ mark }) => mark).filter((mark) => !shown.has(mark));
      const { wrong, shown: met, nodes } = await page.evaluate(([html, file, wanted]) => window.compare(html, file, wanted), [text(site, file), twinOf(file), wanted]);
      counts.pages += 1;
      counts.elements += nodes;
      wrong.forEach((what) => find(what, file));
      met.forEach((mark) => shown.add(mark));
    }
    await page.close();
  }));
}

/** Opens a page with a string in its address, uses what can be used, and notes whatever is more than reading. */
async function use(context, base, file, string, counts) {
  const events = [];
  const note = (what) => events.push(what);
  const on = {
    dialog: (dialog) => { note(`a dialog: ${dialog.message()}`); dialog.dismiss(); }, popup: () => note('a window'), download: () => note('a download'),
    pageerror: (error) => note(`an error: ${error.message}`), console: (message) => note(`a message: ${message.text()}`),
    request: (request) => { if (!request.url().startsWith(base) && !/^data:/.test(request.url())) note(`a request: ${request.url()}`); },
  };
  const address = `${base}${file.split(path.sep).map(encodeURIComponent).join('/')}`;
  const odd = encodeURIComponent(string.text.toWellFormed());
  const tails = [`?q=${odd}#${odd}`, `#all-findings?rating=${odd}&sort=${odd}`, '#%zz%?"><img src=x onerror=window.hostile=1>'];
  for (const tail of ['', tails[counts.views % tails.length]]) {
    // each in a tab of its own: one that goes elsewhere while the icon of its last page is loaded says so
    const page = await context.newPage();
    for (const [name, act] of Object.entries(on)) page.on(name, act);
    await page.goto(address + tail);
    const there = page.url();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    for (const select of await page.locator('.filters select').all()) {
      if (await select.isVisible()) await select.selectOption({ index: 1 });
    }
    counts.views += 1;
    const ran = await page.evaluate(traces);
    if (ran.flag) note('a script of a string ran');
    if (ran.on) note('an attribute that runs');
    if (page.url().split('#')[0] !== there.split('#')[0]) note(`the page was left for ${page.url()}`);
    await page.close();
  }
  for (const what of new Set(events)) find(`${what} (${string.mark} in the address)`, file);
}

/** Searches for every string, whose entries must show it as text. */
async function search(page, base, file, counts) {
  await page.goto(base + file);
  await page.keyboard.press('/');
  const input = page.locator('dialog.search input');
  await input.waitFor();
  for (const { mark, text } of TAKEN) {
    await input.fill(mark);
    const found = await page.evaluate(() => {
      const list = document.querySelector('dialog.search ol');
      return { text: list.textContent, names: [...new Set([...list.querySelectorAll('*')].flatMap((element) => [element.localName, ...element.getAttributeNames()]))] };
    });
    const odd = found.names.filter((name) => !['li', 'a', 'href', 'small', 'b', 'span', 'mark'].includes(name));
    if (odd.length) find(`the search makes ${odd.join(', ')} of ${mark}`, file);
    counts.found += found.text.includes(text.trim()) ? 1 : 0;
  }
  if (await page.evaluate(() => 'hostile' in window)) find('a script of a string ran in the search', file);
}

/** Whether a string ran, or left something that would run. In the page. */
const traces = () => ({ flag: 'hostile' in window, on: [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()).filter((name) => /^on/i.test(name)).length });

/** What no page has, put into one: a check that is blind to it proves nothing. */
const BREAKS = [
  ['an element', /not built/, '</main>', '<b>x</b></main>'], ['an attribute', /not built/, '<main', '<main onclick="x"'], ['a comment', /a comment/, '</main>', '<!-- x --></main>'],
  ['an address', /not built/, 'href="', 'href="javascript:x'], ['a script', /of its own/, '</body>', '<script>1</script></body>'], ['a style', /of its own/, '</body>', '<style>x{}</style></body>'],
  ['an element in a chart', /svg holds/, '</svg>', '<script></script></svg>'], ['an address in a chart', /leads astray/, '</svg>', '<a href="javascript:x"></a></svg>'],
  ['an element in Markdown', /prose holds/, '<div class="prose">', '<div class="prose"><iframe></iframe>'], ['an address in Markdown', /leads astray/, '<div class="prose">', '<div class="prose"><a href="data:text/html,x">x</a>'],
];

async function seeing(browser, site) {
  const page = await (await browser.newContext({ bypassCSP: true })).newPage();
  await page.evaluate(prepare, { markdown: MARKDOWN, taken: TAKEN });
  const file = 'c00/2026-03/findings.html';
  const overview = 'c00/2026-03/index.html';
  for (const [name, wanted, from, to] of BREAKS) {
    const html = fs.readFileSync(path.join(site, from === '</svg>' ? overview : file), 'utf8');
    if (!html.includes(from)) find(`${from} is not there to be replaced`, file);
    const wrong = await page.evaluate(([plain, broken]) => { window.know('x', plain); return window.compare(broken, 'x', []).wrong; }, [html, html.replace(from, to)]);
    if (!wrong.some((what) => wanted.test(what))) find(`the check is blind to ${name}: ${wrong}`, file);
  }
  await page.goto(pathToFileURL(path.join(site, file)).href);
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.hostile = 1">'));
  await page.waitForFunction(() => 'hostile' in window, undefined, { timeout: 5000 }).catch(() => {});
  const seen = await page.evaluate(traces);
  if (!seen.flag || !seen.on) find('the check is blind to what runs', file);
  await page.context().close();
}

const browser = await launch();
const counts = { pages: 0, elements: 0, views: 0, found: 0 };
const shown = new Set();
try {
  await seeing(browser, path.join(twin, 'client'));
  const ofTwin = (file) => file.replace(/^c(\d+)/, (_, number) => `c0${number % 2}`);
  const inAudits = (file) => /^c\d/.test(file) ? ofTwin(file) : undefined;
  await read(browser, path.join(full, 'site'), path.join(twin, 'site'), inAudits, counts, shown);
  await read(browser, path.join(few, 'site'), path.join(twin, 'client'), (file) => file, counts, shown);
  await read(browser, path.join(few, 'single'), path.join(twin, 'single'), (file) => file, counts, shown);
  for (const { mark, text } of TAKEN) if (!shown.has(mark)) find(`no page shows ${JSON.stringify(text)}`, corpus);

  for (const folder of ['site', 'single']) {
    const base = `${pathToFileURL(path.join(few, folder)).href}/`;
    const pages = pagesOf(path.join(few, folder)).filter((file) => !/^rules/.test(file)).map((file, at) => [file, STRINGS[at % STRINGS.length]]);
    // what markup would run is to be seen, and not to be kept from running by the policy of the pages
    await inTabs(() => browser.newContext({ bypassCSP: true }), pages, (page, [file, string]) => use(page.context(), base, file, string, counts));
  }
  const context = await browser.newContext();
  const page = await context.newPage();
  const base = `${pathToFileURL(path.join(few, 'site')).href}/`;
  for (const file of ['c00/2026-03/index.html', 'c01/2026-03/index.html', 'index.html']) await search(page, base, file, counts);
  if (counts.found < 10) find(`the search finds ${counts.found} strings alone`, corpus);
} finally {
  await browser.close();
}
for (const [text, files] of [...findings].slice(0, 60)) console.log(`- ${text} (${files[0]}${files.length > 1 ? ` and ${files.length - 1} more` : ''})`);
console.log(`${TAKEN.length} strings as text, ${counts.pages} pages of ${counts.elements} elements built as their twins, ${counts.views} views used, ${counts.found} strings found by search; ${findings.size} findings`);
process.exitCode = findings.size ? 1 : 0;
