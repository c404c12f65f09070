import type { DocumentCase } from '../document-case.ts';
import { color, documentOf, list, refuses, sends } from '../parameter-document.ts';

export const parameterStyleCases: readonly DocumentCase[] = [
  {
    vendor: 'styles-in-paths',
    document: documentOf(
      '/simple/{list}/{object}/{exploded}/label/{labels}/{labelObject}/{dots}/matrix/{text}/{m}/{e}/{o}',
      [
        `{ name: list, in: path, required: true, schema: ${list} }`,
        `{ name: object, in: path, required: true, schema: ${color} }`,
        `{ name: exploded, in: path, required: true, explode: true, schema: ${color} }`,
        `{ name: labels, in: path, required: true, style: label, schema: ${list} }`,
        `{ name: labelObject, in: path, required: true, style: label, explode: true, schema: ${color} }`,
        `{ name: dots, in: path, required: true, style: label, explode: true, schema: ${list} }`,
        `{ name: text, in: path, required: true, style: matrix, schema: { type: string } }`,
        `{ name: m, in: path, required: true, style: matrix, schema: ${list} }`,
        `{ name: e, in: path, required: true, style: matrix, explode: true, schema: ${list} }`,
        `{ name: o, in: path, required: true, style: matrix, explode: true, schema: ${color} }`,
      ],
    ),
    exchanges: [
      sends(
        'a client sends lists, objects and text in a path by their styles',
        {
          list: ['a', 'b,c', 'd/e'],
          object: { R: 100, G: 200 },
          exploded: { R: 100, G: 200 },
          labels: ['a', 'b'],
          labelObject: { R: 100, G: 200 },
          dots: ['a', 'b.c'],
          text: 'x y',
          m: ['a', 'b;c'],
          e: ['a', 'b'],
          o: { R: 1, G: 2 },
        },
        '/simple/a,b%2Cc,d%2Fe/R,100,G,200/R=100,G=200/label/.a,b/.R=100.G=200/.a.b%2Ec/matrix/;text=x%20y/;m=a,b%3Bc/;e=a;e=b/;R=1;G=2',
      ),
      refuses(
        'a client refuses an empty list in a path',
        {
          list: [],
          object: { R: 1 },
          exploded: { R: 1 },
          labels: ['a'],
          labelObject: { R: 1 },
          dots: ['a'],
          text: 'x',
          m: ['a'],
          e: ['a'],
          o: { R: 1 },
        },
        '`list` is not a path segment',
      ),
    ],
    types: `export const input: api.ThingsGetParams = {
  list: ['a'], object: { R: 1 }, exploded: { G: 1 }, labels: [], labelObject: {}, dots: [], text: '', m: [], e: [], o: {},
};`,
  },
  {
    vendor: 'styles-in-queries',
    document: documentOf('/things', [
      `{ name: exploded, in: query, schema: ${list} }`,
      `{ name: joined, in: query, explode: false, schema: ${list} }`,
      `{ name: spaces, in: query, style: spaceDelimited, explode: false, schema: ${list} }`,
      `{ name: pipes, in: query, style: pipeDelimited, schema: ${list} }`,
      `{ name: color, in: query, schema: ${color} }`,
      `{ name: flat, in: query, explode: false, schema: ${color} }`,
      `{ name: deep, in: query, style: deepObject, explode: true, schema: ${color} }`,
      `{ name: tags, in: query, schema: { type: object, additionalProperties: { type: string } } }`,
      `{ name: pipeObject, in: query, style: pipeDelimited, explode: false, schema: ${color} }`,
    ]),
    exchanges: [
      sends('a client sends an exploded list', { exploded: ['a', 'b c'] }, '/things?exploded=a&exploded=b%20c'),
      sends('a client sends a list with commas', { joined: ['a', 'b,c'] }, '/things?joined=a,b%2Cc'),
      sends(
        'a client sends both lists of one document by their own styles',
        { exploded: [1, 2], joined: [1, 2] },
        '/things?exploded=1&exploded=2&joined=1,2',
      ),
      sends('a client sends a list with spaces', { spaces: ['a', 'b'] }, '/things?spaces=a%20b'),
      sends('a client sends a list with pipes', { pipes: ['a', 'b'] }, '/things?pipes=a|b'),
      sends(
        'a client sends an exploded object as its properties',
        { color: { R: 100, G: 200 } },
        '/things?R=100&G=200',
      ),
      sends('a client sends an object with commas', { flat: { R: 100, G: 200 } }, '/things?flat=R,100,G,200'),
      sends(
        'a client sends an object with pipes',
        { pipeObject: { R: 100, G: 200 } },
        '/things?pipeObject=R|100|G|200',
      ),
      sends('a client sends a deep object', { deep: { R: 100, G: 200 } }, '/things?deep[R]=100&deep[G]=200'),
      sends('a client encodes the names in a map', { tags: { 'a&b': 'x', c: 'y=z' } }, '/things?a%26b=x&c=y%3Dz'),
      sends('a client leaves out empty lists and objects', { exploded: [], deep: {}, spaces: [], tags: {} }, '/things'),
      refuses(
        'a client refuses a space in a list with spaces',
        { spaces: ['a b'] },
        '`spaces[0]` cannot have a separator',
      ),
    ],
    types: `export const input: api.ThingsGetParams = { exploded: ['a'], color: { R: 1 }, tags: { a: 'b' } };
// @ts-expect-error: it is a list
export const wrong: api.ThingsGetParams = { exploded: 'a' };`,
  },
  {
    vendor: 'nested-deep-objects',
    document: documentOf('/things', [
      `{ name: filter, in: query, style: deepObject, explode: true, schema: { type: object, properties: { a: { type: object, properties: { b: { type: integer } } }, tags: ${list}, rows: { type: array, items: { type: object, properties: { id: { type: string } } } } } } }`,
      `{ name: expand, in: query, style: deepObject, explode: true, schema: ${list} }`,
      `{ name: created, in: query, style: deepObject, explode: true, schema: { anyOf: [{ type: integer }, { type: object, properties: { gte: { type: integer } } }] } }`,
      `{ name: page, in: query, schema: { type: integer } }`,
    ]),
    exchanges: [
      sends('a client nests brackets', { filter: { a: { b: 1 } } }, '/things?filter[a][b]=1'),
      sends(
        'a client sends a list in a deep object',
        { filter: { tags: ['x', 'y z'] } },
        '/things?filter[tags][]=x&filter[tags][]=y%20z',
      ),
      sends(
        'a client numbers the objects of a list',
        { filter: { rows: [{ id: 'x' }, { id: 'y' }] } },
        '/things?filter[rows][0][id]=x&filter[rows][1][id]=y',
      ),
      sends('a client sends a list that is a deep object', { expand: ['a.b', 'c'] }, '/things?expand[]=a.b&expand[]=c'),
      sends('a client sends a number where an object is possible', { created: 12 }, '/things?created=12'),
      sends(
        'a client sends an object where a number is possible',
        { created: { gte: 12 }, page: 2 },
        '/things?created[gte]=12&page=2',
      ),
    ],
    types: `export const input: api.ThingsGetParams = { filter: { a: { b: 1 }, tags: ['x'] }, expand: ['a'], created: 1 };
export const other: api.ThingsGetParams = { created: { gte: 1 } };`,
  },
  {
    vendor: 'media-types-of-parameters',
    document: documentOf('/things/{where}', [
      `{ name: where, in: path, required: true, content: { application/json: { schema: ${color} } } }`,
      `{ name: filter, in: query, required: true, content: { application/json: { schema: { type: object, properties: { ids: { type: array, items: { type: integer } } } } } } }`,
      `{ name: X-Meta, in: header, content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }`,
    ]),
    exchanges: [
      sends(
        'a client sends JSON in a path, a query and a header',
        { where: { R: 1 }, filter: { ids: [1, 2] }, 'X-Meta': { name: 'é' } },
        '/things/%7B%22R%22:1%7D?filter=%7B%22ids%22%3A%5B1%2C2%5D%7D',
        { 'x-meta': '{"name":"\\u00e9"}' },
      ),
    ],
    types: `export const input: api.ThingsGetParams = { where: { R: 1 }, filter: { ids: [1] }, 'X-Meta': { name: 'x' } };
// @ts-expect-error: the filter is required
export const wrong: api.ThingsGetParams = { where: { R: 1 } };`,
  },
  {
    vendor: 'reserved-characters',
    document: documentOf('/things', [
      `{ name: url, in: query, allowReserved: true, schema: { type: string } }`,
      `{ name: fields, in: query, allowReserved: true, explode: false, schema: ${list} }`,
      `{ name: plain, in: query, schema: { type: string } }`,
    ]),
    exchanges: [
      sends(
        'a client sends reserved characters unencoded where the document allows it',
        { url: 'https://a.b/c?d=e:f', plain: 'a/b' },
        '/things?url=https://a.b/c?d=e:f&plain=a%2Fb',
      ),
      sends(
        'a client encodes the characters that would change a query',
        { url: 'a&b#c+d%' },
        '/things?url=a%26b%23c%2Bd%25',
      ),
      sends('a client encodes a comma in a list with commas', { fields: ['a/b', 'c,d'] }, '/things?fields=a/b,c%2Cd'),
    ],
  },
];
