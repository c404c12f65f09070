import { describe, expect, it } from 'vitest';
import type { OperationDefinition, ParameterDefinition } from '../pipeline/operation.ts';
import { splitInput } from './input.ts';
import { writeParameters } from './write-parameters.ts';

/** Writes parameters as `send` does. */
function write(definition: Partial<OperationDefinition>, input: Record<string, unknown>, headers = {}) {
  const operation = { method: 'GET', path: '/things', ...definition };
  const parts = splitInput(operation, input);
  const writeOthers = (query: Record<string, unknown>) =>
    Object.entries(query)
      .map((pair) => pair.join('='))
      .join('&');
  const sent: Record<string, string> = { ...headers };
  const { pathSerializer, querySerializer } = writeParameters(operation, parts, writeOthers)(sent);
  return {
    path: pathSerializer(operation.path, parts.path),
    query: querySerializer(parts.query ?? {}),
    headers: { ...parts.header, ...sent },
  };
}

const inPath = (definition: ParameterDefinition, value: unknown) =>
  write({ path: '/{p}', parameters: { p: definition } }, { p: value }).path.slice(1);
const inQuery = (definition: ParameterDefinition, value: unknown) =>
  write({ parameters: { p: definition } }, { p: value }).query;

const list = ['blue', 'black'];
const object = { R: 100, G: 200 };

describe('the examples of OpenAPI', () => {
  it.each<[style: ParameterDefinition['style'], explode: boolean, text: string, list: string, object: string]>([
    ['simple', false, 'blue', 'blue,black', 'R,100,G,200'],
    ['simple', true, 'blue', 'blue,black', 'R=100,G=200'],
    ['label', false, '.blue', '.blue,black', '.R,100,G,200'],
    ['label', true, '.blue', '.blue.black', '.R=100.G=200'],
    ['matrix', false, ';p=blue', ';p=blue,black', ';p=R,100,G,200'],
    ['matrix', true, ';p=blue', ';p=blue;p=black', ';R=100;G=200'],
  ])('writeParameters writes the style %s in a path, exploded %s', (style, explode, ...texts) => {
    expect(['blue', list, object].map((value) => inPath({ style: style as 'simple', explode }, value))).toEqual(texts);
  });

  it.each<[style: ParameterDefinition['style'], explode: boolean, text: string, list: string, object: string]>([
    ['form', true, 'p=blue', 'p=blue&p=black', 'R=100&G=200'],
    ['form', false, 'p=blue', 'p=blue,black', 'p=R,100,G,200'],
    ['spaceDelimited', false, 'p=blue', 'p=blue%20black', 'p=R%20100%20G%20200'],
    ['pipeDelimited', false, 'p=blue', 'p=blue|black', 'p=R|100|G|200'],
    ['deepObject', true, 'p=blue', 'p[]=blue&p[]=black', 'p[R]=100&p[G]=200'],
  ])('writeParameters writes the style %s in a query, exploded %s', (style, explode, ...texts) => {
    expect(['blue', list, object].map((value) => inQuery({ style: style as 'form', explode }, value))).toEqual(texts);
  });

  it('writeParameters writes empty text', () => {
    expect(inQuery({ style: 'form' }, '')).toBe('p=');
    expect(inPath({ style: 'matrix' }, '')).toBe(';p');
  });
});

it.each([[[]], [{}], [{ a: undefined }]])('writeParameters leaves out %j', (value) => {
  for (const style of ['form', 'deepObject', 'pipeDelimited'] as const) expect(inQuery({ style }, value)).toBe('');
});

it('writeParameters writes what is in a list or an object as JSON, and repeats a list of an exploded property', () => {
  expect(inQuery({ style: 'form', explode: true }, [{ a: 1 }])).toBe('p=%7B%22a%22%3A1%7D');
  expect(inQuery({ style: 'form', explode: true }, { ids: [1, 2], at: new Date(0) })).toBe(
    'ids=1&ids=2&at=1970-01-01T00%3A00%3A00.000Z',
  );
});

it('writeParameters keeps the order of a query behind its fixed part', () => {
  const { query } = write({ query: 'beta=true', parameters: { b: { style: 'form' } } }, { a: 1, b: [2, 3], c: 4 });
  expect(query).toBe('beta=true&a=1&b=2&b=3&c=4');
});

it('writeParameters sends parameters under their own names', () => {
  const parameters = { query_id: { style: 'form', name: 'id' }, cookie_id: { in: 'cookie', name: 'id' } } as const;
  const sent = write({ path: '/{id}', parameters }, { id: 'a', query_id: [1], cookie_id: 'c' }, { cookie: 'own=1' });
  expect(sent).toEqual({ path: '/a', query: 'id=1', headers: { cookie: 'own=1; id=c' } });
});

it('writeParameters writes JSON in a header as ASCII', () => {
  const parameters = { p: { in: 'header', content: 'application/json' } } as const;
  expect(write({ parameters }, { p: { a: 'é🙂' } }).headers).toEqual({ p: '{"a":"\\u00e9\\ud83d\\ude42"}' });
});

describe('values that cannot be sent', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;

  it.each<[definition: ParameterDefinition, value: unknown, message: string]>([
    [{ style: 'spaceDelimited', explode: false }, ['a b'], '`p[0]` cannot have a separator of its list (` `)'],
    [{ style: 'pipeDelimited', explode: false }, ['a|b'], '`p[0]` cannot have a separator of its list (`|`)'],
    [{ in: 'header', style: 'simple' }, ['a,b'], '`p[0]` cannot have a separator of its list (`,`)'],
    [{ in: 'header', style: 'simple', explode: true }, { 'a=b': 1 }, '`p.a=b` cannot have a name with `=`'],
    [{ style: 'deepObject' }, { 'a]b': 1 }, '`p.a]b` cannot have a name with brackets'],
    [{ style: 'deepObject' }, circle, '`p` is nested too deeply'],
    [{ style: 'deepObject' }, { a: null }, '`p.a` cannot be sent'],
    [{ style: 'form' }, [Number.NaN], '`p[0]` cannot be sent'],
    [{ style: 'form' }, null, '`p` cannot be sent'],
    [{ content: 'application/json' }, { a: 1n }, '`p.a` cannot be sent as JSON'],
  ])('writeParameters throws for %j of %o', (definition, value, message) => {
    expect(() => write({ parameters: { p: definition } }, { p: value })).toThrow(message);
  });

  it.each([[[]], ['.'], ['..'], [['..']], [['']]])('writeParameters throws for the path segment %j', (value) => {
    expect(() => inPath({ style: 'simple' }, value)).toThrow('`p` is not a path segment');
  });
});

it('writeParameters reads nothing from a polluted prototype', () => {
  const prototype = Object.prototype as Record<string, unknown>;
  prototype.polluted = 'x';
  try {
    expect(inQuery({ style: 'deepObject' }, { a: 1 })).toBe('p[a]=1');
  } finally {
    delete prototype.polluted;
  }
});
