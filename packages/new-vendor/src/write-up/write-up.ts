import { type LeftOut, type Notes, noNotes, Refusal, UnsupportedOperation } from '../notes.ts';
import { methods, type Node, type Source } from '../read/source.ts';
import { nameOperations, type Rename } from './operation-ids.ts';
import { writeParameters } from './parameters.ts';
import { type BodyContext, writeRequestBody } from './request-body.ts';
import { addResources } from './resources.ts';
import { writeResponses } from './responses.ts';
import { createSchemaWriter, readComponents } from './schema-writer.ts';
import { type Auth, chooseAuth, isPlainAddress } from './security.ts';
import { specDocument } from './spec-document.ts';
import { tokenPathItem, tokenPlace } from './token-operation.ts';

/** A document written up as a spec, with notes on the differences. */
export interface WrittenUp {
  readonly document: Node;
  readonly auth: Auth;
  readonly notes: Notes;
  /** The address of the API; `known` is false when the document names none that is safe for credentials. */
  readonly server: { readonly url: string; readonly known: boolean };
  /** The operations in the spec. */
  readonly taken: readonly { readonly id: string; readonly method: string; readonly path: string }[];
}

interface Found {
  readonly method: string;
  readonly path: string;
  readonly operation: Node;
}

/**
 * Writes a document up as a spec that satisfies the lint rules, with unknown evidence.
 *
 * @param refused Operations to leave out, with the reason.
 * @throws {Refusal} When no operation is left.
 */
export function writeUp(vendor: string, source: Source, refused: readonly LeftOut[] = []): WrittenUp {
  const notes = noNotes();
  notes.leftOut.push(...refused);
  const isRefused = (one: Found) => refused.some(({ method, path }) => method === one.method && path === one.path);
  const found = operationsIn(source, notes).filter((one) => !isRefused(one));
  const operations = found.map(({ operation }) => operation);
  const auth = chooseAuth(source, operations, notes);
  const server = serverOf(vendor, source, notes);
  const schemas = createSchemaWriter(
    source,
    readComponents(
      source,
      operations.map(({ responses }) => responses),
    ),
    notes,
  );
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
  const [token] = auth.credentials.filter((one) => one.kind === 'clientCredentials');
  if (token) {
    const place = tokenPlace(token, server.url);
    paths[place.path] = tokenPathItem(place, token.scheme);
  }
  for (const [index, { method, path, operation }] of found.entries()) {
    const id = ids[index] ?? '';
    try {
      if (paths[path]?.[method])
        throw new UnsupportedOperation('It is the token endpoint, which the spec has from OAuth 2.0.');
      if (operation.servers) throw new UnsupportedOperation('It has its own server.');
      if (/[?#]/.test(path)) throw new UnsupportedOperation('Its path contains `?` or `#`.');
      const security = auth.securityOf(operation);
      const parameters = writeParameters(source, operation.parameters, path, { schemas, notes });
      const requestBody = operation.requestBody && writeRequestBody(context, operation.requestBody);
      if (requestBody && parameters.some(({ name }) => name === 'body'))
        throw new UnsupportedOperation(
          'A parameter is called `body`, which is the name of a request body without fields.',
        );
      const takes = requestBody || parameters.some((one) => one.in === 'query') ? 'input' : 'path';
      const secured = security.length > 0 && security.every((one) => Object.keys(one).length > 0);
      const needed = takes === 'path' && !parameters.some((one) => one.in === 'path') ? 'nothing' : takes;
      const responses = writeResponses(context, operation.responses ?? {}, { takes: needed, secured });
      const written = {
        operationId: id,
        ...describeOperation(id, operation),
        tags: [id.split('/')[0]],
        ...(operation.deprecated === true && { deprecated: true }),
        security,
        'x-evidence': evidenceOf(source, `${method.toUpperCase()} ${path}`),
        ...(parameters.length > 0 && { parameters }),
        ...(requestBody && { requestBody }),
        responses,
      };
      paths[path] = { ...paths[path], [method]: written };
      taken.push({ id, method, path });
    } catch (error) {
      if (!(error instanceof UnsupportedOperation)) throw error;
      notes.leftOut.push({ method, path, reason: error.message });
    }
  }
  if (taken.length === 0) {
    const reasons = [...new Set(notes.leftOut.map(({ reason }) => reason))].slice(0, 3).join(' ');
    throw new Refusal(`${source.name}: none of its operations is supported. ${reasons}`);
  }
  const parts = { paths, auth, server: server.url, schemas: schemas.components };
  const document = addResources(specDocument(vendor, source, parts), source.name);
  return { document, auth, notes, server, taken };
}

/** Lists the replaced names of the document by reason. */
function describeRenames(renames: readonly Rename[]): string[] {
  return [...new Set(renames.map(({ problem }) => problem))].map((problem) => {
    const ids = renames.filter((rename) => rename.problem === problem).map(({ id }) => `\`${id}\``);
    const shown = ids.length > 3 ? [...ids.slice(0, 3), `${ids.length - 3} more`] : ids;
    return `A name of the document is replaced: ${problem} The spec has ${shown.join(', ')}. Choose better names if you can.`;
  });
}

function operationsIn({ document }: Source, notes: Notes): Found[] {
  return Object.entries<Node>(document.paths).flatMap(([path, item]) => {
    for (const method of ['head', 'options', 'trace'].filter((name) => item[name])) {
      notes.leftOut.push({ method, path, reason: `Clients do not send ${method.toUpperCase()}.` });
    }
    return methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      return [{ method, path, operation: { ...operation, parameters, servers: operation.servers ?? item.servers } }];
    });
  });
}

function serverOf(vendor: string, { document }: Source, notes: Notes): WrittenUp['server'] {
  const { url = '', variables = {} } = document.servers?.[0] ?? {};
  const filled = String(url).replace(/\{([^}]+)\}/g, (_, name: string) => String(variables[name]?.default ?? ''));
  const parsed = URL.parse(filled.replace(/^http:/, 'https:'));
  const address = parsed ? (parsed.origin + parsed.pathname).replace(/\/+$/, '') : '';
  if (/^https:(?!.*(example\.com|localhost)(\/|:|$))/.test(address) && isPlainAddress(address)) {
    return { url: address, known: true };
  }
  const placeholder = `https://api.${vendor}.example`;
  notes.leftForYou.push(
    `The document names no server that is safe for credentials. The spec has the placeholder ${placeholder}.`,
  );
  return { url: placeholder, known: false };
}

function describeOperation(id: string, { summary, description }: Node): Node {
  const clean = (text: unknown) => (typeof text === 'string' ? text.trim() : '');
  const [sentence = ''] = clean(description).split(/(?<=[.!?])\s|\n/);
  const short = clean(summary) || (sentence.length < 120 ? sentence : '') || id.replaceAll('/', ' ');
  return { summary: short.replace(/\.$/, ''), description: clean(description) || `${short.replace(/\.?$/, '')}.` };
}

function evidenceOf({ name }: Source, place: string): Node {
  return {
    level: 'unknown',
    source: `${name} §${place}`,
    note: 'Converted from the document without review.',
  };
}
