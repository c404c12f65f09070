import { expect, it } from 'vitest';
import { documentOf, parameter } from '../document/small-document.ts';
import { generateOperations, hasSelection } from './operations.ts';
import { generateSelection } from './selection.ts';
import { typeNamesOf } from './type-names.ts';

const pagination = { style: 'page', page: 'page', limit: 'size', items: 'things' };
const list = { parameters: [parameter('query', 'page'), parameter('query', 'size')], 'x-pagination': pagination };
const first = {
  'GET /things': { operationId: 'things/list', ...list },
  'GET /things/{id}': {
    operationId: 'things/get',
    description: 'Gets a thing.',
    parameters: [parameter('path', 'id', {}, { required: true })],
  },
  'GET /check': { operationId: 'delete' },
};

/** A document of more operations than one table has. */
function large(rest: Readonly<Record<string, object>> = {}) {
  const others = Array.from({ length: 100 }, (_, index) => [
    `GET /others/${index}`,
    { operationId: `others/get${index}` },
  ]);
  return documentOf({ ...first, ...Object.fromEntries(others) }, rest);
}

function generate(document = large()) {
  return generateSelection('small-vendor', document, typeNamesOf('small-vendor', document));
}

it('a document of more than 100 operations has a const for each, a smaller one a table', () => {
  expect(hasSelection(documentOf(first))).toBe(false);
  expect(hasSelection(large())).toBe(true);
  expect(generateOperations('small-vendor', documentOf(first))).toMatch(/OperationTable = \{[\s\S]*const features/);
  const code = generateOperations('small-vendor', large());
  expect(code).toContain('export interface SmallVendorOperations {');
  expect(code).not.toMatch(/OperationTable|features/i);
});

it('the const of an operation has the type and the doc comment of its method', () => {
  const { 'selection.ts': code = '' } = generate();
  expect(code).toContain(` * Gets a thing.
 *
 * \`GET /things/{id}\`
 *
 * @see https://vendor.example/docs
 */
export const thingsGet: SelectedOperation<SmallVendorOperations["things"]["get"]> = {
  method: "GET",
  path: "/things/{id}"
};`);
});

it('the const of a list brings its kind of pages, and no other const does', () => {
  const { 'selection.ts': code = '' } = generate();
  expect(code).toMatch(/^import \{ listByCount \} from '@plumbline\/runtime';\n/);
  expect(code).toMatch(/const thingsList: [^;]*\},\n {2}features: \{ lists: \{ page: listByCount \} \}\n\};/);
  expect(code.match(/features:/g)).toHaveLength(1);
});

it('the const of an operation without a group has a name that JavaScript permits', () => {
  expect(generate()['selection.ts']).toContain(
    'export const deleteOperation: SelectedOperation<SmallVendorOperations["delete"]>',
  );
});

it('the table of a large document has each const at its place', () => {
  const { 'table.ts': code = '' } = generate();
  expect(code).toContain(`export const smallVendorOperations: OperationTable = {
  "things": {
    "list": selection.thingsList,
    "get": selection.thingsGet,
  },
  "delete": selection.deleteOperation,
`);
  expect(code).toContain('export const features: ClientFeatures = { lists: { page: listByCount } };');
});

it('the clients of a large document have consts of their own', () => {
  const securitySchemes = { apiKey: { type: 'http', scheme: 'bearer' } };
  const clients = { 'x-clients': { Server: ['apiKey'], Browser: ['apiKey'] }, components: { securitySchemes } };
  const { 'selection.ts': code = '', 'table.ts': table } = generate(large(clients));
  expect(code).toContain('export const serverThingsGet: SelectedOperation<ServerOperations["things"]["get"]>');
  expect(code).toContain('export const browserThingsGet: SelectedOperation<BrowserOperations["things"]["get"]>');
  expect(table).toMatch(/browserOperations: OperationTable = \{[\s\S]*selection\.browserThingsGet/);
});
