import { describe, expect, it } from 'vitest';
import { readForm, readMultipart } from './form.ts';

const list = { type: 'array', items: { type: 'integer' } };
const deep = { style: 'deepObject', explode: true };

describe('readForm', () => {
  it('readForm reads brackets by the schema', () => {
    const item = { type: 'object', properties: { price: { type: 'number' }, tags: { type: 'array', items: {} } } };
    const media = {
      schema: { type: 'object', properties: { items: { type: 'array', items: item }, meta: { type: 'object' } } },
      encoding: { items: deep, meta: deep },
    };
    const text = 'items[0][price]=1.5&items%5B0%5D%5Btags%5D%5B0%5D=a+b&items[1][price]=2&meta[a]=1&other=x';
    expect(readForm(media, text)).toEqual({
      items: [{ price: 1.5, tags: ['a b'] }, { price: 2 }],
      meta: { a: '1' },
      other: 'x',
    });
  });

  it('readForm reads objects as JSON and repeated lists where no style is declared', () => {
    const schema = { type: 'object', properties: { a: { type: 'object' }, b: list, c: { type: 'string' } } };
    expect(readForm({ schema }, 'a=%7B%22x%22%3A1%7D&b=1&b=2&c=1')).toEqual({ a: { x: 1 }, b: [1, 2], c: '1' });
    expect(() => readForm({ schema }, 'a=no')).toThrow(SyntaxError);
  });
});

describe('readMultipart', () => {
  const type = 'multipart/form-data; boundary=x';
  const part = (name: string, text: string, type = '') =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n${type && `Content-Type: ${type}\r\n`}\r\n${text}\r\n`;

  it('readMultipart reads files, lists, JSON and text', () => {
    const schema = {
      type: 'object',
      properties: {
        list,
        meta: { type: 'object' },
        file: { type: 'string', format: 'binary' },
        size: { type: 'integer' },
      },
    };
    const text = [
      part('list', '1'),
      part('list', '2'),
      part('meta', '{"a":1}', 'application/json'),
      part('file"; filename="a.json', '{}', 'application/json'),
      part('size', '5'),
    ].join('');
    expect(readMultipart({ schema }, type, `${text}--x--\r\n`)).toEqual({
      list: [1, 2],
      meta: { a: 1 },
      file: '{}',
      size: 5,
    });
  });

  it('readMultipart reads a list that is one part of JSON', () => {
    const media = { schema: { properties: { list } }, encoding: { list: { contentType: 'application/json' } } };
    const text = `${part('list', '[1,2]', 'application/json')}--x--`;
    expect(readMultipart(media, type, text)).toEqual({ list: [1, 2] });
  });

  it('readMultipart reads brackets by the schema', () => {
    const schema = { type: 'object', properties: { expand: { type: 'array', items: {} }, link: { type: 'object' } } };
    const text = `${part('expand[0]', 'a%b')}${part('link[a][b]', '1')}--x--`;
    expect(readMultipart({ schema, encoding: { expand: deep, link: deep } }, type, text)).toEqual({
      expand: ['a%b'],
      link: { a: { b: '1' } },
    });
  });

  it.each([
    ['without an end', part('a', 'b')],
    ['with a part of malformed JSON', `${part('a', '{', 'application/json')}--x--`],
  ])('readMultipart throws for a body %s', (_, text) => {
    expect(() => readMultipart({}, type, text)).toThrow(SyntaxError);
  });

  it('readMultipart throws for a media type without a boundary', () => {
    expect(() => readMultipart({}, 'multipart/form-data', '')).toThrow(SyntaxError);
  });
});
