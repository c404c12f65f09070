import { type BodyContext, writeRequestBody } from './bodies.ts';
import { CannotTake, type LeftOut, type Notes, noNotes } from './notes.ts';
import { nameOperations, type Rename } from './operation-ids.ts';
import { writeParameters } from './parameters.ts';
import { Refusal } from './refusal.ts';
import { writeResponses } from './responses.ts';
import { createSchemaWriter, readComponents } from './schemas.ts';
import { type Auth, chooseAuth, isPlainAddress } from './security.ts';
import { methods, type Node, type Source } from './source.ts';
import { specDocument } from './spec-document.ts';
import { tokenPathItem, tokenPlace } from './token-operation.ts';

/** A document written up as a spec, and what became of it on the way. */
export interface WrittenUp {
  readonly document: Node;
  readonly auth: Auth;
  readonly notes: Notes;
  /** The address of the API; `known` is false where the document names none that credentials can be sent to. */
  readonly server: { readonly url: string; readonly known: boolean };
  /** The operations that are in the spec, as the document has them. */
  readonly taken: readonly { readonly id: string; readonly method: string; readonly path: string }[];
}

interface Found {
  readonly method: string;
  readonly path: string;
  readonly operation: Node;
}

/**
 * Writes a document up as a spec: all that the lint rules demand, with evidence that nobody knows.
 *
 * @param refused Operations that proved not to be usable, with the reason; they are left out.
 * @throws {Refusal} When no operation can be taken.
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
    paths[place.path] = tokenPathItem(place);
  }
  for (const [index, { method, path, operation }] of found.entries()) {
    const id = ids[index] ?? '';
    try {
      if (paths[path]?.[method])
        throw new CannotTake('It is the token endpoint, which the spec describes as OAuth 2.0 does.');
      if (operation.servers) throw new CannotTake('It has a server of its own.');
      if (/[?#]/.test(path)) throw new CannotTake('Its path has `?` or `#` in it.');
      const security = auth.securityOf(operation);
      const parameters = writeParameters(source, operation.parameters, path, { schemas, notes });
      const requestBody = operation.requestBody && writeRequestBody(context, operation.requestBody);
      if (requestBody && parameters.some(({ name }) => name === 'body'))
        throw new CannotTake('A parameter is called `body`, as methods call a body that has no fields.');
      const takes = requestBody || parameters.some((one) => one.in === 'query') ? 'input' : 'path';
      const secured = security.length > 0 && security.every((one) => Object.keys(one).length > 0);
      const needed = takes === 'path' && !parameters.some((one) => one.in === 'path') ? 'nothing' : takes;
      const responses = writeResponses(context, operation.responses ?? {}, { takes: needed, secured });
      const written = {
        operationId: id,
        ...wordsOf(id, operation),
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
      if (!(error instanceof CannotTake)) throw error;
      notes.leftOut.push({ method, path, reason: error.message });
    }
  }
  if (taken.length === 0) {
    const reasons = [...new Set(notes.leftOut.map(({ reason }) => reason))].slice(0, 3).join(' ');
    throw new Refusal(`${source.name}: none of its operations can be taken. ${reasons}`);
  }
  const document = specDocument(vendor, source, { paths, auth, server: server.url, schemas: schemas.components });
  return { document, auth, notes, server, taken };
}

/** Why names of the document were replaced: each reason once, with the operations that have other names. */
function describeRenames(renames: readonly Rename[]): string[] {
  return [...new Set(renames.map(({ problem }) => problem))].map((problem) => {
    const ids = renames.filter((rename) => rename.problem === problem).map(({ id }) => `\`${id}\``);
    const shown = ids.length > 3 ? [...ids.slice(0, 3), `${ids.length - 3} more`] : ids;
    return `A name of the document is replaced: ${problem} The spec has ${shown.join(', ')}. Choose better names if there are.`;
  });
}

function operationsIn({ document }: Source, notes: Notes): Found[] {
  return Object.entries<Node>(document.paths).flatMap(([path, item]) => {
    for (const method of ['head', 'options', 'trace'].filter((name) => item[name])) {
      notes.leftOut.push({ method, path, reason: `Clients here do not send ${method.toUpperCase()}.` });
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
    `The document names no server that credentials could be sent to. The spec has ${placeholder}, which does not exist.`,
  );
  return { url: placeholder, known: false };
}

function wordsOf(id: string, { summary, description }: Node): Node {
  const clean = (text: unknown) => (typeof text === 'string' ? text.trim() : '');
  const [sentence = ''] = clean(description).split(/(?<=[.!?])\s|\n/);
  const short = clean(summary) || (sentence.length < 120 ? sentence : '') || id.replaceAll('/', ' ');
  return { summary: short.replace(/\.$/, ''), description: clean(description) || `${short.replace(/\.?$/, '')}.` };
}

function evidenceOf({ name }: Source, place: string): Node {
  return {
    level: 'unknown',
    source: `${name} §${place}`,
    note: 'Taken over from the document; nobody has checked it.',
  };
}
