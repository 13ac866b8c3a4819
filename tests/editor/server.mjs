// The YAML language server as an editor runs it: a process that speaks LSP over its standard streams.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import rpc from 'vscode-jsonrpc/node.js';

const PROGRAM = fileURLToPath(new URL('node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url));
/** How long an answer may take, in milliseconds: machines that test are busy. */
const PATIENCE = 60_000;

/** Starts a server for a folder. */
export async function start(folder) {
  const child = spawn(process.execPath, [PROGRAM, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  );
  const diagnostics = new Map();
  const waiting = new Map();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics: found }) => {
    diagnostics.set(uri, found);
    waiting.get(uri)?.(found);
  });
  // nothing of the editor's own settings; and no catalogue from the network
  const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false }, schemas: {} };
  connection.onRequest('workspace/configuration', ({ items }) => items.map(({ section }) => (section === 'yaml' ? yaml : {})));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const rootUri = pathToFileURL(folder).href;
  const asked = connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: path.basename(folder) }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        completion: { completionItem: { snippetSupport: false, documentationFormat: ['markdown'] } },
        hover: { contentFormat: ['markdown'] },
        publishDiagnostics: {},
      },
    },
  });
  await within(asked, 'initialize');
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml } });

  return {
    /** Opens a text under a path, and gives what the editor would underline. */
    async open(file, text) {
      const uri = pathToFileURL(file).href;
      const found = new Promise((resolve) => waiting.set(uri, resolve));
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
      return within(found, `the diagnostics of ${file}`);
    },
    /** Names that are proposed at a place, each with its words. */
    async complete(file, position) {
      const textDocument = { uri: pathToFileURL(file).href };
      const answer = await within(connection.sendRequest('textDocument/completion', { textDocument, position }), 'completion');
      const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
      return new Map(items.map(({ label, documentation }) => [label, documentation?.value ?? documentation ?? '']));
    },
    /** What is shown over a place. */
    async hover(file, position) {
      const textDocument = { uri: pathToFileURL(file).href };
      const answer = await within(connection.sendRequest('textDocument/hover', { textDocument, position }), 'hover');
      return answer?.contents?.value ?? '';
    },
    async stop() {
      await within(connection.sendRequest('shutdown'), 'shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
      child.kill();
    },
  };
}

/** The answer, or an end to waiting. */
function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE / 1000} s: ${what}`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
