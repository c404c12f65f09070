import type { Document } from '@plumbline/spec-tools/document/document';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { type ApiServer, partPattern, type ServerOption } from '../write-up/servers.ts';

/** The interface of the options of a server. */
export function serverOptionLines({ options }: ApiServer): string[] {
  return options.map(({ option, values, default: standard, hasDefault }) => {
    const type = values ? values.map((value) => `'${value}'`).join(' | ') : 'string';
    const says = hasDefault ? 'Part' : 'Pass yours: the document has no default for this part';
    return `/** ${says} of the server's URL. @default ${standard} */\n  readonly ${option}?: ${type} | undefined;`;
  });
}

/** The options of a server for `defineClient`. */
export function serverDefinitionLines({ options }: ApiServer): string[] {
  return options.map(({ option, default: standard, values, isInPath }) => {
    const escaped = values?.map((value) => value.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
    const test = escaped ? `/^(${escaped.join('|')})$/` : String(partPattern(isInPath));
    const problem = values
      ? `must be ${values.map((value) => `"${value}"`).join(' or ')}.`
      : `must be one part of a ${isInPath ? 'path' : 'host name'}, such as "${standard}".`;
    return `${option}: { type: 'text', default: '${standard}', pattern: { test: ${test}, problem: '${problem}' } },`;
  });
}

/** The server for `defineClient`: its URL, or a function of its options. `baseUrl` replaces it. */
export function serverCode({ url, template, options }: ApiServer): string {
  if (options.length === 0) return `'${url}'`;
  const optionOf = (name: string) => options.find((one: ServerOption) => one.name === name)?.option;
  const filled = template.replace(/\{([^}]+)\}/g, (_, name: string) => `\${${optionOf(name)}}`);
  const names = options.map(({ option }) => option).join(', ');
  return `({ ${names} }, { baseUrl }) => (baseUrl === undefined ? \`${filled}\` : baseUrl)`;
}

/** The paths of which every operation has a server of its own: `api` has no such path, since it calls one server. */
export function pathsElsewhere(document: Document): string[] {
  const operations = operationsOf(document);
  const here = new Set(operations.flatMap(({ path, server }) => (server === undefined ? [path] : [])));
  return [...new Set(operations.map(({ path }) => path))].filter((path) => !here.has(path));
}
