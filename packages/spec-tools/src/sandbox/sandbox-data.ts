import { readVendor } from '@plumbline/repository/vendor';
import { type Document, operationsOf } from '../document/document.ts';

/** Keys whose texts are for people. The sandbox does without them. */
const prose = new Set([
  'description',
  'summary',
  'externalDocs',
  'tags',
  'contact',
  'license',
  'title',
  'jsonSchemaDialect',
]);
/** Keys whose values have names that the document chose, such as a property called `title`. */
const named = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'schemas',
  'examples',
  'paths',
  'responses',
  'x-resources',
]);
/** Keys whose values are data. */
const data = new Set(['value', 'example', 'default', 'const', 'enum', 'set', 'steps', 'where']);

/**
 * A spec without what only people read: descriptions, and the evidence of what is documented. Of other evidence, the level and the
 * note stay, since the sandbox reports them.
 */
export function stripSpec(document: Document): object {
  return strip(document, '') as object;
}

function strip(node: unknown, key: string): unknown {
  if (data.has(key) || typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((item) => strip(item, ''));
  const entries = Object.entries(node).flatMap(([name, value]): [string, unknown][] => {
    if (named.has(key)) return [[name, strip(value, '')]];
    if (prose.has(name)) return [];
    if (name === 'x-evidence')
      return value.level === 'documented'
        ? []
        : [[name, { level: value.level, note: value.note, covers: value.covers }]];
    // Examples of parameters are for people, too. Those of media types are responses.
    if (name === 'example' && 'in' in node) return [];
    return [[name, strip(value, name)]];
  });
  return Object.fromEntries(entries);
}

/** A bundler may take `module.exports` for the default export, or its `default`: here both are the data. */
const defaultExport = `module.exports.default = module.exports;
Object.defineProperties(module.exports, { __esModule: { value: true }, default: { enumerable: false } });
`;

/** The files of `@plumbline/spec-<vendor>/sandbox`, by their names in `dist`: an ES module, a CommonJS module, and their types. */
export function sandboxFiles(vendor: string, document: Document): Readonly<Record<string, string>> {
  const text = JSON.stringify(stripSpec(document));
  const { name, declaration } = declareData(vendor, document);
  const doc = `/** The data of ${document.info.title} for \`createSandbox\`. */\n`;
  return {
    'sandbox.js': `export default ${text};\n`,
    'sandbox.cjs': `module.exports = ${text};\n${defaultExport}`,
    'sandbox.d.ts': `${doc}export ${declaration}\n${doc}declare const vendor: ${name};\nexport default vendor;\n`,
    // A module that exports one value has its types in a namespace of the same name.
    'sandbox.d.cts': `declare namespace vendor {\n${doc}${declaration}\n}\n${doc}declare const vendor: vendor.${name};\nexport = vendor;\n`,
  };
}

function declareData(vendor: string, document: Document): { readonly name: string; readonly declaration: string } {
  const union = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(' | ') || 'never';
  const fields = (names: readonly string[], type: string) =>
    names.map((name) => `readonly ${JSON.stringify(name)}: ${type};`).join(' ');
  const operations = operationsOf(document).map(({ id }) => id);
  const [{ factory = '', mock = {} } = {}] = readVendor(vendor).clients;
  // Editors show the name instead of all names of the document.
  const name = `${factory.replace(/^create/, '')}Data`;
  const credentials = Object.keys(mock);
  const resources = Object.keys(document['x-resources'] ?? {});
  const declaration = `interface ${name} {
  readonly openapi: string;
  readonly "x-resources": { ${fields(resources, 'object')} };
  readonly "~types"?: {
    readonly operations: ${union(operations)};
    readonly credentials: { ${fields(credentials, 'string')} };
  };
}`;
  return { name, declaration };
}
