import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compilerFolder } from './compiler.ts';

/** Where "go to definition" leads: a file, and its line. */
export interface Place {
  readonly file: string;
  readonly line: string;
}

interface Message {
  readonly request_seq?: number;
  readonly body?: readonly { readonly file: string; readonly start: { readonly line: number } }[];
}

/** Asks TypeScript's server, as an editor does, where each of some names in a file is defined. The name is where it stands last. */
export async function definitionsOf(names: readonly string[], folder: string, file: string): Promise<Place[]> {
  const path = join(folder, file);
  const lines = readFileSync(path, 'utf8').split('\n');
  const tsserver = join(compilerFolder('typescript-5'), 'lib', 'tsserver.js');
  const server = spawn(process.execPath, [tsserver, '--disableAutomaticTypingAcquisition'], { cwd: folder });
  try {
    const send = (message: object) => server.stdin.write(`${JSON.stringify({ type: 'request', ...message })}\n`);
    send({ seq: 0, command: 'open', arguments: { file: path } });
    for (const [index, name] of names.entries()) {
      const line = lines.map((text) => text.includes(name)).lastIndexOf(true);
      const offset = (lines[line]?.lastIndexOf(name) ?? -1) + name.length;
      send({ seq: index + 1, command: 'definition', arguments: { file: path, line: line + 1, offset } });
    }
    const places: Place[] = [];
    for await (const text of createInterface(server.stdout)) {
      if (!text.startsWith('{')) continue;
      const { request_seq: answered = 0, body = [] }: Message = JSON.parse(text);
      if (answered === 0) continue;
      const [first] = body;
      if (!first) throw new Error(`TypeScript knows no definition of ${names[answered - 1]} in ${path}.`);
      places.push({ file: first.file, line: readFileSync(first.file, 'utf8').split('\n')[first.start.line - 1] ?? '' });
      if (places.length === names.length) return places;
    }
    throw new Error('The server of TypeScript ended before it had answered.');
  } finally {
    server.kill();
    await once(server, 'close');
  }
}
