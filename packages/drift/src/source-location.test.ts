import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { escapeKey } from '@plumbline/spec-tools/document/pointer';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { expect, it } from 'vitest';
import { createLocator } from './source-location.ts';

it.each(vendors)('the locator finds the YAML of every schema and response of %s', (vendor) => {
  const document = readSpec(vendor);
  const locate = createLocator(join(root, 'specs', vendor));
  const { components } = document as unknown as { components: { schemas: Record<string, { properties?: object }> } };
  const schemas = Object.entries(components.schemas).flatMap(([name, { properties = {} }]) =>
    ['', ...Object.keys(properties).map((property) => `/properties/${escapeKey(property)}`)].map(
      (rest) => `/components/schemas/${name}${rest}`,
    ),
  );
  const responses = operationsOf(document).flatMap(({ path, method, responses: declared }) =>
    Object.keys(declared).map((status) => `/paths/${escapeKey(path)}/${method.toLowerCase()}/responses/${status}`),
  );
  expect(schemas.length * responses.length).toBeGreaterThan(0);
  for (const pointer of [...schemas, ...responses]) expect(locate(pointer), pointer).toBeDefined();
});

it('the locator gives the line', () => {
  const pointer = '/components/schemas/MotionData/required';
  const { file = '', line = 0 } = createLocator(join(root, 'specs', 'magnify'))(pointer) ?? {};
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  expect(lines[line - 1]).toBe('  required: [id, name, version, createdAt, createdBy, state]');
});

it('the locator gives the parent of a missing part, and nothing for an unknown component', () => {
  const locate = createLocator(join(root, 'specs', 'magnify'));
  const added = locate('/components/schemas/MotionData/properties/added');
  expect(added).toEqual(locate('/components/schemas/MotionData/properties'));
  expect(locate('/components/schemas/Unknown/properties/added')).toBeUndefined();
});
