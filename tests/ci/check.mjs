// Lets tools that others wrote read what the program tells other programs, and runs the steps of action.yml without GitHub.
//
//   node tests/ci/check.mjs PROGRAM      the built program, for the steps that call it
//
// Each check is also shown something wrong, which it has to find.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkAction } from './action.mjs';
import { checkFormats } from './formats.mjs';
import { checkWorkflows } from './workflows.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = path.resolve(process.argv[2] ?? path.join(root, 'target/debug/handoff-audit'));

const began = Date.now();
const checks = { ...checkFormats(root, program), ...checkWorkflows(root), ...checkAction(root, program) };
let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const start = Date.now();
  try {
    const said = await check();
    console.log(`ok      ${name}: ${said} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack ?? error}`);
  }
}
console.log(`${Object.keys(checks).length - failed} passed, ${failed} failed`, `in ${((Date.now() - began) / 1000).toFixed(1)} s`);
process.exit(failed === 0 ? 0 : 1);
