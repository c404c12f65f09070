import type { DocumentCase } from '../document-case.ts';
import { all, getList, ids, json, link, note, things, three, types, url } from './paged-document.ts';

const repeated = 'The vendor keeps sending the same pages';
const header = (target: string) => ({ link: target });

/** Lists whose pages name the URL of the next one. */
export const linkedPageCases: readonly DocumentCase[] = [
  {
    // GitHub: the path of the next page is another one, and the body is the list.
    vendor: 'pages-link-header',
    document: getList(`{ ${things} }`, { numbers: 'page per_page', header: link }),
    leftForYou: note,
    types,
    exchanges: [
      {
        name: 'a loop follows the header Link, also to another path of the origin',
        options: { headers: { 'x-team': 'red' } },
        responds: [
          json(ids('a'), header(`<${url}?page=2>; rel="next", <${url}?page=9>; rel="last"`)),
          json(ids('b'), header(`<https://api.acme.test/lists/7?page=3&q=a%2Cb>; title="a, b"; rel="prev next"`)),
          json(ids('c'), header(`<${url}?page=1>; rel="first"`)),
        ],
        call: all,
        sends: { method: 'GET', url: 'https://api.acme.test/lists/7?page=3&q=a%2Cb', headers: { 'x-team': 'red' } },
        resolves: three,
      },
      {
        name: 'a link may be relative',
        responds: [
          json(ids('a'), header('<?page=2>; rel=next')),
          json(ids('b'), header('</things?page=3>; rel=next')),
          json(ids('c')),
        ],
        call: all,
        sends: { url: `${url}?page=3` },
        resolves: three,
      },
      ...[
        ['another host', 'https://evil.test/things?page=2', 'leads to https://evil.test, and'],
        ['plain HTTP', 'http://api.acme.test/things?page=2', 'leads to http://api.acme.test, and'],
        ['another port', 'https://api.acme.test:444/things', 'leads to https://api.acme.test:444, and'],
        ['another host without a scheme', '//evil.test/things', 'leads to https://evil.test, and'],
        ['a user name', 'https://evil@api.acme.test/things', 'a URL that is not plain'],
        ['a blob', 'blob:https://api.acme.test/things', 'a URL that is not plain'],
        ['a script', 'javascript:alert(1)', 'a URL that is not plain'],
        ['no URL', 'https://', 'is not a URL'],
      ].map(([what, target, throws = '']) => ({
        name: `a link to ${what} is refused`,
        responds: json(ids('a'), header(`<${target}>; rel="next"`)),
        call: all,
        throws,
      })),
      {
        name: 'a vendor that repeats a link is refused',
        responds: [
          json(ids('a'), header(`<${url}?page=2>; rel="next"`)),
          json(ids('b'), header(`<${url}?page=2>; rel="next"`)),
        ],
        call: all,
        throws: repeated,
      },
    ],
  },
  {
    // Microsoft.
    vendor: 'pages-odata',
    document: getList(
      `{ type: object, properties: { '@odata.context': { type: string }, '@odata.nextLink': { type: string }, value: { ${things} } } }`,
      { numbers: '$top $skip' },
    ),
    leftForYou: note,
    types,
    exchanges: [
      {
        name: 'a loop follows the URL in the body',
        responds: [
          json({ value: ids('a'), '@odata.nextLink': `${url}?$skiptoken=x{1}` }),
          json({ value: ids('b'), '@odata.nextLink': `${url}?$skiptoken=y/` }),
          json({ value: ids('c') }),
        ],
        call: all,
        sends: { url: `${url}?$skiptoken=y/` },
        resolves: three,
      },
    ],
  },
  {
    // JSON:API and HAL.
    vendor: 'pages-json-api',
    document: getList(
      `{ type: object, properties: { data: { ${things} }, links: { type: object, properties: { self: { type: string }, prev: { type: string }, next: { type: [string, 'null'] } } } } }`,
      { texts: 'page[number] page[size]' },
    ),
    leftForYou: note,
    types,
    exchanges: [
      {
        name: 'a link may be an object',
        responds: [
          json({ data: ids('a'), links: { next: `${url}?page%5Bnumber%5D=2` } }),
          json({ data: ids('b'), links: { next: { href: `${url}?page%5Bnumber%5D=3` } } }),
          json({ data: ids('c'), links: { next: null } }),
        ],
        call: all,
        sends: { url: `${url}?page%5Bnumber%5D=3` },
        resolves: three,
      },
    ],
  },
  {
    // Twilio.
    vendor: 'pages-relative-uri',
    document: getList(
      `{ type: object, properties: { things: { ${things} }, next_page_uri: { type: [string, 'null'] }, page: { type: integer }, page_size: { type: integer } } }`,
      { numbers: 'PageSize Page', texts: 'PageToken', path: '/v1/things.json' },
    ),
    leftForYou: note,
    types,
    exchanges: [
      {
        name: 'a loop follows a path in the body',
        responds: [
          json({ things: ids('a'), next_page_uri: '/v1/things.json?Page=1&PageToken=PA1' }),
          json({ things: ids('b'), next_page_uri: '/v1/things.json?Page=2&PageToken=PA2' }),
          json({ things: ids('c'), next_page_uri: null }),
        ],
        call: all,
        sends: { url: 'https://api.acme.test/v1/things.json?Page=2&PageToken=PA2' },
        resolves: three,
      },
    ],
  },
];
