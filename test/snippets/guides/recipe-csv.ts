import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { pipeline } from 'node:stream/promises';
import { createMxAudience } from '@plumbline/mx-audience';

const mx = createMxAudience();

const audience = {
  id_or_slug: 'home_buyers',
  institution_public_id: 'INST-4B7E1D90',
};
const csv = mx.audiences.listMembers(audience, { accept: 'text/csv' }).stream();
await pipeline(csv, createWriteStream(`${tmpdir()}/members.csv`));
