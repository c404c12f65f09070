import { expect, it } from 'vitest';
import { createComponentValidators } from './component-validators.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const tree = { type: 'object', required: ['kids'], properties: { kids: { type: 'array', items: ref('Tree') } } };

it('a value is checked against schemas that refer to themselves', () => {
  const fits = createComponentValidators({ Tree: tree });
  expect(fits(ref('Tree'), { kids: [{ kids: [] }] })).toBe(true);
  expect(fits(ref('Tree'), { kids: [{}] })).toBe(false);
});

it('a value is checked against components that were added since the last check', () => {
  const components: Record<string, object> = {};
  const fits = createComponentValidators(components as never);
  expect(fits({ type: 'string', format: 'date' }, 'today')).toBe(false);
  components.利用者 = { type: 'object', required: ['名前'] };
  expect(fits(ref('利用者'), { 名前: 1 })).toBe(true);
  expect(fits(ref('利用者'), {})).toBe(false);
});

it('a property may have the name of a keyword', () => {
  const fits = createComponentValidators({});
  const schema = { type: 'object', properties: { examples: { type: 'string' }, $ref: { type: 'string' } } };
  expect(fits(schema, { examples: 'a', $ref: 'b' })).toBe(true);
  expect(fits(schema, { examples: 1 })).toBe(false);
});

it('a format is read as strictly as by the sandbox', () => {
  const fits = createComponentValidators({});
  const schema = { type: 'string', format: 'date-time' };
  expect(fits(schema, '2015-07-17T08:42:58.315+00:00')).toBe(true);
  expect(fits(schema, '2015-07-17T08:42:58.315+0000')).toBe(false);
});
