/**
 * The bytes that a body accepts: those of the platform, and those of Node's modules, whose types differ where the types of browsers are
 * loaded too. Compiled, never run. `@ts-expect-error` marks a line that must not compile.
 */
import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { createReadStream, openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { ReadableStream as NodeStream } from 'node:stream/web';
import type { Binary, FileInput } from '@plumbline/runtime';

const converted = Readable.toWeb(createReadStream('talk.mp3'));
const opened = await openAsBlob('talk.mp3');
export const bodies: Binary[] = [
  converted,
  opened,
  new NodeBlob(['a']),
  new NodeFile(['a'], 'a.txt'),
  new NodeStream<Uint8Array>(),
  new ReadableStream<Uint8Array>(),
  new Response('a').body ?? new Blob(['a']),
  Buffer.from('a'),
  new Uint8Array(1),
  new Uint8Array(1).buffer,
  new DataView(new ArrayBuffer(1)),
];
export const files: FileInput[] = [...bodies, { data: converted, name: 'talk.mp3' }, { data: opened, type: undefined }];

// @ts-expect-error: Readable.toWeb makes a stream of the platform of it
export const stream: Binary = createReadStream('talk.mp3');
// @ts-expect-error: text has no bytes before it is encoded
export const text: Binary = 'a';
// @ts-expect-error: a stream of text
export const texts: Binary = new ReadableStream<string>();
// @ts-expect-error: a response has a body, which is bytes
export const response: Binary = new Response('a');
// @ts-expect-error: the data is required
export const empty: FileInput = { name: 'talk.mp3' };
