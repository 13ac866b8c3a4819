// The steps of action.yml, of the examples and of the release, read from their files and run here: nothing is copied.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import yaml from 'js-yaml';

const read = (file) => yaml.load(fs.readFileSync(file, 'utf8'));

/** Audits that are quickly built, without a problem and with warnings. */
const [SMALL, WARNED] = ['tests/valid/plain/audits', 'tests/output/hostile/audits'];

/** What `${{ … }}` stands for; the expressions in use mean the same in JavaScript. */
function evaluate(expression, contexts) {
  const bare = String(expression).replace(/^\$\{\{|\}\}$/g, '').trim();
  return new Function(...Object.keys(contexts), `return (${bare})`)(...Object.values(contexts));
}
const fill = (text, contexts) => String(text).replace(/\$\{\{(.*?)\}\}/g, (_, inner) => evaluate(inner, contexts) ?? '');

/** Instead of GitHub: a folder of comments. `gh api` lists, adds and changes them. */
const GH = `#!/usr/bin/env node
const fs = require('fs');
const store = process.env.FAKE_COMMENTS;
const [, , , ...args] = process.argv;
const at = (name) => { const i = args.indexOf(name); return i < 0 ? undefined : args[i + 1]; };
const address = args.find((one) => one.startsWith('repos/'));
const comments = JSON.parse(fs.readFileSync(store, 'utf8'));
if (process.env.FAKE_FORBIDDEN) { console.error('HTTP 403'); process.exit(1); }
const method = at('--method');
const body = method && fs.readFileSync(at('-F').replace(/^body=@/, ''), 'utf8');
if (method === 'POST') comments.push({ id: 100 + comments.length, body });
else if (method === 'PATCH') comments.find((one) => address.endsWith('/' + one.id)).body = body;
else for (const one of comments) console.log(one.id + '\\t' + one.body.split('\\n')[0]);
fs.writeFileSync(store, JSON.stringify(comments));
`;

class Runner {
  constructor(root, program, audits) {
    this.root = root;
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'action-'));
    this.work = path.join(this.folder, 'work');
    fs.cpSync(audits, path.join(this.work, 'audits'), { recursive: true });
    const bin = path.join(this.folder, 'bin');
    fs.mkdirSync(bin);
    fs.writeFileSync(path.join(bin, 'gh'), GH, { mode: 0o755 });
    fs.symlinkSync(program, path.join(bin, 'handoff-audit'));
    this.comments = path.join(this.folder, 'comments.json');
    fs.writeFileSync(this.comments, '[{"id": 7, "body": "Looks good to me"}]');
    this.env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, FAKE_COMMENTS: this.comments };
    this.program = program;
  }

  bash(script, env, options = ['-eo', 'pipefail']) {
    const run = spawnSync('bash', ['--noprofile', '--norc', ...options, '-c', script], {
      cwd: this.work, env: { ...this.env, ...env }, encoding: 'utf8',
    });
    return { code: run.status, text: run.stdout + run.stderr };
  }

  /** Runs the steps as GitHub would; `uses` are noted and left out. Ends at the first step that fails. */
  action(inputs = {}, env = {}) {
    const action = read(path.join(this.root, 'action.yml'));
    const given = { program: this.program, token: 'none', ...inputs };
    const contexts = {
      inputs: Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? input.default])),
      github: { event_name: 'pull_request', repository: 'acme/audits', event: { pull_request: { number: 5 } }, action_path: this.root },
      runner: { temp: this.folder },
      steps: {},
    };
    const done = { used: [], summary: '', text: '', code: 0 };
    for (const step of action.runs.steps) {
      if (step.if && !evaluate(step.if, contexts)) continue;
      if (step.uses) {
        done.used.push({ ...step, with: Object.fromEntries(Object.entries(step.with).map(([k, v]) => [k, fill(v, contexts)])) });
        continue;
      }
      assert.ok(!step.run.includes('${{'), `${step.name}: an expression inside a script lets texts become commands`);
      const [output, summary] = ['output', 'summary'].map((name) => path.join(this.folder, name));
      [output, summary].forEach((file) => fs.writeFileSync(file, ''));
      const values = Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value, contexts)]);
      const { code, text } = this.bash(step.run, { ...Object.fromEntries(values), ...env, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary });
      const lines = fs.readFileSync(output, 'utf8').split('\n').filter(Boolean).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
      if (step.id) contexts.steps[step.id] = { outputs: Object.fromEntries(lines) };
      done.summary += fs.readFileSync(summary, 'utf8');
      done.text += text;
      done.code = code;
      if (code !== 0) break;
    }
    done.outputs = Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, fill(value, contexts)]));
    return done;
  }

  posted() {
    return JSON.parse(fs.readFileSync(this.comments, 'utf8')).slice(1);
  }

  end() {
    fs.rmSync(this.folder, { recursive: true });
  }
}

export const checkAction = (root, program) => ({
  'the steps of the action': () => {
    for (const [audits, outcome, code] of [
      [SMALL, 'fine', 0],
      [WARNED, 'gate', 3],
      ['tests/output/broken/audits', 'problems', 1],
    ]) {
      const runner = new Runner(root, program, path.join(root, audits));
      const first = runner.action();
      assert.equal(first.code, code, first.text);
      assert.equal(first.outputs.outcome, outcome);
      assert.match(first.text, /Problems of the files: \d+ errors?/);
      assert.match(first.summary, /^## Handoff audit: /);
      assert.equal(JSON.parse(fs.readFileSync(first.outputs.sarif, 'utf8')).version, '2.1.0');
      assert.match(fs.readFileSync(first.outputs.junit, 'utf8'), /^<\?xml/);
      const kept = first.used.map((step) => [step.uses.split('@')[0], step.with.path]);
      assert.deepEqual(kept, outcome === 'problems' ? [] : [['actions/upload-artifact', 'site']]);
      assert.equal(fs.existsSync(path.join(runner.work, 'site/index.html')), outcome !== 'problems');
      assert.deepEqual(runner.posted().map(({ body }) => body), [`<!-- handoff-audit: audits -->\n${first.summary}`]);
      if (outcome === 'fine') {
        // the second run changes its own comment, and nobody else's
        fs.writeFileSync(runner.comments, JSON.stringify([{ id: 7, body: 'x' }, { id: 8, body: '<!-- handoff-audit: audits -->\nold' }]));
        assert.equal(runner.action().code, code);
        assert.deepEqual(runner.posted(), [{ id: 8, body: `<!-- handoff-audit: audits -->\n${first.summary}` }]);
      }
      runner.end();
    }
    return '3 outcomes';
  },

  'the action where it may not comment, is strict, or the machine fails': () => {
    const runner = new Runner(root, program, path.join(root, SMALL));
    const forbidden = runner.action({}, { FAKE_FORBIDDEN: '1' });
    assert.equal(forbidden.code, 0, forbidden.text);
    assert.match(forbidden.text, /::notice title=No comment::/);
    assert.deepEqual(runner.action({ comment: 'false', artifact: '' }).used, []);
    assert.deepEqual(runner.posted(), []);
    assert.equal(runner.action({ strict: 'true' }).outputs.outcome, 'fine');
    assert.equal(runner.action({ audits: 'audits; exit 0' }).outputs.outcome, 'problems', 'a hostile name is a name');
    assert.equal(runner.action({ site: 'audits' }).code, 2, 'a site among the audits is refused');
    runner.end();
    const warned = new Runner(root, program, path.join(root, WARNED));
    assert.equal(warned.action({ strict: 'true' }).outputs.outcome, 'problems');
    warned.end();
    return '6 runs';
  },

  'the examples for GitLab and pre-commit': () => {
    const runner = new Runner(root, program, path.join(root, SMALL));
    fs.writeFileSync(path.join(runner.folder, 'bin/cargo'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
    const jobs = read(path.join(root, 'docs/ci-examples/gitlab.yml'));
    for (const line of jobs.audits.script) assert.equal(runner.bash(line, {}).code, 0, line);
    for (const file of [...jobs.audits.artifacts.paths, jobs.audits.artifacts.reports.junit]) assert.ok(fs.existsSync(path.join(runner.work, file)), file);
    for (const line of jobs.pages.script) assert.equal(runner.bash(line, {}).code, 0, line);
    assert.ok(fs.existsSync(path.join(runner.work, jobs.pages.artifacts.paths[0], 'index.html')));

    const [hook] = read(path.join(root, '.pre-commit-hooks.yaml'));
    const [{ hooks: [used] }] = read(path.join(root, 'docs/ci-examples/pre-commit.yaml')).repos;
    assert.equal(used.id, hook.id);
    const warned = new Runner(root, program, path.join(root, WARNED));
    assert.equal(warned.bash(hook.entry, {}).code, 0);
    assert.equal(warned.bash([hook.entry, ...used.args].join(' '), {}).code, 1, 'these audits have warnings');
    [runner, warned].forEach((one) => one.end());
    return 'their lines run';
  },

  'what a release packs': () => {
    const runner = new Runner(root, program, path.join(root, SMALL));
    const built = path.join(runner.folder, 'built');
    fs.mkdirSync(built);
    fs.writeFileSync(path.join(built, 'handoff-audit'), '#!/bin/sh\necho handoff-audit 0\n', { mode: 0o755 });
    const target = 'x86_64-unknown-linux-musl';
    const sbom = path.join(runner.folder, 'sbom.json');
    fs.writeFileSync(sbom, '{}\n');
    const pack = runner.bash(`"${root}/.github/pack" ${target} "${built}" "${sbom}" packed`, {});
    assert.equal(pack.code, 0, pack.text);
    const look = runner.bash(`cd packed && sha256sum --check ./*.sha256 && tar -tzf handoff-audit-${target}.tar.gz | sort`, {});
    const names = ['', 'LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'handoff-audit'].map((name) => `handoff-audit-${target}/${name}`);
    const checked = ['cdx.json', 'tar.gz'].map((ending) => `handoff-audit-${target}.${ending}: OK`);
    assert.equal(look.text, `${[...checked, ...names].join('\n')}\n`);
    assert.match(runner.bash(`tar -xzf packed/*.gz && handoff-audit-${target}/handoff-audit --version`, {}).text, /^handoff-audit \d/);
    runner.end();
    return 'an archive and a list of what is in it, whose checksums hold';
  },
});
