import { createWriteStream, openAsBlob } from 'node:fs';
import { tmpdir } from 'node:os';
import { pipeline } from 'node:stream/promises';
import { createAcme } from '../acme-client.ts';

const acme = createAcme({ token: 'test' });
const path = import.meta.filename;
const received = new Response('bytes');

// #region blob
const file = await openAsBlob(path, { type: 'audio/mpeg' });
const { id } = await acme.files.create({ file, purpose: 'speech' });
// #endregion

// #region named
const bytes = new TextEncoder().encode('Hello');
await acme.files.create({
  file: { data: bytes, name: 'hello.txt', type: 'text/plain' },
  purpose: 'text',
});
// #endregion

// #region stream
const { body: data } = received; // of fetch, or a request to your server
if (!data) throw new Error('The recording is empty.');
const upload = { data, name: 'talk.mp3' };
await acme.files.create(
  { file: upload, purpose: 'speech' },
  { timeout: 600_000 },
);
// #endregion

// #region bytes
const content = await acme.files.download({ id }); // Uint8Array
console.log(content.byteLength);
// #endregion

// #region download
const target = createWriteStream(`${tmpdir()}/talk.mp3`);
await pipeline(acme.files.download({ id }).stream(), target);
// #endregion
