// Chromium, a static server, and work spread over several tabs.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

/** The browser to use, or nothing when there is none. */
export function chromiumPath() {
  if (process.env.CHROMIUM) return fs.existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : undefined;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, name);
      if (fs.existsSync(file)) return file;
    }
  }
  return undefined;
}

/** What is missing for the checks on this machine, in words. */
export function missingTools() {
  const missing = [];
  if (!chromiumPath()) missing.push('Chromium');
  if (spawnSync('java', ['-version']).status !== 0) missing.push('a Java runtime');
  return missing;
}

/** A browser that reaches nothing but this machine; each launch has a profile folder of its own. */
export function launch() {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox', // Chromium refuses to start as root with it, and the pages are our own
      '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
      '--disable-background-networking', '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.csv': 'text/csv; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8', '.woff2': 'font/woff2',
};

/** Serves a folder on 127.0.0.1 under a sub path, as plainly as a server can. */
export async function serve(folder) {
  const below = '/reports/this one/';
  const server = http.createServer((request, response) => {
    const wanted = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
    // Browsers ask for this by themselves when a page names no icon, which is for the check of heads to say.
    if (wanted === '/favicon.ico') return response.writeHead(204).end();
    const file = path.join(folder, wanted.slice(below.length));
    const inside = wanted.startsWith(below) && file.startsWith(folder + path.sep);
    return fs.readFile(inside ? file : '', (error, bytes) => {
      response.writeHead(error ? 404 : 200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
      response.end(error ? 'not there' : bytes);
    });
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const base = `http://127.0.0.1:${server.address().port}${encodeURI(below)}`;
  return { base, close: () => new Promise((closed) => { server.close(closed); server.closeAllConnections?.(); }) };
}

/** A copy of the folder under a name with a space, as a reader may have it. */
export function copyForReaders(folder) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'handoff-audit-'));
  const copy = path.join(fs.realpathSync(temporary), 'the report');
  fs.cpSync(folder, copy, { recursive: true });
  return { copy, remove: () => fs.rmSync(temporary, { recursive: true, force: true }) };
}

/**
 * Works off the items in as many tabs as the machine has cores, and one more for the waiting. A tab is used again
 * for the next item; each has a context of its own, so that what one page stores is not met by its neighbour.
 */
export async function inTabs(openContext, items, work) {
  const queue = [...items];
  const tabs = Math.min(queue.length, (os.availableParallelism?.() ?? os.cpus().length) + 1);
  await Promise.all(Array.from({ length: tabs }, async () => {
    const context = await openContext();
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    while (queue.length) {
      const item = queue.shift();
      await work(page, item).catch((error) => { throw new Error(`${item}: ${error.message}`, { cause: error }); });
    }
    await context.close();
  }));
}
