import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCorpus } from './run-corpus.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'));
  mkdirSync(join(folder, 'inner'));
  const paths = {
    '/a': { get: { operationId: 'a/get', responses: { 200: { description: 'ok' } } } },
    '/b': { get: { operationId: 'b/get', parameters: [{ $ref: '#/components/parameters/Gone' }], responses: {} } },
  };
  writeFileSync(join(folder, 'good.json'), JSON.stringify({ info: {}, paths, openapi: '3.1.0' }));
  writeFileSync(join(folder, 'inner', 'bad.yaml'), 'openapi: 3.1.0\npaths: {}\n');
  writeFileSync(join(folder, 'inner', 'part.yaml'), 'type: object\ndescription: "openapi: 3"\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('the corpus has a line for each document, the sums, and the reasons', async () => {
  const lines: string[] = [];
  await runCorpus({ folder, lint: false, compile: false, call: true, onLine: (line) => lines.push(line) });
  const text = lines.join('\n');
  expect(text).toMatch(/^\| good\.json \| 2 \| 1 \| 1 \| 0 \| [\d.]+ \| \d+ \|$/m);
  expect(text).toContain(
    '2 documents, 2 operations, 1 (50.0 %) methods, 1 (50.0 %) with their credentials (0 ask for some).',
  );
  expect(text).toContain('1 × good.json: Its parameter is `#/components/parameters/Gone`, which does not exist.');
  expect(text).toContain('bad.yaml: bad.yaml has no `paths`.');
  expect(text).not.toContain('part.yaml');
});
