import { expect, it } from 'vitest';
import { createQuota, type Quota } from './retry-quota.ts';

const takeAll = (quota: Quota, failed: boolean): number => {
  let taken = 0;
  while (quota.take(failed)) taken++;
  return taken;
};

it('is enough for 100 retries after an answer, or 50 after none', () => {
  expect(takeAll(createQuota(), false)).toBe(100);
  expect(takeAll(createQuota(), true)).toBe(50);
});

it('gives nothing in part', () => {
  const quota = createQuota();
  takeAll(quota, false);
  for (let i = 0; i < 9; i++) quota.refund(false);
  expect(quota.take(true)).toBe(false);
  expect([quota.take(false), quota.take(false)]).toEqual([true, false]);
});

it('gets back what a retry cost when it helped, and a little for a call that needed none', () => {
  const quota = createQuota();
  takeAll(quota, false);
  quota.refund(true);
  expect(takeAll(quota, false)).toBe(1);
  for (let i = 0; i < 5; i++) quota.refund(false);
  expect(takeAll(quota, false)).toBe(1);
});

it('never grows beyond what it began with', () => {
  const quota = createQuota();
  for (let i = 0; i < 1000; i++) quota.refund(true);
  expect(takeAll(quota, true)).toBe(50);
});
