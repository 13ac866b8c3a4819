// Checks a built site as its readers meet it.
//
//   node tests/browser/check.mjs SITE_DIR [--pages N] [--only links,axe,…]
//
// Files are always checked whole; the browser opens at most N pages (0: all), every kind of page among them.
// Prints a line for each check and ends with 1 when one of them found something, with 2 when it could not run.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, missingTools } from './browser.mjs';
import { checkHeads, checkLinks } from './links.mjs';
import { checkMarkup } from './markup.mjs';
import { CHECKS, Report } from './report.mjs';
import { Site } from './site.mjs';
import { visit } from './visit.mjs';

/** As many pages as two cores open in about six minutes. */
const MOST_PAGES = 120;

/** Runs the checks named in `only` (all by default) over a folder, with a browser that is already there. In haste, one finding is enough. */
export async function check(folder, browser, { only, most = MOST_PAGES, hasty = false } = {}) {
  const site = new Site(folder);
  const report = new Report(only);
  const pages = site.sample(most);
  if (report.wants('links', 'heads')) checkHeads(site, report, checkLinks(site, report));
  // The HTML checker keeps one core busy while the browser works on the other.
  await Promise.all([
    report.wants('markup') ? checkMarkup(site, report, browser) : undefined,
    report.wants('console', 'network', 'layout', 'charts', 'axe', 'contrast', 'theme', 'print', 'noscript', 'comfort') ? visit(site, report, browser, pages, hasty) : undefined,
  ]);
  return { report, site, pages };
}

function refuse(why) {
  console.error(why);
  return 2;
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { pages: { type: 'string' }, only: { type: 'string' } } });
  const [folder] = positionals;
  const only = values.only?.split(',');
  const unknown = only?.find((name) => !(name in CHECKS));
  if (unknown) return refuse(`there is no check ${unknown}; there are ${Object.keys(CHECKS).join(', ')}`);
  if (!folder) return refuse('usage: check.mjs SITE_DIR [--pages N] [--only links,axe,…]');
  if (!fs.existsSync(folder)) return refuse(`there is no folder ${folder}`);
  const missing = missingTools();
  if (missing.length) return refuse(`the browser check needs ${missing.join(' and ')}: ./tests/run installs it`);
  const began = Date.now();
  const browser = await launch();
  try {
    const { report, site, pages } = await check(folder, browser, { only, most: values.pages === undefined ? undefined : Number(values.pages) });
    const some = pages.length < site.pages.length ? `the browser opened ${pages.length} of ${site.pages.length} pages: some of every kind` : `the browser opened all ${pages.length} pages`;
    console.log(`${some}; ${Math.round((Date.now() - began) / 1000)} s, Chromium ${browser.version()}`);
    console.log(report.toString());
    return report.failed.length ? 1 : 0;
  } finally {
    await browser.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main().catch((error) => refuse(`the check could not be finished: ${error.message}`));
}
