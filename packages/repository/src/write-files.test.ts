import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from './repository.ts';
import { staleFiles, writeFiles } from './write-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'written-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [one, two] = [join(folder, 'one.md'), join(folder, 'new', 'two.md')];
const read = (path: string) => readFileSync(path, 'utf8');

it('writeFiles writes the files that change, names them, and can undo', () => {
  writeFileSync(one, 'before');
  const { changed, undo } = writeFiles([
    { path: one, text: 'after' },
    { path: two, text: 'made' },
  ]);
  expect(changed).toEqual([one, two].map((path) => relative(root, path)));
  expect([read(one), read(two)]).toEqual(['after', 'made']);
  undo();
  expect(read(one)).toBe('before');
  expect(readdirSync(join(folder, 'new'))).toEqual([]);
});

it('writeFiles leaves a file alone whose text is the same but for its line ends', () => {
  writeFileSync(one, 'a\r\nb\r\n');
  const { mtimeMs } = statSync(one);
  expect(staleFiles([{ path: one, text: 'a\nb\n' }])).toEqual([]);
  expect(writeFiles([{ path: one, text: 'a\nb\n' }]).changed).toEqual([]);
  expect(statSync(one).mtimeMs).toBe(mtimeMs);
});

it('writeFiles changes no file when one of them cannot be written', () => {
  writeFileSync(one, 'before');
  const files = [
    { path: one, text: 'after' },
    { path: join(one, 'within.md'), text: 'never' },
  ];
  expect(() => writeFiles(files)).toThrow();
  expect(read(one)).toBe('before');
  expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
});
