// References, read from the files without a browser: does each lead somewhere, and do the pages belong together?
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { textOf } from './site.mjs';

/** Attributes that hold one address; with `loads`, the browser fetches it by itself. */
const ADDRESSES = { href: false, src: true, poster: true, data: true, action: false, formaction: false, 'xlink:href': false, cite: false };
/** Attributes that name other elements of the page by id. */
const NAMES = [
  'for', 'headers', 'list', 'form', 'popovertarget', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns',
  'aria-details', 'aria-errormessage', 'aria-activedescendant', 'aria-flowto',
];
/** Tags whose href is a place to go to, not something to load. */
const GOES = new Set(['a', 'area']);

export function checkLinks(site, report) {
  const reached = new Map(site.pages.map((page) => [page, []]));
  for (const file of site.ending('.html', '.svg')) {
    const ids = site.ids(file);
    for (const [id, times] of ids) if (times > 1) report.add('links', `id "${id}" is there ${times} times`, file);
    for (const element of site.elements(file)) {
      for (const { url, loads, by } of referencesOf(element)) {
        // Browsers save what a link holds by itself, and refuse to go there.
        const saves = element.tag === 'a' && element.attrs.download !== undefined;
        const target = follow(site, report, file, url, loads, by, saves);
        if (target && reached.has(target) && reached.has(file)) reached.get(file).push(target);
      }
      for (const name of NAMES) {
        for (const id of (element.attrs[name] ?? '').split(/\s+/).filter(Boolean)) {
          report.count('links', 'names of elements');
          if (!ids.has(id)) report.add('links', `${name}="${id}" names an element that is not there`, file);
        }
      }
    }
  }
  for (const file of site.ending('.css')) for (const url of cssAddresses(site.text(file))) follow(site, report, file, url, true, 'url()');
  report.count('links', 'pages', site.pages.length);
  return reached;
}

function* referencesOf({ tag, attrs, node }) {
  for (const [name, loads] of Object.entries(ADDRESSES)) {
    if (attrs[name] === undefined) continue;
    yield { url: attrs[name], loads: loads || (name.endsWith('href') && !GOES.has(tag)), by: `${tag} ${name}` };
  }
  for (const part of (attrs.srcset ?? '').split(',').map((s) => s.trim()).filter(Boolean)) {
    yield { url: part.split(/\s+/)[0], loads: true, by: `${tag} srcset` };
  }
  if (tag === 'style') for (const url of cssAddresses(textOf(node))) yield { url, loads: true, by: 'style url()' };
  for (const [name, value] of Object.entries(attrs)) {
    if (/\burl\(/i.test(value)) for (const url of cssAddresses(value)) yield { url, loads: true, by: `${tag} ${name} url()` };
  }
}

/** The addresses in a style sheet: url(…) and @import. */
export function cssAddresses(css) {
  const found = [];
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, ' ');
  for (const m of plain.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*?))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/gi)) {
    found.push(m.slice(1).find((part) => part !== undefined));
  }
  return found;
}

/** Judges one address; returns the file it leads to, if it is one of the folder. */
function follow(site, report, from, url, loads, by, saves) {
  const wrong = (why) => void report.add('links', `${by}="${url.slice(0, 100)}" ${why}`, from);
  report.count('links', 'references');
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1].toLowerCase();
  if (scheme === 'data' && (loads || saves)) return undefined;
  if (scheme && loads) return wrong('loads from outside the folder');
  if (scheme === 'https' || scheme === 'http' || scheme === 'mailto' || scheme === 'tel') {
    report.count('links', 'of them to the web');
    return URL.canParse?.(url) === false ? wrong('is no address') : undefined;
  }
  if (scheme) return wrong(`has the scheme ${scheme}:`);
  if (/^\s*\//.test(url)) return wrong('is not relative');
  const [, where, , fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(url);
  if (where === '' && fragment === undefined) return wrong('is empty');
  let target;
  let id;
  try {
    target = where === '' ? from : path.posix.normalize(path.posix.join(path.posix.dirname(from), decodeURIComponent(where)));
    id = fragment && decodeURIComponent(fragment);
  } catch {
    return wrong('is badly encoded');
  }
  if (target.startsWith('../') || target === '..') return wrong('leads out of the folder');
  if (!site.set.has(target)) {
    const alike = site.files.find((file) => file.toLowerCase() === target.toLowerCase());
    if (alike) return wrong(`has other letter case than the file ${alike}`);
    return wrong(fs.existsSync(site.path(target)) ? 'leads to a folder; name the page' : 'leads to a file that is not there');
  }
  if (id && id !== 'top' && /\.(html|svg)$/.test(target) && !site.ids(target).has(id)) return wrong(`leads to an anchor that is not in ${target}`);
  return target;
}

/** Head, policy and reachability of every page. */
export function checkHeads(site, report, reached) {
  const titles = new Map();
  for (const page of site.pages) {
    const wrong = (text) => report.add('heads', text, page);
    const elements = site.elements(page);
    const first = (tag, test = () => true) => elements.find((element) => element.tag === tag && test(element.attrs));
    if (!/^<!doctype html>/i.test(site.text(page))) wrong('does not begin with <!doctype html>');
    if (!first('html')?.attrs.lang) wrong('html has no lang');
    const title = elements.filter(({ tag, node }) => tag === 'title' && node.parentNode.tagName === 'head').map(({ node }) => textOf(node).trim())[0];
    if (!title) wrong('has no title');
    titles.set(title, [...(titles.get(title) ?? []), page]);
    if (!/width=device-width/.test(first('meta', (a) => a.name === 'viewport')?.attrs.content)) wrong('meta viewport lacks width=device-width');
    if (!first('link', (a) => /\bicon\b/.test(a.rel))) wrong('names no icon, so that browsers ask for one outside the folder');
    const allowed = checkPolicy(first('meta', (a) => a['http-equiv']?.toLowerCase() === 'content-security-policy')?.attrs.content, wrong);
    for (const { tag, attrs, node } of elements) {
      const handler = Object.keys(attrs).find((name) => /^on[a-z]+$/.test(name));
      if (handler) wrong(`${tag} has an inline handler ${handler}`);
      const inline = ['script', 'style'].includes(tag) && attrs.src === undefined && (attrs.type ?? '') !== 'application/json' && textOf(node).trim();
      if (inline && !allowed?.has(hashOf(textOf(node)))) wrong(`has an inline ${tag}`);
      if (tag === 'script' && attrs.type === 'module') wrong('has a module script, which does not run from a disk');
      if (tag === 'iframe') wrong('has an iframe');
      if (tag === 'base') wrong('has a base element');
    }
  }
  for (const [title, pages] of titles) {
    if (title && pages.length > 1) report.add('heads', `${pages.length} pages have the title "${title}"`, pages[0]);
  }
  // Without an index each page is to stand alone: it needs and names no file, itself aside.
  const alone = !site.set.has('index.html') && site.pages.every((page) => isAlone(site, reached, page));
  if (alone) report.count('heads', 'pages that stand alone', site.pages.length);
  const seen = new Set(site.set.has('index.html') ? ['index.html'] : alone ? site.pages : []);
  if (!seen.size && site.pages.length) report.add('heads', 'there is no index.html');
  for (const page of seen) for (const next of reached.get(page) ?? []) seen.add(next);
  for (const page of site.pages) if (!seen.has(page)) report.add('heads', 'can not be reached from index.html', page);
  report.count('heads', 'pages', site.pages.length);
  if (!site.pages.length) report.add('heads', 'there is no page at all');
}

/** Whether a page refers to nothing but itself, what it holds, and the web. */
function isAlone(site, reached, page) {
  const outside = ({ url }) => !/^(#|[a-z][a-z0-9+.-]*:)/i.test(url);
  return reached.get(page).every((target) => target === page) && !site.elements(page).some((element) => [...referencesOf(element)].some(outside));
}

/** The text of a script or a style as a policy names it. */
function hashOf(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Judges a policy; returns what it allows scripts and styles by. */
function checkPolicy(policy, wrong) {
  if (!policy) return void wrong('has no Content-Security-Policy');
  const rules = new Map(policy.split(';').map((rule) => rule.trim().split(/\s+/)).map(([name, ...sources]) => [name, sources]));
  if (!rules.has('default-src')) wrong('policy has no default-src');
  const scripts = rules.get('script-src') ?? rules.get('default-src') ?? [];
  for (const source of scripts) if (/^'unsafe/.test(source) || source === 'data:' || source === '*') wrong(`policy allows scripts by ${source}`);
  for (const [name, sources] of rules) {
    for (const source of sources) if (source === '*' || /^(https?|wss?):|^[^']*\.[a-z]+/.test(source)) wrong(`policy lets ${name} use ${source}`);
  }
  return new Set([...scripts, ...(rules.get('style-src') ?? [])]);
}
