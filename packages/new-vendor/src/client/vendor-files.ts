import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstSections, writeEntry } from '@plumbline/release/spec-changes/changelog';
import { root, vendors } from '@plumbline/repository/repository';
import type { Document } from '@plumbline/spec-tools/document/document';
import { generateCode } from '@plumbline/spec-tools/generate/generated-files';
import { stringify } from 'yaml';
import { fillTemplate, type Values } from '../fill-template.ts';
import { camelCase } from '../naming.ts';
import type { Source } from '../read/source.ts';
import type { WrittenUp } from '../write-up/write-up.ts';
import { firstWorkflow } from './first-workflow.ts';
import { describeSignIn, type SignIn } from './sign-in.ts';
import { callOf, firstOperation, snippetFiles } from './snippets.ts';
import { type Files, formatText } from './write-files.ts';

export interface VendorFiles {
  readonly files: Files;
  readonly values: Values;
  readonly signIn: SignIn;
}

/** Makes all files of a vendor. Its manifests are copies of the first vendor's with other names. */
export async function vendorFiles(vendor: string, source: Source, written: WrittenUp): Promise<VendorFiles> {
  const document = written.document as unknown as Document;
  const signIn = describeSignIn(vendor, `create${nameOf(vendor)}`, written.auth, written.server.url);
  const values: Values = { ...signIn.values, ...valuesOf(vendor, source, written) };
  const missing = values.missing ? fillTemplate('package/missing.test.ts.txt', values) : '';
  const [[examplePath, exampleText] = ['', ''], ...snippets] = snippetFiles(vendor, document, values);
  const example = formatText(examplePath, exampleText);
  const filled: Values = { ...values, missing, example };
  const spec = join('specs', vendor);
  const folder = join('packages', vendor);
  const files = new Map<string, string>([
    [join(spec, 'openapi.yaml'), stringify(document, { lineWidth: 130, aliasDuplicateObjects: false })],
    [join(spec, 'README.md'), fillTemplate('spec/README.md', filled)],
    [join(spec, 'CHANGELOG.md'), writeEntry(undefined, '0.1.0', firstSections(document))],
    [
      join(spec, 'workflows.arazzo.yaml'),
      fillTemplate('spec/workflows.arazzo.yaml', {
        ...filled,
        workflow: firstWorkflow(document, written.auth, signIn.client.mock),
      }),
    ],
    [join(spec, 'fixtures', 'operations.json'), json(operationRows(source, written))],
    [join(spec, 'package.json'), json(manifestOf('specs', vendor, values))],
    [join(spec, 'LICENSE'), sibling('specs', 'LICENSE')],
    [join(folder, 'package.json'), json(manifestOf('packages', vendor, values))],
    [join(folder, 'tsconfig.json'), sibling('packages', 'tsconfig.json')],
    [join(folder, 'vitest.config.ts'), sibling('packages', 'vitest.config.ts')],
    [join(folder, 'LICENSE'), sibling('packages', 'LICENSE')],
    [join(folder, 'README.md'), fillTemplate('package/README.md', filled)],
    [join(folder, 'src', 'index.ts'), fillTemplate('package/index.ts.txt', filled)],
    [join(folder, 'src', 'client.ts'), fillTemplate('package/client.ts.txt', filled)],
    [join(folder, 'src', 'client.test.ts'), fillTemplate('package/client.test.ts.txt', filled)],
    ...Object.entries(await generateCode(vendor, document)).map(([name, text]): [string, string] => [
      join(folder, 'src', 'generated', name),
      text,
    ]),
    [join('.changeset', `add-${vendor}.md`), fillTemplate('changeset.md', filled)],
    [examplePath, example],
    ...snippets,
  ]);
  return { files, values, signIn };
}

/** `mx-audience` is `MxAudience`. */
function nameOf(vendor: string): string {
  const name = camelCase(vendor.split('-'));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function valuesOf(vendor: string, source: Source, { document, notes, server, taken }: WrittenUp): Values {
  const title: string = document.info.title;
  const resources = Object.keys(document['x-resources'] ?? {});
  const failures = Object.keys(document.components.responses ?? {}).map((name) => `\`${name}\``);
  const lines = (texts: readonly string[], none: string) => texts.map((text) => `- ${text}`).join('\n') || none;
  const leftOut = notes.leftOut.map(({ method, path, reason }) => `\`${method.toUpperCase()} ${path}\`: ${reason}`);
  return {
    vendor,
    title,
    titleText: JSON.stringify(title),
    Name: nameOf(vendor),
    variable: camelCase(vendor.split('-')),
    factory: `create${nameOf(vendor)}`,
    count: countOf(taken.length),
    source: source.name,
    server: server.url,
    call: callOf(document as unknown as Document, firstOperation(document as unknown as Document)),
    origin: `\`${source.name}\``,
    sources: `\`${source.name}\`, OpenAPI, converted by \`npm run new-vendor\`. Name the vendor's own pages here.`,
    resources: describeResources(resources),
    inspection: resources[0]
      ? `vendor.resources.${resources[0]}.all(); // what the calls of a test left`
      : 'vendor.requests; // what a test sent',
    failures: failures.join(', ') || 'none here',
    leftOut: lines(leftOut, 'Nothing: every operation of the document is in the spec.'),
    leftOpen: lines(
      [...notes.leftOpen].map(([what, count]) => `${what} (${count} ${count === 1 ? 'time' : 'times'})`),
      'Nothing: every schema is as exact as the document.',
    ),
    leftForYou: lines(notes.leftForYou, 'Only the evidence.'),
  };
}

function describeResources(resources: readonly string[]): string {
  if (resources.length === 0)
    return 'no path has items that can be listed or created. The sandbox responds with the examples.';
  const names = resources.map((name) => `\`${name}\``).join(', ');
  return `\`x-resources\` is inferred from paths and schemas (${names}). Operations with \`x-effect: { fixed: examples }\` store nothing.`;
}

/** The operations of the document as a fixture: a test compares the spec with it. Each operation left out has its reason. */
function operationRows({ name }: Source, { taken, notes }: WrittenUp): object {
  const rows = [
    ...taken.map(({ id, method, path }) => ({ operation: id, method: method.toUpperCase(), path })),
    ...notes.leftOut.map(({ method, path, reason }) => ({ method: method.toUpperCase(), path, excluded: reason })),
  ];
  return [{ source: `${name} §paths`, rows }];
}

/** `3 operations`. */
export function countOf(count: number): string {
  return `${count.toLocaleString('en-US')} operation${count === 1 ? '' : 's'}`;
}

function manifestOf(folder: 'specs' | 'packages', vendor: string, { title = '' }: Values): object {
  const first = JSON.parse(sibling(folder, 'package.json'));
  const model = vendors[0] ?? '';
  const isSpec = folder === 'specs';
  const renamed = JSON.parse(JSON.stringify(first).replaceAll(`${folder}/${model}`, `${folder}/${vendor}`));
  return {
    ...renamed,
    name: isSpec ? `@plumbline/spec-${vendor}` : `@plumbline/${vendor}`,
    version: '0.1.0',
    description: isSpec
      ? `An unofficial, evidence-marked OpenAPI 3.1 document of the ${title}.`
      : `A small, typed client of the ${title}, generated from an evidence-marked OpenAPI document.`,
    keywords: isSpec ? [vendor, 'openapi'] : [vendor, 'openapi', 'client', 'sdk'],
    ...(!isSpec && { devDependencies: { [`@plumbline/spec-${vendor}`]: '0.1.0' } }),
  };
}

/** A file of the first vendor. */
function sibling(folder: string, name: string): string {
  return readFileSync(join(root, folder, vendors[0] ?? '', name), 'utf8');
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
