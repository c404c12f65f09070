import type { DocumentCase } from '../document-case.ts';
import { ok } from '../parameter-document.ts';

const text = (name: string) => `{ name: ${name}, in: path, required: true, schema: { type: string } }`;
const at = (path: string) => `https://api.acme.test${path}`;

/** Paths as frameworks and other standards write them. */
export const foreignPathCases: readonly DocumentCase[] = [
  {
    vendor: 'paths-of-frameworks',
    document: `
openapi: 3.0.3
info: { title: Acme, version: '1' }
paths:
  /flights/{from}-{to}: { get: { operationId: flights/get, parameters: [${text('from')}, ${text('to')}], ${ok} } }
  /reports/{id}.{format}: { get: { operationId: reports/get, parameters: [${text('id')}, ${text('format')}], ${ok} } }
  /v1/{+resource}:cancel: { post: { operationId: jobs/cancel, parameters: [${text('resource')}], ${ok} } }
  /files/{path*}: { get: { operationId: files/get, parameters: [${text('path')}], ${ok} } }
  /proxy/{rest+}: { get: { operationId: proxy/get, parameters: [${text('rest')}], ${ok} } }
  '/users/{id:[0-9]{1,9}}': { get: { operationId: users/get, parameters: [${text('id')}], ${ok} } }
  '/days/{ day }': { get: { operationId: days/get, parameters: [${text('day')}], ${ok} } }
  /search{?q,page}: { get: { operationId: search/run, parameters: [{ name: page, in: query, schema: { type: integer } }], ${ok} } }
  /as-is/{id*}: { get: { operationId: asIs/get, parameters: [{ name: 'id*', in: path, required: true, schema: { type: string } }], ${ok} } }
  /same/{id}/{id}: { get: { operationId: same/get, parameters: [${text('id')}], ${ok} } }
  //double//slash: { get: { operationId: double/get, ${ok} } }
  /: { get: { operationId: start/get, ${ok} } }
`,
    leftOpen: ['a slash is sent as `%2F`'],
    exchanges: [
      {
        name: 'a client fills two parameters around a hyphen',
        call: (client) => client.flights.get({ from: 'a-b', to: 'c' }),
        sends: { url: at('/flights/a-b-c') },
      },
      {
        name: 'a client fills a parameter behind a dot',
        call: (client) => client.reports.get({ id: '1', format: 'csv' }),
        sends: { url: at('/reports/1.csv') },
      },
      {
        name: 'a client fills a reserved expansion by its name',
        call: (client) => client.jobs.cancel({ resource: 'jobs/1' }),
        sends: { url: at('/v1/jobs%2F1:cancel') },
      },
      {
        name: 'a client fills an exploded expansion by its name',
        call: (client) => client.files.get({ path: 'a' }),
        sends: { url: at('/files/a') },
      },
      {
        name: 'a client fills the rest of a path by its name',
        call: (client) => client.proxy.get({ rest: 'a' }),
        sends: { url: at('/proxy/a') },
      },
      {
        name: 'a client fills a parameter with a pattern by its name',
        call: (client) => client.users.get({ id: '12' }),
        sends: { url: at('/users/12') },
      },
      {
        name: 'a client fills a parameter between spaces by its name',
        call: (client) => client.days.get({ day: 'x' }),
        sends: { url: at('/days/x') },
      },
      {
        name: 'a client takes the names of a query expansion as parameters of the query',
        call: (client) => client.search.run({ q: 'a/b', page: 2 }),
        sends: { url: at('/search?q=a%2Fb&page=2') },
      },
      {
        name: 'a client keeps a name that the document declares as its path has it',
        call: (client) => client.asIs.get({ 'id*': 'a' }),
        sends: { url: at('/as-is/a') },
      },
      {
        name: 'a client fills a name at both of its places',
        call: (client) => client.same.get({ id: 'a' }),
        sends: { url: at('/same/a/a') },
      },
      {
        name: 'a client keeps empty segments',
        call: (client) => client.double.get(),
        sends: { url: at('//double//slash') },
      },
      {
        name: 'a client calls the root of its server',
        call: (client) => client.start.get(),
        sends: { url: at('/') },
      },
    ],
    types: `export const input: api.SearchRunParams = { q: 'a', page: 1 };`,
  },
  {
    vendor: 'methods-in-upper-case',
    document: `
openapi: 3.0.3
info: { title: Acme, version: '1' }
paths: { /a: { GET: { operationId: a/get, ${ok} }, Post: { operationId: a/create, ${ok} } } }
`,
    exchanges: [
      {
        name: 'a client calls an operation whose method is in upper case',
        call: (client) => client.a.create(),
        sends: { method: 'POST' },
      },
    ],
  },
];
