/** Removes earlier recordings, so that the report covers this run alone. */
import { rmSync } from 'node:fs';
import { recordings } from '../recording.ts';

rmSync(recordings, { recursive: true, force: true });
