import { describe, expect, it } from 'vitest';
import { fill } from './fill.ts';
import { accepts, type JsonSchema } from './json-schema.ts';
import type { Medium } from './variation.ts';
import { variationsOf } from './variations.ts';

/** The variations for a keyword, inside and outside its constraint. */
function around(keyword: string, schema: JsonSchema, example?: unknown, medium?: Medium) {
  const found = [...variationsOf(schema, fill(schema, example), medium)].filter((one) => one.keyword === keyword);
  const valuesOf = (valid: boolean) => found.filter((one) => one.valid === valid).map(({ value }) => value);
  return { inside: valuesOf(true), outside: valuesOf(false) };
}

const text = (length: number) => 'x'.repeat(length);

describe('variationsOf', () => {
  it.each<[keyword: string, schema: JsonSchema, example: unknown, inside: unknown[], outside: unknown[]]>([
    ['type', { type: 'string' }, 'a', [], [null, true, 1, 1.5, [], {}]],
    ['type', { type: 'integer' }, 3, [], [null, true, 1.5, '1', [], {}]],
    ['type', { type: 'number' }, 3, [0.5], [null, true, '1', [], {}]],
    ['type', { type: 'boolean' }, true, [true, false], [null, 1, 1.5, 'true', [], {}]],
    ['type', { type: ['string', 'null'] }, 'a', ['text', null], [true, 1, 1.5, [], {}]],
    ['enum', { type: 'string', enum: ['a', 'B'] }, 'a', ['a', 'B'], ['ax', 'A', 'Bx', 'b']],
    ['const', { const: 'v2' }, 'v2', ['v2'], ['v2x', 'V2']],
    ['minimum', { type: 'integer', minimum: 1 }, 5, [1], [0]],
    ['minimum', { type: 'number', minimum: 1 }, 5, [1], [0.5]],
    ['maximum', { type: 'integer', maximum: 100 }, 5, [100], [101]],
    ['exclusiveMinimum', { type: 'integer', exclusiveMinimum: 1 }, 5, [2], [1]],
    ['exclusiveMaximum', { type: 'number', exclusiveMaximum: 9 }, 5, [8.5], [9]],
    ['multipleOf', { type: 'integer', multipleOf: 5, minimum: 10 }, 10, [15], [16]],
    ['multipleOf', { type: 'number', multipleOf: 0.5 }, 1, [0.5], [0.75]],
    ['minLength', { type: 'string', minLength: 3 }, 'abcd', ['abc'], ['ab']],
    ['minLength', { type: 'string' }, 'a', [''], []],
    ['maxLength', { type: 'string', maxLength: 3 }, 'ab', ['abx', '🙂🙂🙂'], ['abxx']],
    ['pattern', { type: 'string', pattern: '^[a-z]{2}$' }, 'ab', ['ab'], ['ab!', '!ab', 'b', 'a', 'AB', '']],
    ['format', { type: 'string', format: 'email' }, 'a@b.org', ['mary@example.com'], ['mary', 'mary@', '@example.com']],
    ['minItems', { type: 'array', items: {}, minItems: 1 }, [7], [[7]], [[]]],
    ['minItems', { type: 'array', items: {} }, [7], [[]], []],
    ['maxItems', { type: 'array', items: {}, maxItems: 2 }, [7], [[7, 7]], [[7, 7, 7]]],
    ['uniqueItems', { type: 'array', items: {}, uniqueItems: true }, [7], [], [[7, 7]]],
    ['uniqueItems', { type: 'array', items: {} }, [7], [[7, 7]], []],
    [
      'required',
      { type: 'object', required: ['a'], properties: { a: {}, b: {} } },
      { a: 1, b: 2 },
      [{ a: 1 }],
      [{ b: 2 }],
    ],
    ['additionalProperties', { type: 'object', additionalProperties: false }, {}, [], [{ undeclared: 'text' }]],
    ['additionalProperties', { type: 'object' }, {}, [{ undeclared: 'text' }], []],
    ['minProperties', { type: 'object', minProperties: 1 }, {}, [{ property1: 'text' }], [{}]],
    ['maxProperties', { type: 'object', maxProperties: 1 }, { a: 1 }, [{ a: 1 }], [{ a: 1, property0: 'text' }]],
    [
      'propertyNames',
      { type: 'object', propertyNames: { enum: ['a'] } },
      {},
      [{ a: 'text' }],
      [{ ax: 'text' }, { A: 'text' }],
    ],
    ['not', { type: 'object', not: { required: ['a'] } }, { b: 1 }, [{ b: 1 }], [{ a: 'text', b: 1 }]],
  ])('variationsOf meets and breaks %s in %j', (keyword, schema, example, inside, outside) => {
    expect(around(keyword, schema, example)).toEqual({ inside, outside });
    if (keyword === 'format') return;
    for (const value of inside) expect(accepts(schema, value), JSON.stringify(value)).toBe(true);
    for (const value of outside) expect(accepts(schema, value), JSON.stringify(value)).toBe(false);
  });
});

describe('lengths', () => {
  it('lengths are in code points', () => {
    const { inside, outside } = around('maxLength', { type: 'string', maxLength: 2 }, '🙂');
    expect(inside).toEqual(['🙂x', '🙂🙂']);
    expect(outside).toEqual(['🙂xx']);
  });

  it('a URI of another length is still a URI', () => {
    const { inside } = around('maxLength', { type: 'string', format: 'uri', maxLength: 30 }, 'https://example.com/');
    expect(inside).toEqual([`https://example.com/${text(10)}`]);
  });
});

describe('places', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      user: { type: 'object', properties: { names: { type: 'array', items: { type: 'string', maxLength: 2 } } } },
    },
  };
  const example = { id: 7, user: { names: ['ab', 'c'], age: 3 } };

  it('nested places are varied and their siblings are unchanged', () => {
    const { outside } = around('maxLength', schema, example);
    expect(outside).toEqual([{ id: 7, user: { names: ['abx', 'c'], age: 3 } }]);
  });

  it('a variation describes its place and its change', () => {
    const [found] = [...variationsOf(schema, example)].filter(
      ({ keyword, valid }) => keyword === 'maxLength' && !valid,
    );
    expect(`${found?.path} ${found?.change}`).toBe('user.names[0] has 3 characters');
  });

  it('places that the example lacks are filled first', () => {
    expect(around('maxLength', schema, {}).outside).toEqual([{ user: { names: ['tex'] } }]);
  });
});

it('in a large schema, a component is varied in one place, and its type in the others', () => {
  const component: JsonSchema = {
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'string', maxLength: 5 } },
  };
  const ofCount = (count: number): JsonSchema => ({
    type: 'object',
    properties: Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, component])),
  });
  const pathsOf = (count: number, keyword: string) => {
    const schema = ofCount(count);
    const all = [...variationsOf(schema, fill(schema))].filter((one) => one.keyword === keyword && !one.valid);
    return new Set(all.map(({ path }) => path));
  };
  expect(pathsOf(50, 'maxLength').size).toBe(50);
  expect(pathsOf(120, 'maxLength')).toEqual(new Set(['p0.a']));
  expect(pathsOf(120, 'type').size).toBe(122);
});

describe('unions', () => {
  const email: JsonSchema = {
    type: 'object',
    required: ['email'],
    properties: { email: { type: 'string', maxLength: 3 } },
  };
  const topic: JsonSchema = {
    type: 'object',
    required: ['topic'],
    properties: { topic: { const: 'all' } },
    additionalProperties: false,
  };

  it('each variant of a union is varied, also those that the example does not match', () => {
    const schema: JsonSchema = { anyOf: [email, topic] };
    expect(around('maxLength', schema, { topic: 'all' }).outside).toEqual([{ email: 'texx' }]);
    expect(around('const', schema, { email: 'a' }).outside).toEqual([{ topic: 'allx' }, { topic: 'ALL' }]);
  });

  it('a union accepts a value that another variant accepts', () => {
    const open: JsonSchema = { anyOf: [{ type: 'string', enum: ['a'] }, { type: 'string' }] };
    expect(around('enum', open, 'a')).toEqual({ inside: ['ax', 'A'], outside: [] });
    expect(around('type', open, 'a').outside).toEqual([null, true, 1, 1.5, [], {}]);
  });

  it('a union of which a part was left out says only what is sure', () => {
    const codes: JsonSchema = {
      type: 'object',
      required: ['codes'],
      properties: { codes: { type: 'array', items: email } },
    };
    const schema: JsonSchema = { anyOf: [{ type: 'object', partial: true }, codes] };
    const valid = [...variationsOf(schema, {})].filter((one) => one.valid).map(({ value }) => value);
    expect(valid).toContainEqual({});
    expect(valid).toContainEqual({ codes: [] });
    expect(valid).not.toContainEqual({ codes: null });
    expect(valid).not.toContainEqual({ undeclared: 'text' });
  });

  it('oneOf refuses a value that two variants accept', () => {
    const schema: JsonSchema = {
      oneOf: [
        { type: 'integer', minimum: 1 },
        { type: 'integer', maximum: 1 },
      ],
    };
    expect(around('minimum', schema, 5)).toEqual({ inside: [0], outside: [1] });
  });
});

describe('text media', () => {
  it.each<[schema: JsonSchema, outside: unknown[]]>([
    [{ type: 'integer' }, ['text', '1.5', 'true']],
    [{ type: 'boolean' }, ['yes', '1', 'TRUE']],
    [{ type: 'string' }, []],
  ])('text that does not parse breaks %j', (schema, outside) => {
    expect(around('type', schema, undefined, 'text').outside).toEqual(outside);
  });

  it('lists in text are never empty', () => {
    expect(around('minItems', { type: 'array', items: { type: 'string' } }, ['a'], 'text').inside).toEqual([]);
  });
});

it('a header is varied with ASCII only', () => {
  const schema = { type: 'string', maxLength: 3 } as const;
  const values = (medium: 'text' | 'header') => [...variationsOf(schema, 'abc', medium)].map(({ value }) => value);
  expect(values('text')).toContain('🙂🙂🙂');
  expect(values('header').filter((value) => /[^ -~]/.test(String(value)))).toEqual([]);
});
