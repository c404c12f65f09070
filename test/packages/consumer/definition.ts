import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { installedFolder } from './compiler.ts';

/** A definition: its file and the text of its line. */
export interface Definition {
  readonly file: string;
  readonly line: string;
}

interface Message {
  readonly request_seq?: number;
  readonly body?: readonly { readonly file: string; readonly start: { readonly line: number } }[];
}

/** Asks TypeScript's server, as an editor does, for the definitions of names in a file. The last occurrence of a name counts. */
export async function definitionsOf(names: readonly string[], folder: string, file: string): Promise<Definition[]> {
  const path = join(folder, file);
  const lines = readFileSync(path, 'utf8').split('\n');
  const tsserver = join(installedFolder('typescript-5'), 'lib', 'tsserver.js');
  const server = spawn(process.execPath, [tsserver, '--disableAutomaticTypingAcquisition'], { cwd: folder });
  try {
    const send = (message: object) => server.stdin.write(`${JSON.stringify({ type: 'request', ...message })}\n`);
    send({ seq: 0, command: 'open', arguments: { file: path } });
    for (const [index, name] of names.entries()) {
      const line = lines.map((text) => text.includes(name)).lastIndexOf(true);
      const offset = (lines[line]?.lastIndexOf(name) ?? -1) + name.length;
      send({ seq: index + 1, command: 'definition', arguments: { file: path, line: line + 1, offset } });
    }
    const definitions: Definition[] = [];
    for await (const text of createInterface(server.stdout)) {
      if (!text.startsWith('{')) continue;
      const { request_seq: request = 0, body = [] }: Message = JSON.parse(text);
      if (request === 0) continue;
      const [first] = body;
      if (!first) throw new Error(`TypeScript finds no definition of ${names[request - 1]} in ${path}.`);
      definitions.push({
        file: first.file,
        line: readFileSync(first.file, 'utf8').split('\n')[first.start.line - 1] ?? '',
      });
      if (definitions.length === names.length) return definitions;
    }
    throw new Error('the TypeScript server ended before it responded to each request');
  } finally {
    server.kill();
    await once(server, 'close');
  }
}
