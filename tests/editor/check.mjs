// What an editor makes of audits: node check.mjs FOLDER
//
// Every file below FOLDER that names its schema in the first line is opened with the YAML language server, and must be without a
// complaint. Then `phone.yml` of the audit `my-client/2026-11`, as `handoff-audit new` writes it, is edited as a person would: names and
// words are proposed, a field explains itself, a wrong value is told. Ends with 1 where something of this does not hold.

import fs from 'node:fs';
import path from 'node:path';
import { start } from './server.mjs';

const folder = process.argv[2] && path.resolve(process.argv[2]);
if (!folder || !fs.existsSync(folder)) {
  console.error('node check.mjs FOLDER: a folder with audits whose files name their schemas');
  process.exit(2);
}

const failures = [];
const expect = (holds, words) => {
  if (!holds) failures.push(words);
};
const server = await start(folder);
let number = 0;

/** The folder of the audit that is edited. */
const audit = path.join(folder, 'my-client/2026-11');

/** Opens a text beside the audit's files; the first `|` in it is the cursor. */
async function typed(schema, body) {
  const text = `# yaml-language-server: $schema=../../.schema/${schema}.schema.json\n${body}`;
  const before = text.slice(0, text.indexOf('|')).split('\n');
  const position = { line: before.length - 1, character: before.at(-1).length };
  const file = path.join(audit, `typed-${++number}.yml`);
  const diagnostics = await server.open(file, text.replace('|', ''));
  return { file, position, diagnostics };
}

/** What is proposed at the cursor. */
async function proposed(schema, body) {
  const { file, position } = await typed(schema, body);
  return server.complete(file, position);
}

/** What is shown over the cursor. */
async function shown(schema, body) {
  const { file, position } = await typed(schema, body);
  return server.hover(file, position);
}

async function samples() {
  const names = fs.readdirSync(folder, { recursive: true }).filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.'));
  let opened = 0;
  for (const name of names.sort()) {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    if (!text.startsWith('# yaml-language-server:')) continue;
    const found = await server.open(path.join(folder, name), text);
    expect(found.length === 0, `${name}: ${found.map(({ message, range }) => `line ${range.start.line + 1}: ${message}`).join('; ')}`);
    opened += 1;
  }
  expect(opened >= 15, `only ${opened} files name their schema`);
  return opened;
}

async function completion() {
  const top = await proposed('channel', 'title: Phone calls\nkind: phone\n|');
  for (const name of ['sample', 'within', 'leads']) expect(top.has(name), `a channel's \`${name}\` is not proposed: ${[...top.keys()]}`);
  expect(top.get('within')?.includes('How long each step may take'), `\`within\` does not say what it is: ${top.get('within')}`);
  expect(!top.has('title'), 'a field that stands there already is proposed again');

  const kinds = await proposed('channel', 'title: Phone calls\nkind: |\n');
  for (const kind of ['phone', 'walk-in']) expect(kinds.has(kind), `the kind ${kind} is not proposed: ${[...kinds.keys()]}`);

  const lead = await proposed('channel', 'leads:\n  - id: P-01\n    |\n');
  for (const name of ['arrived', 'capture', 'close', 'staff_says']) expect(lead.has(name), `a lead's \`${name}\` is not proposed: ${[...lead.keys()]}`);

  const claim = await proposed('channel', 'leads:\n  - id: P-01\n    claim:\n      at: +3m\n      |\n');
  for (const name of ['owner', 'kind', 'on_duty']) expect(claim.has(name), `\`${name}\` of claim is not proposed: ${[...claim.keys()]}`);

  const systems = await proposed('audit', 'format: 1\nsystems:\n  crm:\n    |\n');
  expect(systems.has('of_record'), `a system's \`of_record\` is not proposed: ${[...systems.keys()]}`);
}

async function hover() {
  for (const [schema, body, words] of [
    ['channel', 'dead_a|fter: 24h\n', ['After this long a lead is dead', 'hours and minutes', '24h']],
    ['channel', 'leads:\n  - id: P-01\n    arri|ved: 2026-11-03 09:12\n', ['When it arrived', 'clock of 24 hours', '2026-03-04 10:00']],
    ['channel', 'leads:\n  - id: P-01\n    clo|se: {status: open, in: crm}\n', ['where the lead ended up', 'status: attended']],
    ['audit', 'gate:\n  fail:\n    unproven_ab|ove: 0.25\n', ['share of unproven verdicts', 'from 0 to 1']],
    ['brand', 'acc|ent: "#14697a"\n', ['colour of links', 'six digits']],
    ['private', 'leads:\n  P-01:\n    pho|ne: 202-555-0143\n', ['The phone number']],
  ]) {
    const text = await shown(schema, body);
    for (const word of words) expect(text.replaceAll('\\', '').includes(word), `over ${JSON.stringify(body)} stands no "${word}": ${JSON.stringify(text)}`);
  }
}

const STEPS = 'capture: never, claim: never, continue: never, confirm: never, close: never';

async function mistakes() {
  const channel = (rest) => `title: x\nkind: phone\nsample: {frame: All, method: random, selected: 1}\n${rest}\n|`;
  const lead = (steps) => channel(`leads:\n  - {id: P-01, arrived: 2026-11-03 09:12, ${steps}}`);
  for (const [body, line, word] of [
    [channel(`kind2: phone\nleads: []`), 4, 'kind2'],
    [`title: x\nkind: phnoe\nsample: {frame: All, method: random, selected: 1}\nleads: []\n|`, 2, 'phone'],
    [channel(`within: {claim: 15}\nleads: []`), 4, ''],
    [channel(`dead_after: 1 day\nleads: []`), 4, ''],
    [lead(STEPS.replace('claim: never', 'claim: {at: +3m, owner: Me, kind: persn, in: crm}')), 5, ''],
    [lead(STEPS.replace('close: never', 'close: nevr')), 5, ''],
    [lead(STEPS.replace('confirm: never, ', '')), 5, 'confirm'],
  ]) {
    const { diagnostics } = await typed('channel', body);
    const told = diagnostics.filter(({ range, message }) => range.start.line === line && message.includes(word));
    expect(told.length > 0, `no complaint on line ${line + 1} of ${JSON.stringify(body)}: ${JSON.stringify(diagnostics)}`);
  }
  for (const body of [lead(STEPS), lead(STEPS.replaceAll('never', 'TODO')), channel('within: {claim: TODO}\ndead_after: TODO\nvolume:\nleads: TODO')]) {
    const { diagnostics } = await typed('channel', body);
    expect(diagnostics.length === 0, `a complaint about ${JSON.stringify(body)}: ${JSON.stringify(diagnostics.map(({ message }) => message))}`);
  }
}

try {
  const opened = await samples();
  await completion();
  await hover();
  await mistakes();
  console.log(`editor: ${opened} files without a complaint; names, words and mistakes as expected`);
} catch (error) {
  failures.push(error.stack);
}
await server.stop().catch((error) => failures.push(error.stack));
if (failures.length > 0) {
  console.error(`editor: ${failures.length} things are wrong\n${failures.map((failure) => `- ${failure}`).join('\n')}`);
}
process.exit(failures.length > 0 ? 1 : 0);
