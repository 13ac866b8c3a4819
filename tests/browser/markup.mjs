// The Nu HTML checker over all pages, style sheets and SVG files, in one run.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const JAR = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

/**
 * What the checker says wrongly, each with its reason. Everything else counts, remarks included.
 * CSS it does not know is not listed here: the browser is asked instead (see `question`).
 */
const WRONG = [
  // It fetches nothing, so it can not match 'self', and works out no hash; the browser tests the policy in earnest.
  /^(Resource|Inline style|Inline script) violates Content Security Policy \(meta tag\)/,
];

export async function checkMarkup(site, report, browser) {
  const files = site.ending('.html', '.css', '.svg');
  const messages = files.length ? await nu(files.map((file) => site.path(file))) : [];
  const known = await ask(browser, messages.map((message) => question(message.message)).filter(Boolean));
  for (const message of messages) {
    const file = message.url ? path.relative(site.root, fileURLToPath(message.url)).split(path.sep).join('/') : '';
    if (message.type === 'non-document-error') throw new Error(`the Nu HTML checker stopped at ${file}: ${message.message}`);
    if (WRONG.some((pattern) => pattern.test(message.message))) continue;
    if (known.get(JSON.stringify(question(message.message)))) {
      report.count('markup', 'remarks on newer CSS that the browser knows');
      continue;
    }
    const near = message.extract ? `: ${message.extract.slice(0, 120)}` : '';
    report.add('markup', `${message.type} ${message.message}${near}`, file);
  }
  for (const suffix of ['.html', '.css', '.svg']) report.count('markup', `${suffix} files`, site.ending(suffix).length);
}

function nu(files) {
  // A deep stack, since the checker recurses into long pages.
  const args = ['-Xss16m', '-XX:+UseSerialGC', '-jar', JAR, '--stdout', '--format', 'json', '--exit-zero-always', '--also-check-css', '--also-check-svg'];
  return new Promise((done, failed) => {
    const java = spawn('java', [...args, ...files]);
    let output = '';
    let errors = '';
    java.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    java.stderr.setEncoding('utf8').on('data', (chunk) => (errors += chunk));
    java.on('error', (error) => failed(new Error(`java does not start: ${error.message}`)));
    java.on('close', () => {
      try {
        done(JSON.parse(output).messages);
      } catch {
        failed(new Error(`the Nu HTML checker gave no report: ${(errors || output).slice(0, 400)}`));
      }
    });
  });
}

/** The at-rules the checker may not know, each with a body for the browser to try. */
const AT_RULES = {
  '@page': '{ margin: 1cm; @bottom-right { content: counter(page) } }',
  '@property': '--x { syntax: "*"; inherits: false }',
  '@container': '(min-width: 1px) { a { color: red } }',
  '@layer': 'x { a { color: red } }',
  '@view-transition': '{ navigation: auto }',
};

/** What to ask the browser about a message on CSS: {property, value}, {rule}, or nothing. */
function question(message) {
  if (!message.startsWith('CSS: ')) return undefined;
  const rule = /Unrecognized at-rule “(@[\w-]+)”/.exec(message)?.[1];
  if (rule) return AT_RULES[rule] && { rule: `${rule} ${AT_RULES[rule]}` };
  const property = /Property “([\w-]+)” doesn't exist/.exec(message)?.[1];
  if (property) return { property, value: 'inherit' };
  const [, value, of] = /“([^”]+)” is not an? “([\w-]+)” value/.exec(message) ?? [];
  return value && { property: of, value };
}

async function ask(browser, questions) {
  const known = new Map();
  if (!questions.length) return known;
  const page = await browser.newPage();
  const answers = await page.evaluate((asked) => asked.map(({ rule, property, value }) => {
    if (property) return CSS.supports(property, value);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    return sheet.cssRules.length > 0;
  }), questions);
  await page.close();
  questions.forEach((asked, at) => known.set(JSON.stringify(asked), answers[at]));
  return known;
}
