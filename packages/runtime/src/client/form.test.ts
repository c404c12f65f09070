import { describe, expect, it } from 'vitest';
import type { EncodingDefinition } from '../pipeline/operation.ts';
import { formBody } from './form.ts';

function serialize(body: unknown, encoding?: Readonly<Record<string, EncodingDefinition>>, root = ''): string {
  return formBody('/a', root, body, {}, encoding) as string;
}
const deep = { style: 'deepObject', explode: true } as const;

describe('formBody', () => {
  it('formBody repeats lists and writes objects as JSON by default', () => {
    expect(serialize({ a: [1, 'b c'], d: { e: 1 }, f: [{ g: 1 }], h: true, i: undefined })).toBe(
      'a=1&a=b+c&d=%7B%22e%22%3A1%7D&f=%7B%22g%22%3A1%7D&h=true',
    );
  });

  it('formBody writes lists and objects of the style deepObject in brackets, at any depth', () => {
    const body = { a: { b: { c: [1, { d: new Date(0) }] } }, e: [], f: 'text', g: { h: undefined } };
    expect(decodeURIComponent(serialize(body, { a: deep, e: deep, f: deep, g: deep }))).toBe(
      'a[b][c][0]=1&a[b][c][1][d]=1970-01-01T00:00:00.000Z&f=text',
    );
  });

  it.each<[encoding: EncodingDefinition, value: unknown, text: string]>([
    [{ style: 'form' }, ['1', '2'], 'a=1&a=2'],
    [{ explode: false }, ['1,', '2'], 'a=1%2C,2'],
    [{ style: 'form', explode: false }, [], ''],
    [{ style: 'spaceDelimited', explode: false }, ['1', '2'], 'a=1%202'],
    [{ style: 'pipeDelimited', explode: false }, ['1', '2'], 'a=1|2'],
    [{ style: 'form', explode: true }, { b: 1, c: 2 }, 'b=1&c=2'],
    [{ style: 'form', explode: false }, { b: 1, c: 2 }, 'a=b,1,c,2'],
    [{ contentType: 'application/json' }, [1, [2]], 'a=%5B1%2C%5B2%5D%5D'],
    [{ contentType: 'application/json' }, '{"is":"JSON"}', 'a=%7B%22is%22%3A%22JSON%22%7D'],
    [{ allowReserved: true }, 'a/b?c=d&e+f%', 'a=a/b?c%3Dd%26e%2Bf%25'],
  ])('formBody writes %j of %j', (encoding, value, text) => {
    expect(serialize({ a: value }, { a: encoding })).toBe(text);
  });

  it('formBody leaves text and URLSearchParams unchanged', () => {
    expect(serialize('a=1')).toBe('a=1');
    expect(serialize(new URLSearchParams('a=1'))).toBe('a=1');
  });

  const circular: Record<string, unknown> = {};
  circular.a = circular;
  it.each<[body: unknown, encoding: EncodingDefinition, message: string]>([
    [{ a: null }, {}, '/a: `body.a` cannot be sent.'],
    [{ a: [1, null] }, {}, '/a: `body.a[1]` cannot be sent.'],
    [{ a: { b: [Number.NaN] } }, deep, '/a: `body.a.b[0]` cannot be sent.'],
    [{ a: { b: Number.NaN } }, {}, '/a: `body.a.b` cannot be sent as JSON.'],
    [{ a: { b: {} } }, { style: 'form' }, '/a: `body.a.b` cannot be sent.'],
    [{ a: circular }, deep, '/a: `body.a.a` cannot be sent.'],
    [[1], {}, '/a: `body` must be an object, because it is sent as a form.'],
    [null, {}, '/a: `body` must be an object'],
  ])('formBody refuses %o', (body, encoding, message) => {
    expect(() => serialize(body, { a: encoding }, 'body')).toThrow(message);
  });
});
