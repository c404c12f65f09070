import { expect, it } from 'vitest';
import { addCookie } from './cookie.ts';

it('addCookie joins cookies as one header', () => {
  expect(addCookie(undefined, 'a=1')).toBe('a=1');
  expect(addCookie('', 'a=1')).toBe('a=1');
  expect(addCookie('a=1', 'b=2')).toBe('a=1; b=2');
});
