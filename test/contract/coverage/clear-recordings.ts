/** Removes what was recorded before, so that the report tells of this run alone. */
import { rmSync } from 'node:fs';
import { recordings } from '../recording.ts';

rmSync(recordings, { recursive: true, force: true });
