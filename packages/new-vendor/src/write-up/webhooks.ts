import { bodyKindOf } from '@plumbline/spec-tools/document/content-kind';
import { notReviewed } from '@plumbline/spec-tools/document/document';
import { camelCase, pascalCase, splitWords, untaken } from '../naming.ts';
import type { Notes } from '../notes.ts';
import { follow, type Node, type Source } from '../read/source.ts';
import { sentMediaType } from './body-media-type.ts';
import { examplesOf } from './examples.ts';
import type { SchemaWriter } from './schema-writer.ts';

/** The requests that a vendor sends, for the spec: `webhooks`, and a schema of each body, whose type the package exports. */
export interface Webhooks {
  readonly webhooks: Readonly<Record<string, Node>>;
  readonly schemas: Readonly<Record<string, Node>>;
}

interface Found {
  readonly name: string;
  /** Where it is in the document. */
  readonly place: string;
  readonly operation: Node;
}

/** The webhooks of a document, and the callbacks of its operations. */
export function findWebhooks(source: Source, operations: readonly Node[]): Found[] {
  const { document } = source;
  const named = Object.entries<Node>(Object(document.webhooks)).map(([name, item]) => ({
    name,
    item,
    place: `webhooks ${name}`,
  }));
  const called = operations.flatMap(({ callbacks }) =>
    Object.entries<Node>(Object(callbacks)).flatMap(([name, callback]) =>
      Object.entries<Node>(Object(follow(source, callback)))
        .filter(([expression]) => !expression.startsWith('x-'))
        .map(([, item]) => ({ name, item, place: `callbacks ${name}` })),
    ),
  );
  return [...named, ...called].flatMap(({ name, item, place }) =>
    Object.entries<Node>(Object(item))
      .filter(([method, operation]) => /^(post|put|patch|get|delete)$/.test(method) && Object(operation) === operation)
      .map(([, operation]) => ({ name, place, operation })),
  );
}

/**
 * Writes webhooks and callbacks with the schemas of their JSON bodies, named `…Webhook`.
 *
 * @param ids The operationIds that are taken.
 */
export function writeWebhooks(
  source: Source,
  found: readonly Found[],
  ids: ReadonlySet<string>,
  { schemas, notes }: { schemas: SchemaWriter; notes: Notes },
): Webhooks {
  const written: Webhooks = { webhooks: {}, schemas: {} };
  const types: string[] = [];
  for (const { name, place, operation } of found) {
    const { content = {}, description } = follow(source, operation.requestBody ?? {});
    const mediaType = Object.keys(content).find((name) => bodyKindOf(sentMediaType(source, content, name)) === 'json');
    if (mediaType === undefined) continue;
    const words = splitWords(name);
    const base = pascalCase(name).replace(/Webhook$/, '');
    const type = untaken(`${base}Webhook`, (one) => one in schemas.components || one in written.schemas);
    const key = untaken(camelCase(words) || 'vendor', (one) => one in written.webhooks || ids.has(`webhooks/${one}`));
    const evidence = { level: 'unknown', source: `${source.name} §${place}`, note: notReviewed };
    const schema = schemas.write(content[mediaType].schema ?? {}, 'response');
    Object.assign(written.schemas, { [type]: { ...schema, 'x-evidence': evidence } });
    const summary = textOf(operation.summary) ?? `The vendor sends ${name}`;
    Object.assign(written.webhooks, {
      [key]: {
        post: {
          operationId: `webhooks/${key}`,
          summary,
          description: textOf(operation.description) ?? textOf(description) ?? `${summary}.`,
          tags: ['webhooks'],
          security: [],
          'x-evidence': evidence,
          requestBody: {
            description: textOf(description) ?? 'What the vendor sends.',
            required: true,
            content: {
              'application/json': {
                schema: { $ref: `#/components/schemas/${type}` },
                examples: Object.fromEntries(
                  examplesOf(schema, schemas.components)
                    .slice(0, 1)
                    .map((value) => ['example', { value }]),
                ),
              },
            },
          },
          responses: { '2XX': { description: 'It was received.' } },
        },
      },
    });
    types.push(type);
  }
  noteWebhooks(found, types, notes);
  return written;
}

function noteWebhooks(found: readonly Found[], types: readonly string[], notes: Notes): void {
  if (found.length === 0) return;
  const shown = types.slice(0, 3).map((type) => `\`${type}\``);
  const more = types.length > 3 ? ` and ${types.length - 3} more` : '';
  const exported =
    types.length > 0 ? ` The package exports the types of their bodies: ${shown.join(', ')}${more}.` : '';
  const count = found.length === 1 ? 'a request' : `${found.length} kinds of requests`;
  notes.goodToKnow.push(
    `The vendor sends ${count} (webhooks or callbacks). Clients do not receive them.${exported} Their receivers verify each request, as the vendor says.`,
  );
}

function textOf(text: unknown): string | undefined {
  return typeof text === 'string' && text.trim() ? text.trim() : undefined;
}
