import { expect, it } from 'vitest';
import { normalizeMotionId } from './motion-id.ts';

const uuid = '3f2b8c1e-5a7d-4e9f-8b6a-1c2d3e4f5a6b';

it.each([[uuid], [`motion_${uuid}`], [uuid.toUpperCase()], [`motion_${uuid.toUpperCase()}`], [` ${uuid}\n`]])(
  'normalizeMotionId converts %j to the bare UUID in lower case',
  (id) => {
    expect(normalizeMotionId(id)).toBe(uuid);
  },
);

it.each([
  [''],
  ['..'],
  ['motion_'],
  [`motion_motion_${uuid}`],
  [`${uuid}/email-metrics`],
  [`${uuid}\n${uuid}`],
  [`../${uuid}`],
  [uuid.replaceAll('-', '')],
  [`{${uuid}}`],
  [undefined],
  [null],
  [5],
  [{}],
])('normalizeMotionId refuses %j', (id) => {
  expect(() => normalizeMotionId(id as string)).toThrow('`motionId` must be a UUID');
});
