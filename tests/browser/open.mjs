// How long pages take to open from a disk: from the start of the navigation until all is loaded and the first frame is painted.
//
//   node tests/browser/open.mjs SITE_DIR PAGE …
//
// Each page is opened RUNS times with nothing cached; prints the median and the worst in milliseconds. A big audit to open comes from
//   KEEP=/tmp/big cargo bench --bench whole -- 1 10000
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

const RUNS = 7;

const [folder, ...pages] = process.argv.slice(2);
if (!pages.length) {
  console.error('usage: open.mjs SITE_DIR PAGE …');
  process.exit(2);
}
const browser = await launch();
for (const file of pages) {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(pathToFileURL(path.resolve(folder, file)).href);
    times.push(await page.evaluate(() => new Promise((done) => {
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
    })));
    await context.close();
  }
  times.sort((a, b) => a - b);
  console.log(`${file}: median ${Math.round(times[RUNS >> 1])} ms, worst ${Math.round(times.at(-1))} ms`);
}
await browser.close();
