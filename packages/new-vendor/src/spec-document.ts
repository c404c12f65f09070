import { failureComponents, unknownFailure } from './responses.ts';
import { type Auth, securitySchemes } from './security.ts';
import { methods, type Node, type Source } from './source.ts';

/** The parts of a spec that were written. */
export interface Parts {
  readonly paths: Record<string, Node>;
  readonly auth: Auth;
  readonly server: string;
  readonly schemas: Readonly<Record<string, Node>>;
}

/** Puts a spec together: its root, its tags, and the components that something refers to. */
export function specDocument(vendor: string, source: Source, { paths, auth, server, schemas }: Parts): Node {
  const info = source.document.info ?? {};
  // A title stands in comments, headings and tables.
  const title = String(info.title ?? vendor)
    .replace(/\*\/|[|\r\n]+/g, ' ')
    .trim();
  const used = JSON.stringify(paths);
  const failures = failureComponents(source.name, (name) => used.includes(`"#/components/responses/${name}"`));
  const all = { ...schemas, ...(Object.keys(failures).length > 0 && { UnknownFailure: unknownFailure(source.name) }) };
  const resources = new Set(Object.values(paths).flatMap((item) => methods.flatMap((one) => item[one]?.tags ?? [])));
  const said = new Map<string, string>(
    (source.document.tags ?? []).map((tag: Node) => [String(tag.name).toLowerCase(), tag.description]),
  );
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title,
      version: '0.1.0',
      summary: `The ${title}.`,
      description: `An unofficial description. It was taken over from ${source.name} by a machine, and nobody has checked it: its evidence is unknown throughout.`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    tags: [...resources]
      .sort()
      .map((name) => ({ name, description: said.get(name.toLowerCase())?.trim() || `What concerns ${name}.` })),
    paths,
    components: {
      ...(auth.credentials.length > 0 && { securitySchemes: securitySchemes(source.name, auth.credentials) }),
      ...(Object.keys(failures).length > 0 && { responses: failures }),
      schemas: reachable(all, [paths, failures]),
    },
  };
}

/** The schemas that something refers to: those of operations that were left out go. */
function reachable(schemas: Readonly<Record<string, Node>>, roots: unknown): Node {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    for (const [, name = ''] of JSON.stringify(node).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) {
      if (names.has(name)) continue;
      names.add(name);
      visit(schemas[name]);
    }
  };
  visit(roots);
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => names.has(name)));
}
