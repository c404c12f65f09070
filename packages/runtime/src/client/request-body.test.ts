import { describe, expect, it } from 'vitest';
import { serializeBody as serialize } from './request-body.ts';

function serializeBody(label: string, root: string, body: unknown, mediaType?: string): BodyInit {
  return serialize(label, root, body, mediaType ? { 'content-type': mediaType } : {});
}

const form = 'application/x-www-form-urlencoded';

describe('serializeBody as JSON', () => {
  it.each([
    [undefined],
    ['application/json'],
    ['application/json; charset=utf-8'],
    ['application/merge-patch+json'],
    ['text/json'],
  ])('serializeBody writes JSON for the media type %s', (mediaType) => {
    expect(serializeBody('/a', '', { b: [1, null, { c: undefined }] }, mediaType)).toBe('{"b":[1,null,{}]}');
    expect(() => serializeBody('/a', '', { b: 1n }, mediaType)).toThrow('/a: `b` cannot be sent as JSON.');
  });

  it('serializeBody names the root of a whole body', () => {
    expect(() => serializeBody('/a', 'body', Number.NaN)).toThrow('/a: `body` cannot be sent as JSON.');
    expect(() => serializeBody('/a', 'body', [{ b: Number.NaN }])).toThrow('/a: `body[0].b` cannot be sent as JSON.');
  });

  it('serializeBody finds what contains itself, and sends what only stands in two places', () => {
    const circular: Record<string, unknown> = {};
    circular.a = { b: circular };
    expect(() => serializeBody('/a', '', circular)).toThrow('/a: `a.b` cannot be sent as JSON.');
    const twice = { a: [1] };
    expect(serializeBody('/a', '', { b: twice, c: twice })).toBe('{"b":{"a":[1]},"c":{"a":[1]}}');
  });

  it('serializeBody sends a bigint that has a `toJSON`, as JSON does', () => {
    Object.defineProperty(BigInt.prototype, 'toJSON', {
      configurable: true,
      value(this: bigint) {
        return String(this);
      },
    });
    try {
      expect(serializeBody('/a', '', { b: 9007199254740993n })).toBe('{"b":"9007199254740993"}');
    } finally {
      Reflect.deleteProperty(BigInt.prototype, 'toJSON');
    }
  });

  it('serializeBody passes on what a getter throws', () => {
    const body = {
      get a() {
        throw new Error('mine');
      },
    };
    expect(() => serializeBody('/a', '', body)).toThrow('mine');
  });

  it('serializeBody refuses an endless toJSON', () => {
    const endless = { toJSON: (): unknown => ({ a: { ...endless } }) };
    expect(() => serializeBody('/a', '', endless)).toThrow('/a: `body` cannot be sent as JSON.');
  });
});

describe('serializeBody as a form', () => {
  it('serializeBody writes the text of each field', () => {
    const body = { a: 'b&c', d: undefined, e: 1n, f: new Date(0), g: '' };
    expect(serializeBody('/a', '', body, form)).toBe('a=b%26c&e=1&f=1970-01-01T00%3A00%3A00.000Z&g=');
    expect(serializeBody('/a', '', { a: 1 }, `${form}; charset=UTF-8`)).toBe('a=1');
    expect(serializeBody('/a', '', new URLSearchParams('a=1'), form)).toBe('a=1');
    expect(serializeBody('/a', '', 'a=1', form)).toBe('a=1');
  });

  it.each<[body: unknown, root: string, message: string]>([
    [{ a: null }, '', '/a: `a` cannot be sent.'],
    [{ a: ['b'] }, '', '/a: `a` cannot be sent.'],
    [{ a: { b: 1 } }, 'body', '/a: `body.a` cannot be sent.'],
    [[['a', 'b']], 'body', '/a: `body` must be an object, because it is sent as a form.'],
    [null, 'body', '/a: `body` must be an object'],
  ])('serializeBody refuses %j in a form', (body, root, message) => {
    expect(() => serializeBody('/a', root, body, form)).toThrow(message);
  });
});

it.each<[name: string, body: unknown]>([
  ['text', 'a,b'],
  ['bytes', new Uint8Array([1])],
  ['an ArrayBuffer', new ArrayBuffer(1)],
  ['a Blob', new Blob(['a'])],
  ['a stream', new Blob(['a']).stream()],
])('serializeBody leaves %s of another media type unchanged', (_, body) => {
  expect(serializeBody('/a', 'body', body, 'text/csv')).toBe(body);
});

it('serializeBody leaves FormData unchanged', () => {
  const body = new FormData();
  expect(serializeBody('/a', 'body', body)).toBe(body);
});
