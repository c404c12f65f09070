/** The vendors with their models. */
import type { VendorData } from '@plumbline/sandbox';
import magicbell from '@plumbline/spec-magicbell/sandbox';
import magnetiq from '@plumbline/spec-magnetiq/sandbox';
import magnify from '@plumbline/spec-magnify/sandbox';
import mxAudience from '@plumbline/spec-mx-audience/sandbox';
import { checkMagicBell } from './check-magicbell.ts';
import { checkMagnetiq } from './check-magnetiq.ts';
import { checkMagnify } from './check-magnify.ts';
import { checkMxAudience } from './check-mx-audience.ts';
import type { ModelCheck } from './model-check.ts';

interface VendorCheck {
  readonly vendor: string;
  readonly data: VendorData;
  readonly check: ModelCheck;
  /** How many sequences `npm test` tries. */
  readonly runs: number;
}

export const checks: readonly VendorCheck[] = [
  { vendor: 'magicbell', data: magicbell, check: checkMagicBell, runs: 20 },
  { vendor: 'magnetiq', data: magnetiq, check: checkMagnetiq, runs: 20 },
  { vendor: 'magnify', data: magnify, check: checkMagnify, runs: 20 },
  { vendor: 'mx-audience', data: mxAudience, check: checkMxAudience, runs: 20 },
];
