// The check of the check: the small site in good/ must pass, and each way of breaking it must be found by the
// check that is there for it, for the right reason. A check that can not fail proves nothing.
//
//   node tests/browser/selftest.mjs [PART OF A NAME, OR A CHECK]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, missingTools } from './browser.mjs';
import { check } from './check.mjs';

const GOOD = fileURLToPath(new URL('good', import.meta.url));

const replace = (file, from, to) => ({ file, from, to });
const inMain = (html) => replace('index.html', '</main>', `${html}</main>`);
const inChart = (svg) => replace('index.html', '</svg>', `${svg}</svg>`);
const inStyle = (css) => replace('style.css', '@page', `${css}\n@page`);
const inScript = (js) => replace('page.js', "'use strict';", `'use strict';\n${js}`);
/** The site's own script is on trial, on three small pages of the good site. */
const SCRIPT = fileURLToPath(new URL('../../templates/assets/site.js', import.meta.url));
const inComforts = (from, to) => replace('site.js', from, to);

/** A name, the check that must fail, what it must say, and the edits that break the site. */
const CASES = [
  ['a link to nowhere', 'links', /a href="gone.html" leads to a file that is not there/, inMain('<a href="gone.html">x</a>')],
  ['an anchor to nowhere', 'links', /leads to an anchor that is not in leads\/one.html/, inMain('<a href="leads/one.html#gone">x</a>')],
  ['other letter case', 'links', /other letter case than the file leads\/one.html/, inMain('<a href="leads/One.html">x</a>')],
  ['a link from the root', 'links', /is not relative/, inMain('<a href="/index.html">x</a>')],
  ['a link out of the folder', 'links', /leads out of the folder/, inMain('<a href="../index.html">x</a>')],
  ['a link to a folder', 'links', /leads to a folder/, inMain('<a href="leads/">x</a>')],
  ['a picture from elsewhere', 'links', /img src="https:.*loads from outside/, inMain('<img src="https://example.com/a.png" alt="">')],
  ['an unknown file in a style sheet', 'links', /url\(\)="gone.woff2"/, inStyle('@font-face { font-family: X; src: url(gone.woff2) }')],
  ['an id twice', 'links', /id "numbers" is there 2 times/, inMain('<p id="numbers">x</p>')],
  ['a label from nowhere', 'links', /aria-labelledby="gone"/, inMain('<section aria-labelledby="gone">x</section>')],
  ['a policy that lets scripts in', 'heads', /allows scripts by 'unsafe-inline'/, replace('index.html', "script-src 'self'", "script-src 'self' 'unsafe-inline'")],
  ['a policy with a foreign host', 'heads', /lets img-src use https:/, replace('index.html', "img-src 'self'", "img-src 'self' https:")],
  ['no policy', 'heads', /no Content-Security-Policy/, replace('index.html', 'Content-Security-Policy', 'Refresh-Not')],
  ['an inline script', 'heads', /inline script/, inMain('<script>1</script>')],
  ['an inline style', 'heads', /inline style/, inMain('<style>p { color: red }</style>')],
  ['a style with another hash', 'heads', /inline style/, replace('index.html', "style-src 'self'", "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"), inMain('<style>p { color: red }</style>')],
  ['a data address to go to', 'links', /has the scheme data:/, inMain('<a href="data:text/plain,x">x</a>')],
  ['no index', 'heads', /there is no index.html/, { file: 'lost.html', copyOf: 'index.html' }, { file: 'index.html', gone: true }],
  ['a page that nobody links', 'heads', /can not be reached/, { file: 'lost.html', copyOf: 'index.html' }],
  ['an unclosed element', 'markup', /Unclosed element/, inMain('<div>x')],
  ['an unknown property', 'markup', /colr/, inStyle('p { colr: red }')],
  ['a broken picture', 'markup', /error/, replace('badge.svg', '</svg>', '')],
  ['a message', 'console', /log over HTTP: hello/, inScript("console.log('hello');")],
  ['an uncaught error', 'console', /uncaught from a disk: oh/, inScript("setTimeout(() => { throw new Error('oh'); });")],
  ['a style that the policy forbids', 'console', /Content Security Policy/, inMain('<p style="color: red">x</p>')],
  ['a request to elsewhere', 'network', /leaves the folder: http:\/\/example.com/,
    replace('index.html', "img-src 'self'", 'img-src *'), inScript("new Image().src = 'http://example.com/a.png';")],
  ['a request for a missing file', 'network', /fails: gone.png/, inScript("new Image().src = 'gone.png';")],
  ['a wide block on a phone', 'layout', /at 360 px p.wide reaches over/, inMain('<p class="wide">x</p>'), inStyle('.wide { width: 400px }')],
  ['overflow that is clipped', 'layout', /at 768 px p.wide reaches over/, inMain('<p class="wide">x</p>'), inStyle('.wide { width: 800px } body { overflow-x: hidden }')],
  ['a label on another', 'charts', /"2 captured" and "3 routed" overlap/, inChart('<text x="60" y="25">3 routed</text>')],
  ['a turned label on another', 'charts', /"2 captured" and "turned" overlap/, inChart('<text transform="translate(40 40) rotate(-80)">turned</text>')],
  ['a label over the edge', 'charts', /"far out" is cut/, inChart('<text x="280" y="20">far out</text>')],
  ['a label too long in a wide font', 'charts', /is cut at the edge of the chart in DejaVu Sans$/, inChart('<text x="165" y="90">Continued in time, or not</text>')],
  ['a picture with a cut label', 'charts', /alone label "Level 2 of 4" is cut/, replace('badge.svg', 'x="60"', 'x="100"')],
  ['a label too small to read', 'charts', /"Monday" is only 7.3 px high/, inStyle('.chart svg { max-width: 200px }')],
  ['no chart', 'charts', /no page has a chart/, replace('index.html', 'class="chart"', 'class="x"')],
  ['low contrast in the dark alone', 'axe', /color-contrast.* in dark/, inMain('<p class="pale">hard to read</p>'), inStyle('.pale { color: light-dark(#111, #444) }')],
  ['a text hard to read in the dark alone', 'contrast', /text p.pale has a contrast of .* in dark/, inMain('<p class="pale">hard to read</p>'), inStyle('.pale { color: light-dark(#111, #444) }')],
  ['a label on a mark of its own colour', 'contrast', /text text has a contrast of 1/, inChart('<rect class="fill-pass" x="50" y="80" width="80" height="20"/><text x="60" y="95">same</text>'), inStyle('.chart .fill-pass { fill: var(--ink) }')],
  ['a pale mark', 'contrast', /mark rect.fill-late has a contrast of .* in light/, inChart('<rect class="fill-late" x="50" y="80" width="80" height="20"/>'), inStyle('.chart .fill-late { fill: #e3b341 }')],
  ['a pale line', 'contrast', /mark path.stroke-late has a contrast of/, inChart('<path class="stroke-late" d="M20 90H100"/>'), inStyle('.chart .stroke-late { fill: none; stroke: #e3b341 }')],
  ['a picture without words', 'axe', /image-alt/, inMain('<img src="badge.svg">')],
  ['a list of nothing but text', 'axe', /list:/, inMain('<ul><div>x</div></ul>')],
  ['a choice that is not kept', 'theme', /lost when the page is loaded again/, replace('page.js', 'localStorage.setItem', 'void ')],
  ['a switch that switches nothing', 'theme', /does not lead from light to dark/, replace('style.css', 'color-scheme: dark;', '')],
  ['no dark look', 'theme', /looks the same/, replace('style.css', 'color-scheme: light dark', 'color-scheme: light')],
  ['no switch', 'theme', /no page has a switch/, replace('index.html', 'data-theme-switch', 'data-x'), replace('leads/one.html', 'data-theme-switch', 'data-x'), replace('page.js', 'button.hidden', 'if (0) button.hidden')],
  ['a part folded away on paper', 'print', /stays folded: "Each lead was/, replace('style.css', 'details::details-content { content-visibility: visible; }', '')],
  ['a scroller on paper', 'print', /div.scroller scrolls sideways/, replace('style.css', '.scroller { overflow: visible; }', 'table { width: 900px }')],
  ['a picture on a table', 'print', /in A4 (svg and table|table and svg) lie on each other/, inMain('<div class="both"><svg viewBox="0 0 9 9"/><table><tr><td>x</td></tr></table></div>'), inStyle('@media print { .both { display: grid } .both > * { grid-area: 1 / 1 } }')],
  ['a picture taller than a sheet', 'print', /in A4 svg is taller than a sheet/, inStyle('.chart svg { width: 600px; max-width: none; height: 1200px; }')],
  ['a picture that fits A4 alone', 'print', /in Letter svg is taller than a sheet/, inStyle('.chart svg { max-width: none; height: 970px; }')],
  ['a row that is cut', 'print', /a row of a table is cut/, inStyle('td { height: 400px; } td:last-child { height: 1400px; } tr { break-inside: auto; }'), replace('index.html', '<td>2 of 2</td>', '<td>2<br>of<br>2</td>'), inStyle('td { line-height: 400px }')],
  ['a heading at the end of a sheet', 'print', /a heading stands alone at the end on sheet 1/, inMain('<h2>Alone</h2><p class="next">x</p>'), inStyle('.next { break-before: page }')],
  ['a heading that is cut', 'print', /a heading is cut/, inMain('<h2 class="cut">One<br>two</h2>'), inStyle('.cut { line-height: 900px }')],
  ['a sheet with a line', 'print', /only \d % is filled on sheet 2 of 2/, inMain('<p class="next">x</p>'), inStyle('.next { break-before: page }')],
  ['text that a script writes', 'noscript', /missing without JavaScript: written later/, inScript("addEventListener('load', () => document.querySelector('main').append('written later'));")],
  ['no search', 'comfort', /the search has no button/, inComforts('button.hidden = false;\n  }\n\n  function keys', 'button.hidden = true;\n  }\n\n  function keys')],
  ['a search that forgets a file', 'comfort', /does not find "L-/, inComforts('search.split(" ")', '[]')],
  ['a search that cares for case', 'comfort', /does not find a (lead|finding) by its title/, inComforts('text.toLowerCase()', 'text')],
  ['a search that leads elsewhere', 'comfort', /does not find a finding by its title/, inComforts('new URL(href, base)', 'new URL("#" + href, base)')],
  ['a search without marks', 'comfort', /not highlighted/, inComforts('make("mark", ', 'make("i", ')],
  ['a search that counts wrong', 'comfort', /the search says "No match" for 1 matches/, inComforts('["none", "one"]', '["none", "none"]')],
  ['a search without a word for nothing', 'comfort', /nonsense shows 0 matches and says ""/, replace('dialogs.js', 'data-none=\\"No match\\"', 'data-none=\\"\\"')],
  ['arrows that lead nowhere', 'comfort', /an arrow does not lead/, inComforts('ArrowDown: 1', 'ArrowDown: 0')],
  ['a match that does not open', 'comfort', /Enter does not open/, inComforts('list.replaceChildren', 'list.onclick = (event) => event.preventDefault(), list.replaceChildren')],
  ['no key for the search', 'comfort', /the key \/ does not open/, inComforts('"/": ', '"!": ')],
  ['keys that act in fields', 'comfort', /keys act while somebody types|j acts in a field/, inComforts('"dialog[open], :is(input, select, textarea):not(dialog *)"', '"x"')],
  ['keys with modifiers', 'comfort', /Alt\+j leads to row/, inComforts('!event.altKey', 'true')],
  ['no help', 'comfort', /the key \? does not open/, inComforts('"?": ', '"!": ')],
  ['keys that cannot be switched off', 'comfort', /although they are switched off|keys act again/, inComforts(' || stored("keys") === "off"', '')],
  ['keys that come back', 'comfort', /keys act again/, inComforts('localStorage.setItem(key', 'localStorage.setItem("x" + key')],
  ['a dialog that stays', 'comfort', /Esc does not close/, inComforts('dialog.showModal();', 'dialog.showModal();\n    dialog.oncancel = (event) => event.preventDefault();')],
  ['a dialog that nobody can use', 'comfort', /in a dialog: label/, replace('dialogs.js', '<label>Search ', '<label>')],
  ['a filter that shows the wrong rows', 'comfort', /shows other rows/, inComforts('!item.dataset[name].split', 'item.dataset[name].split')],
  ['a filter without an address', 'comfort', /the address of a filter is/, inComforts('(used.length ? "?" + query : "")', '""')],
  ['an address that is not read', 'comfort', /shows other rows/, inComforts('name === place ? query', 'name === "x" ? query')],
  ['an address that leads to the top', 'comfort', /does not lead to it/, inComforts('?.scrollIntoView()', ''), replace('style.css', '.skip {', '#leads { margin-top: 2000px; }\n.skip {')],
  ['a filter that does not count', 'comfort', /does not say how many/, inComforts('replace("{n}", shown)', 'replace("{n}", "")'), replace('table.html', '{n} of 3', '{n} of the')],
  ['no way back from a filter', 'comfort', /going back does not/, inComforts('on(window, "hashchange"', 'on(window, "x"')],
  ['a filter that is not cleared', 'comfort', /shows all does not/, inComforts('go([]);', '')],
  ['a hidden thing that is named', 'comfort', /names a hidden item/, inComforts('location.hash.includes("?") ? apply() : arrive()', 'location.hash.includes("?") && apply()')],
  ['an order that is none', 'comfort', /the order arrived is not kept/, inComforts('rank(a) - rank(b)', '0')],
  ['no next lead', 'comfort', /j does not lead to the next/, inComforts('way > 0 ? "a[rel=next]"', 'way > 9 ? "a[rel=next]"')],
  ['a step too far', 'comfort', /k leads to row|j leads to row/, inComforts('at + way]', 'at + 1]')],
];

/** Good things that look like faults, so that no check cries over them. */
const HARMLESS = [
  ['links to the web, to mail, to the top', 'links', inMain('<a href="https://example.com/a?b=c#d">x</a> <a href="mailto:a@example.com">y</a> <a href="#top">z</a>')],
  ['a file to be saved', 'links', inMain('<a href="data:text/plain,x" download="x.txt">x</a>')],
  ['a wide table in a scroller', 'layout', inStyle('table { width: 900px }')],
  ['labels that may overlap', 'charts', inChart('<g data-overlap="ok"><text x="60" y="95">one</text><text x="62" y="95">two</text></g>')],
  ['turned labels side by side', 'charts', inChart('<text transform="translate(100 100) rotate(-45)">beside</text><text transform="translate(116 100) rotate(-45)">another</text>')],
  ['a pale mark with an outline', 'contrast', inChart('<rect class="fill-late" x="50" y="80" width="80" height="20"/>'), inStyle('.chart .fill-late { fill: #e3b341; stroke: #73540a } @media (prefers-color-scheme: dark) { .chart .fill-late { stroke: #fff } }')],
  ['a pale ground', 'contrast', inChart('<rect class="fill-late-tint" x="50" y="80" width="80" height="20"/>'), inStyle('.chart .fill-late-tint { fill: #888 } ')],
  ['a label that is not shown', 'charts', inChart('<text x="290" y="20" display="none">far out</text>')],
  ['a table over two sheets with its head on each', 'print', replace('index.html', '<tr><th scope="row">Claim', `${'<tr><th scope="row">More</th><td>2 of 2</td></tr>'.repeat(60)}<tr><th scope="row">Claim`)],
  ['newer CSS that the browser knows', 'markup', inStyle('.x { container-type: inline-size } @container (min-width: 1px) { .x { field-sizing: content } }')],
];

function brokenCopy(edits) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'handoff-audit-selftest-'));
  fs.cpSync(GOOD, folder, { recursive: true });
  fs.copyFileSync(SCRIPT, path.join(folder, 'site.js'));
  for (const { file, from, to, copyOf, gone } of edits) {
    if (gone) fs.rmSync(path.join(folder, file));
    if (gone) continue;
    const text = fs.readFileSync(path.join(folder, copyOf ?? file), 'utf8');
    if (!copyOf && !text.includes(from)) throw new Error(`${file} has no "${from}" to replace`);
    fs.writeFileSync(path.join(folder, file), copyOf ? text : text.replace(from, to));
  }
  return folder;
}

/** The faults are all on the first page, so that is the one the browser opens; the good site is opened whole. */
async function found(browser, only, edits) {
  const folder = brokenCopy(edits);
  try {
    const { report } = await check(folder, browser, { only, most: only ? 1 : 0, hasty: Boolean(only) });
    return report;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function main() {
  const missing = missingTools();
  if (missing.length) {
    console.error(`the browser check needs ${missing.join(' and ')}: ./tests/run installs it`);
    return 2;
  }
  const part = process.argv[2] ?? '';
  const browser = await launch();
  let passed = 0;
  let failed = 0;
  const say = (name, fault) => {
    if (fault) failed += 1;
    else passed += 1;
    if (fault) console.log(`FAIL ${name}\n${fault}`);
  };
  const queue = [];
  if (!part) {
    queue.push(async () => {
      const good = await found(browser, undefined, []);
      say('the good site passes everything', good.failed.length ? good.toString() : '');
    });
  }
  for (const [name, only, ...edits] of HARMLESS.filter(([name]) => name.includes(part))) {
    queue.push(async () => {
      const report = await found(browser, [only], edits);
      say(`harmless: ${name}`, report.failed.length ? report.toString() : '');
    });
  }
  for (const [name, only, reason, ...edits] of CASES.filter(([name, only]) => name.includes(part) || only === part)) {
    queue.push(async () => {
      const report = await found(browser, [only], edits);
      const right = report.of(only).some(({ text }) => reason.test(text));
      say(`${only}: ${name}`, right ? '' : `     wanted ${reason}, got\n${report}`);
    });
  }
  try {
    await Promise.all([1, 2].map(async () => {
      while (queue.length) await queue.shift()();
    }));
  } finally {
    await browser.close();
  }
  console.log('the browser check finds what it should:');
  console.log(`${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}

process.exitCode = await main();
