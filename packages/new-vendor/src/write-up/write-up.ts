import { notReviewed } from '@plumbline/spec-tools/document/document';
import { titleOf } from '@plumbline/spec-tools/document/operation-id';
import { continueNotes, type LeftOut, type Notes, Refusal, UnsupportedOperation } from '../notes.ts';
import { follow, methods, type Node, type Source } from '../read/source.ts';
import { withErrorPlaces } from './error-places.ts';
import { findOperations } from './find-operations.ts';
import { nameOperations, type Rename } from './operation-ids.ts';
import { addPagination } from './pagination.ts';
import { writeParameters } from './parameters.ts';
import { isKeyOf } from './read-scheme.ts';
import { type BodyContext, writeRequestBody } from './request-body.ts';
import { addResources } from './resources.ts';
import { writeResponses } from './responses.ts';
import { createSchemaWriter } from './schema-writer.ts';
import { type Auth, readAuth } from './security.ts';
import { type ApiServer, readServers } from './servers.ts';
import { specDocument } from './spec-document.ts';
import { tokenPathItem, tokenPlace } from './token-operation.ts';
import { findWebhooks, writeWebhooks } from './webhooks.ts';

/** A document written up as a spec, with notes on the differences. */
export interface WrittenUp {
  readonly document: Node;
  readonly auth: Auth;
  readonly notes: Notes;
  readonly server: ApiServer;
  /** The operations in the spec. */
  readonly taken: readonly { readonly id: string; readonly method: string; readonly path: string }[];
}

/**
 * Writes a document up as a spec that satisfies the lint rules, with unknown evidence.
 *
 * @param refused Operations to leave out, with the reason.
 * @throws {Refusal} When no operation is left.
 */
export function writeUp(vendor: string, source: Source, refused: readonly LeftOut[] = []): WrittenUp {
  const notes = continueNotes(source.notes);
  notes.leftOut.push(...refused);
  const found = findOperations(source, notes);
  const operations = found.map(({ operation }) => operation);
  const servers = readServers(vendor, source, operations, notes);
  const { main: server } = servers;
  const read = readAuth(source, operations, server, notes);
  const sent = findWebhooks(source, operations);
  const responses = [...operations.map((one) => one.responses), ...sent.map((one) => one.operation.requestBody)];
  const schemas = createSchemaWriter(source, responses, notes);
  const context: BodyContext = { source, schemas, notes };
  const renames: Rename[] = [];
  const ids = nameOperations(
    found.map(({ method, path, operation }) => ({
      method,
      path,
      operationId: operation.operationId,
      tag: operation.tags?.[0],
    })),
    (rename) => renames.push(rename),
  );
  notes.leftForYou.push(...describeRenames(renames));

  const paths: Record<string, Node> = {};
  const taken: { id: string; method: string; path: string }[] = [];
  const [token] = read.credentials.filter((one) => one.kind === 'clientCredentials');
  if (token) {
    const place = tokenPlace(token, server.url);
    paths[place.path] = tokenPathItem(place, token.scheme);
  }
  for (const [index, { method, path, template, operation }] of found.entries()) {
    const id = ids[index] ?? '';
    try {
      if (paths[path]?.[method])
        throw new UnsupportedOperation(
          path === template
            ? 'It is the token endpoint, which the spec has from OAuth 2.0.'
            : `Its path is \`${path}\`, as that of another operation.`,
        );
      const security = read.securityOf(operation);
      const own = servers.ownOf(operation);
      const isKey = (parameter: Node) => isKeyOf(read.credentials, security, follow(source, parameter));
      const declared = operation.parameters.filter((parameter: Node) => !isKey(parameter));
      const parameters = writeParameters(source, declared, path, { schemas, notes });
      const requestBody = operation.requestBody && writeRequestBody(context, operation.requestBody, method);
      const takes = requestBody || parameters.some((one) => one.in === 'query') ? 'input' : 'path';
      const secured = security.length > 0 && security.every((one) => Object.keys(one).length > 0);
      const needed = takes === 'path' && !parameters.some((one) => one.in === 'path') ? 'nothing' : takes;
      const responses = writeResponses(context, operation.responses ?? {}, { method, takes: needed, secured });
      const written = {
        operationId: id,
        ...describeOperation(id, operation),
        tags: [id.split('/')[0]],
        ...(operation.deprecated === true && { deprecated: true }),
        security,
        ...(own && { servers: [{ url: own }] }),
        'x-evidence': evidenceOf(source, `${method.toUpperCase()} ${path}`),
        ...(parameters.length > 0 && { parameters }),
        ...(requestBody && { requestBody }),
        responses,
      };
      paths[path] = { ...paths[path], [method]: written };
      taken.push({ id, method, path });
    } catch (error) {
      if (!(error instanceof UnsupportedOperation)) throw error;
      notes.leftOut.push({ method, path: template, reason: error.message });
    }
  }
  if (taken.length === 0) {
    const reasons = [...new Set(notes.leftOut.map(({ reason }) => reason))].slice(0, 3).join(' ');
    throw new Refusal(`${source.name}: none of its operations is supported. ${reasons}`);
  }
  const auth = { ...read, credentials: usedIn(paths, read.credentials) };
  const { webhooks, schemas: bodies } = writeWebhooks(source, sent, new Set(ids), { schemas, notes });
  const parts = { paths, auth, server, schemas: { ...schemas.components, ...bodies }, webhooks };
  const spec = specDocument(vendor, source, parts);
  addPagination(spec, source, notes);
  const document = addResources(withErrorPlaces(spec, source.name), source.name);
  return { document, auth, notes, server, taken };
}

/** Lists the replaced names of the document by reason. */
function describeRenames(renames: readonly Rename[]): string[] {
  return [...new Set(renames.map(({ problem }) => problem))].map((problem) => {
    const ids = renames.filter((rename) => rename.problem === problem).map(({ id }) => `\`${id}\``);
    const shown = ids.length > 3 ? [...ids.slice(0, 3), `${ids.length - 3} more`] : ids;
    const better = ids.length === 1 ? 'a better name' : 'better names';
    return `Choose ${better} than ${shown.join(', ')}, if you can: ${problem}`;
  });
}

/** The credentials that the written operations ask for. */
function usedIn(paths: Readonly<Record<string, Node>>, credentials: Auth['credentials']): Auth['credentials'] {
  const written = Object.values(paths).flatMap((item) => methods.flatMap((method) => item[method] ?? []));
  const names = new Set(written.flatMap(({ security }) => security as Node[]).flatMap(Object.keys));
  return credentials.filter(({ kind, scheme }) => kind === 'clientCredentials' || names.has(scheme));
}

function describeOperation(id: string, { summary, description }: Node): Node {
  const clean = (text: unknown) => (typeof text === 'string' ? text.trim() : '');
  const [sentence = ''] = clean(description).split(/(?<=[.!?])\s|\n/);
  const short = clean(summary) || (sentence.length < 120 ? sentence : '') || titleOf(id);
  return { summary: short.replace(/\.$/, ''), description: clean(description) || `${short.replace(/\.?$/, '')}.` };
}

function evidenceOf({ name }: Source, place: string): Node {
  return {
    level: 'unknown',
    source: `${name} §${place}`,
    note: notReviewed,
  };
}
