import { camelCase, splitWords } from '../naming.ts';
import { referencesIn } from '../read/document-grammar.ts';
import { methods, type Node, type Source } from '../read/source.ts';
import { failureComponents, unknownFailure } from './responses.ts';
import { type Auth, securitySchemes } from './security.ts';
import type { ApiServer } from './servers.ts';

/** The written parts of a spec. */
export interface SpecParts {
  readonly paths: Record<string, Node>;
  readonly auth: Auth;
  readonly server: ApiServer;
  readonly schemas: Readonly<Record<string, Node>>;
  readonly webhooks: Readonly<Record<string, Node>>;
}

/** Assembles a spec: its root, its tags, and the referenced components. */
export function specDocument(
  vendor: string,
  source: Source,
  { paths, auth, server, schemas, webhooks }: SpecParts,
): Node {
  const info = source.document.info ?? {};
  // The title goes into comments, headings and tables.
  const title = String(info.title ?? vendor)
    .replace(/\*\/|[|\r\n]+/g, ' ')
    .replace(/[<>]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  const used = referencesIn({ paths });
  const failures = failureComponents(source.name, (name) => used.has(`#/components/responses/${name}`));
  const all = { ...schemas, ...(Object.keys(failures).length > 0 && { UnknownFailure: unknownFailure(source.name) }) };
  const items = [...Object.values(paths), ...Object.values(webhooks)];
  const resources = new Set(items.flatMap((item) => methods.flatMap((one) => item[one]?.tags ?? [])));
  const said = new Map<string, string>(
    (source.document.tags ?? []).map((tag: Node) => [
      camelCase(splitWords(String(tag.name))).toLowerCase(),
      tag.description,
    ]),
  );
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title,
      version: '0.1.0',
      summary: `The ${title}.`,
      description: `An unofficial description. A program converted it from ${source.name} without review: its evidence is unknown throughout.`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [serverNode(server)],
    tags: [...resources]
      .sort()
      .map((name) => ({ name, description: said.get(name.toLowerCase())?.trim() || `Operations on ${name}.` })),
    paths,
    ...(Object.keys(webhooks).length > 0 && { webhooks }),
    components: {
      ...(auth.credentials.length > 0 && { securitySchemes: securitySchemes(source.name, auth.credentials) }),
      ...(Object.keys(failures).length > 0 && { responses: failures }),
      schemas: reachable(all, { paths, webhooks, components: { responses: failures } }),
    },
  };
}

function serverNode({ template, options }: ApiServer): Node {
  const variables = options.map(({ name, default: standard, values }) => [
    name,
    { default: standard, ...(values && { enum: values }) },
  ]);
  return { url: template, ...(options.length > 0 && { variables: Object.fromEntries(variables) }) };
}

/** The referenced schemas: those of operations that were left out are dropped. */
function reachable(schemas: Readonly<Record<string, Node>>, roots: Node): Node {
  const names = new Set<string>();
  const visit = (document: Node): void => {
    for (const reference of referencesIn(document)) {
      const [, name = ''] = /^#\/components\/schemas\/(.+)$/.exec(reference) ?? [];
      const schema = schemas[name];
      if (!schema || names.has(name)) continue;
      names.add(name);
      visit({ components: { schemas: { [name]: schema } } });
    }
  };
  visit(roots);
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => names.has(name)));
}
