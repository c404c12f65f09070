import { expect, it } from 'vitest';
import * as testing from './index.ts';

it('@plumbline/runtime/testing exports these names', () => {
  expect(Object.keys(testing).sort()).toEqual([
    'ManualClock',
    'chunked',
    'networkError',
    'rateLimited',
    'recordingFetch',
    'stalled',
    'truncated',
  ]);
});
