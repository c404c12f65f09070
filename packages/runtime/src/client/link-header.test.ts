import { expect, it } from 'vitest';
import { findLink } from './link-header.ts';

it.each<[header: string, target: string]>([
  ['<https://a.test/x?page=2>; rel="next"', 'https://a.test/x?page=2'],
  ['<https://a.test/x>; rel="prev", <https://a.test/y>; rel="next"', 'https://a.test/y'],
  ['<y>;rel=next', 'y'],
  ['<y> ; REL = "NEXT"', 'y'],
  ['<y>; rel="prev next"', 'y'],
  ['<y>; title="a, b; rel=prev"; rel="next"', 'y'],
  ['<y>; title="say \\"<z>; rel=next\\", ok"; rel=next', 'y'],
  ['<a,b;c=d?e=f>; rel=next', 'a,b;c=d?e=f'],
  ['<y>; rel="next"; rel="prev"', 'y'],
  ["<y>; rel=next; title*=UTF-8''n%c3%a4chste", 'y'],
  [', , <y>; rel=next ,', 'y'],
  ['<y>; crossorigin; rel=next', 'y'],
  ['<  y  >; rel=next', 'y'],
  ['<>; rel=next', ''],
])('findLink finds the next page in %s', (header, target) => {
  expect(findLink(header)).toBe(target);
});

it.each([
  [''],
  ['<y>'],
  ['<y>; rel="prev"; rel="next"'],
  ['<y>; rel="nextpage"'],
  ['<y>; rel="x-next"'],
  ['<y>; title="rel=next"'],
  ['<y>; title="; rel=next'],
  ['<y; rel="next"'],
  ['y; rel="next"'],
  ['https://a.test/y; rel=next'],
  ['<y>; rel="next"; anchor="#elsewhere"'],
  ['<y>; rev="next"'],
  ['<y> rel=next'],
  ['<y>, rel=next'],
  ['rel=next'],
  ['"<y>; rel=next"'],
])('findLink finds no next page in %s', (header) => {
  expect(findLink(header)).toBeUndefined();
});

it.each(['<', '"', '\\"', ',', ';', '=', '<>', '""', ' ', '; rel=', '<x>; rel=prev, '])(
  'findLink reads a header of many %j in one pass',
  (part) => {
    expect(findLink(part.repeat(200_000))).toBeUndefined();
  },
);
