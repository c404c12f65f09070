import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstSections, writeEntry } from '@plumbline/release/spec-changes/changelog';
import { root, vendors } from '@plumbline/repository/repository';
import type { Document } from '@plumbline/spec-tools/document/document';
import { generateCode } from '@plumbline/spec-tools/generate/generated-files';
import { stringify } from 'yaml';
import { fillTemplate, type Values } from '../fill-template.ts';
import type { Node, Source } from '../read/source.ts';
import type { WrittenUp } from '../write-up/write-up.ts';
import { type ClientCode, clientCodeOf } from './client-files.ts';
import { firstWorkflow } from './first-workflow.ts';
import { describeSignIn, type SignIn } from './sign-in.ts';
import { firstOperation, snippetFiles } from './snippets.ts';
import { nameOf, valuesOf } from './vendor-values.ts';
import { type Files, formatText } from './write-files.ts';

export interface VendorFiles {
  readonly files: Files;
  readonly values: Values;
  readonly signIn: SignIn;
  readonly code: ClientCode;
}

/** Makes all files of a vendor. Its manifests are copies of the first vendor's with other names. */
export async function vendorFiles(vendor: string, source: Source, written: WrittenUp): Promise<VendorFiles> {
  const document = written.document as unknown as Document;
  const signIn = describeSignIn(vendor, `create${nameOf(vendor)}`, written);
  const common: Values = { ...signIn.values, ...valuesOf(vendor, source, written) };
  const code = clientCodeOf(vendor, document, firstOperation(document), common);
  const values: Values = { ...common, ...code.values };
  const missing = values.missing ? fillTemplate(`package/${values.missing}.test.ts.txt`, values) : '';
  const [[examplePath, exampleText] = ['', ''], ...snippets] = snippetFiles(vendor, document, values);
  const example = await formatText(examplePath, exampleText);
  const filled: Values = { ...values, missing, example };
  const spec = join('specs', vendor);
  const folder = join('packages', vendor);
  const generated = await generateCode(vendor, document);
  const files = new Map<string, string>([
    [join(spec, 'openapi.yaml'), writeYaml(document)],
    [join(spec, 'redocly.yaml'), fillTemplate('spec/redocly.yaml', filled)],
    [join(spec, 'README.md'), fillTemplate('spec/README.md', filled)],
    [join(spec, 'CHANGELOG.md'), writeEntry(undefined, '0.1.0', firstSections(document))],
    [
      join(spec, 'workflows.arazzo.yaml'),
      fillTemplate('spec/workflows.arazzo.yaml', {
        ...filled,
        workflow: firstWorkflow(document, signIn.credentials),
      }),
    ],
    [join(spec, 'fixtures', 'operations.json'), json(operationRows(source, written))],
    [join(spec, 'package.json'), json(manifestOf('specs', vendor, values))],
    [join(spec, 'LICENSE'), sibling('specs', 'LICENSE')],
    [join(folder, 'package.json'), json(withParser(manifestOf('packages', vendor, values, code.manifest), generated))],
    [join(folder, 'tsconfig.json'), sibling('packages', 'tsconfig.json')],
    [join(folder, 'vitest.config.ts'), sibling('packages', 'vitest.config.ts')],
    [join(folder, 'LICENSE'), sibling('packages', 'LICENSE')],
    [join(folder, 'README.md'), fillTemplate('package/README.md', filled)],
    [join(folder, 'src', 'index.ts'), fillTemplate('package/index.ts.txt', filled)],
    ...code.files.map(([path, template]): [string, string] => [
      join(folder, path),
      fillTemplate(`package/${template}`, filled),
    ]),
    [join(folder, 'src', 'client.test.ts'), fillTemplate('package/client.test.ts.txt', filled)],
    ...Object.entries(generated).map(([name, text]): [string, string] => [
      join(folder, 'src', 'generated', name),
      text,
    ]),
    [join('.changeset', `add-${vendor}.md`), fillTemplate('changeset.md', filled)],
    [examplePath, example],
    ...snippets,
  ]);
  return { files, values, signIn, code };
}

/** The text of a spec. */
export function writeYaml(document: Document): string {
  return stringify(document, { lineWidth: 130, aliasDuplicateObjects: false });
}

/** The operations of the document as a fixture: a test compares the spec with it. Each operation left out has its reason. */
function operationRows({ name }: Source, { taken, notes }: WrittenUp): object {
  const rows = [
    ...taken.map(({ id, method, path }) => ({ operation: id, method: method.toUpperCase(), path })),
    ...notes.leftOut.map(({ method, path, reason }) => ({ method: method.toUpperCase(), path, excluded: reason })),
  ];
  return [{ source: `${name} §paths`, rows }];
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** @param second The members of a second entry, after those of the first. */
function manifestOf(folder: 'specs' | 'packages', vendor: string, { title = '' }: Values, second: Node = {}): Manifest {
  const first = JSON.parse(sibling(folder, 'package.json'));
  const model = vendors[0] ?? '';
  const isSpec = folder === 'specs';
  const renamed = JSON.parse(
    JSON.stringify(first)
      .replaceAll(`${folder}/${model}`, `${folder}/${vendor}`)
      .replaceAll('--config ../../redocly.yaml', '--config redocly.yaml'),
  );
  return {
    ...renamed,
    ...second,
    exports: { ...renamed.exports, ...second.exports },
    name: isSpec ? `@plumbline/spec-${vendor}` : `@plumbline/${vendor}`,
    version: '0.1.0',
    description: isSpec
      ? `An unofficial, evidence-marked OpenAPI 3.1 document of the ${title}.`
      : `A small, typed client of the ${title}, generated from an evidence-marked OpenAPI document.`,
    keywords: isSpec ? [vendor, 'openapi'] : [vendor, 'openapi', 'client', 'sdk'],
    ...(!isSpec && { devDependencies: { [`@plumbline/spec-${vendor}`]: '0.1.0' } }),
  };
}

/** A package that reads event streams depends on their parser, in the version that the runtime is tested with. */
function withParser(manifest: Manifest, code: Readonly<Record<string, string>>): Manifest {
  const parser = 'eventsource-parser';
  if (!Object.values(code).some((text) => text.includes(`'${parser}'`))) return manifest;
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'packages', 'runtime', 'package.json'), 'utf8'));
  return { ...manifest, dependencies: { ...manifest.dependencies, [parser]: devDependencies[parser] } };
}

/** A file of the first vendor. */
function sibling(folder: string, name: string): string {
  return readFileSync(join(root, folder, vendors[0] ?? '', name), 'utf8');
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
