import { join } from 'node:path';
import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { hasSelection } from '@plumbline/spec-tools/generate/operations';
import { typeNamesOf } from '@plumbline/spec-tools/generate/type-names';
import { fillTemplate, type Values } from '../fill-template.ts';

/** What depends on whether the operations of a client can be selected, because there are many. */
export interface ClientCode {
  /** Marks of the templates. */
  readonly values: Values;
  /** The specifier and the source of the module with the smallest client, and its factory. */
  readonly smallest: { readonly specifier: string; readonly source: string; readonly create: string };
  /** The paths of files in the package, with their templates. */
  readonly files: readonly (readonly [path: string, template: string])[];
  /** The members of the manifest. */
  readonly manifest: object;
}

/** @param operation The one that the examples call. */
export function clientCodeOf(vendor: string, document: Document, operation: Operation, values: Values): ClientCode {
  const { Name = '', factory = '', variable = '', paths = '', title = '', imports = '' } = values;
  const source = (name: string) => join('src', name);
  const errors = document['x-errors'] !== undefined;
  if (!hasSelection(document)) {
    const declaration = `/** Makes a client of the ${title}. @throws {PlumblineError} If an option is missing, unknown or invalid. */
export const ${factory}: (options?: ${Name}Options) => ${Name} = /* @__PURE__ */ defineClient<
  ${paths},
  ${Name}Operations,
  ${Name}Options
>(`;
    return {
      values: {
        tables: `${errors ? 'errors, ' : ''}features, type ${Name}Operations, ${variable}Operations, `,
        declaration,
        table: `operations: ${variable}Operations,\n  querySerialization,${errors ? '\n  errors,' : ''}\n  features,`,
        end: ')',
        selection: '',
      },
      smallest: { specifier: `@plumbline/${vendor}`, source: source('index.ts'), create: `${factory}(` },
      files: [[source('client.ts'), 'client.ts.txt']],
      manifest: {},
    };
  }
  const names = operation.id.split('/');
  const type = typeNamesOf(vendor, document).operations.get(operation.id) ?? '';
  const selected = type.charAt(0).toLowerCase() + type.slice(1);
  // The names of the operation's groups and of its method: `files: { get: filesGet }`.
  const group = names.reduceRight(
    (inner, name, index) => `${name}: ${index === names.length - 1 ? inner : `{ ${inner} }`}`,
    selected,
  );
  const own = {
    imports: imports.replace('defineClient', 'type SelectionDefinition'),
    tables: `${errors ? 'errors, ' : ''}type ${Name}Operations, `,
    declaration: `/** The definition of all clients, without their operations. */\nexport const definition: SelectionDefinition<${Name}Options> = `,
    table: `querySerialization,${errors ? ' errors,' : ''}`,
    end: '',
    selected,
    group,
    root: names[0] ?? '',
    pathsImport: values.pathsType ? '' : "import type { paths } from './generated/schema.ts';\n",
  };
  return {
    values: { ...own, selection: fillTemplate('package/selection.md', { ...values, ...own }) },
    smallest: {
      specifier: `@plumbline/${vendor}/operations`,
      source: source('operations.ts'),
      create: `${factory}With({ ${group} }, `,
    },
    files: [
      [source('definition.ts'), 'client.ts.txt'],
      [source('client.ts'), 'large-client.ts.txt'],
      [source('operations.ts'), 'operations.ts.txt'],
      [source('operations.test.ts'), 'operations.test.ts.txt'],
    ],
    manifest: withOperations,
  };
}

const targets = (folder: string) => ({ types: `./${folder}operations.d.ts`, default: `./${folder}operations.js` });
/** The second entry of a package. */
const withOperations = {
  typesVersions: { '*': { operations: ['./dist/cjs/operations.d.ts'] } },
  exports: { './operations': { require: targets('dist/cjs/'), default: targets('dist/') } },
};
