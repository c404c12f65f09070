/** What the vendors' pages print is kept as data, and belongs to operations of the specs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operationsOf, readSpec, root, vendors } from '@plumbline/scripts/spec';
import { describe, expect, it } from 'vitest';

interface Sample {
  readonly source: string;
  readonly operation: string;
  readonly part: 'request' | 'response';
  readonly status?: number;
}

describe.each(vendors)('%s', (vendor) => {
  const folder = join(root, 'specs', vendor, 'samples');
  const operations = new Map(operationsOf(readSpec(vendor)).map((operation) => [operation.id, operation]));

  it('keeps samples', () => {
    expect(existsSync(folder) && readdirSync(folder).length).toBeGreaterThan(0);
  });

  it.each(readdirSync(folder))('%s names its source and an operation of the spec', (file) => {
    const sample: Sample = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    expect(sample.source).toMatch(/§/);
    expect(operations.has(sample.operation)).toBe(true);
    expect(file.startsWith(`${sample.operation.replaceAll('/', '.')}.${sample.part}`)).toBe(true);
    if (sample.part === 'response') {
      expect(Object.keys(operations.get(sample.operation)?.responses ?? {})).toContain(String(sample.status));
    }
  });
});
