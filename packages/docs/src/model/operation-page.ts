import { type Evidence, type Level, type Operation, resolve } from '@plumbline/spec-tools/document/document';
import { operationPath } from '@plumbline/spec-tools/document/operation-id';
import { callTypesOf } from '@plumbline/spec-tools/generate/call-types';
import { type RetrySafety, retrySafetyOf } from '@plumbline/spec-tools/generate/retry-safety';
import type { TypeNames } from '@plumbline/spec-tools/generate/type-names';
import { buildCurlCommand } from './curl.ts';
import { countLevels, differsFromParent, requireEvidence, type Tally } from './evidence.ts';
import { type Field, flattenFields, type Shape, ShapeReader } from './shape.ts';
import type {
  Described,
  DescribedBody,
  DescribedDocument,
  DescribedHeader,
  DescribedMedia,
  DescribedParameter,
  DescribedResponse,
} from './spec-node.ts';

/** A part of a page with its own evidence, or with that of its parent. */
interface WithEvidence {
  readonly evidence: Evidence;
  /** Whether the page must show the evidence, since it differs from that of the parent. */
  readonly differs: boolean;
}
export interface Example {
  readonly name: string;
  readonly summary: string | undefined;
  readonly value: unknown;
}
export interface Media extends WithEvidence {
  readonly type: string;
  readonly shape: Shape;
  readonly examples: readonly Example[];
}
export interface Body extends WithEvidence {
  readonly description: string | undefined;
  readonly required: boolean;
  readonly media: readonly Media[];
}
export interface StatusResponse extends WithEvidence {
  readonly status: string;
  readonly description: string;
  readonly headers: readonly Field[];
  readonly media: readonly Media[];
}

/** The content of the page of an operation. */
export interface OperationPage {
  readonly id: string;
  /** The name of the client's method, such as `users.list`. */
  readonly name: string;
  /** The path of the page below that of the vendor. */
  readonly path: string;
  readonly tag: string;
  readonly operation: Operation;
  readonly server: string;
  readonly evidence: Evidence;
  readonly parameters: readonly Field[];
  readonly body: Body | undefined;
  readonly responses: readonly StatusResponse[];
  readonly retry: RetrySafety;
  readonly curl: string;
  /** The names of the exported types of the method's parameters and of its response body, if it has any, and of its result. */
  readonly types: {
    readonly parameters: string | undefined;
    readonly response: string | undefined;
    readonly result: string;
  };
  /** The number of statements of the page at each evidence level. */
  readonly tally: Tally;
}

/**
 * Reads the page of an operation from its spec.
 *
 * @param names The names of the types that the vendor's package exports.
 * @throws if the operation has no evidence, or if a parameter, a request body or a response has no example.
 */
export function readOperationPage(
  vendor: string,
  document: DescribedDocument,
  operation: Operation,
  names: TypeNames,
): OperationPage {
  const { id, method, path, object } = operation;
  const location = `specs/${vendor}: ${method} ${path}`;
  const evidence = requireEvidence(object, location);
  const reader = new ShapeReader(document);
  const readEvidence = (node: Described) => {
    const own = node['x-evidence'] ?? evidence;
    return { evidence: own, differs: differsFromParent(own, evidence) };
  };
  const readMedia = (content: Readonly<Record<string, DescribedMedia>> = {}, parent: Evidence, owner: string) =>
    Object.entries(content).map(([type, media]): Media => {
      const examples = Object.entries(media.examples ?? {});
      if (examples.length === 0) throw new Error(`${owner} ${type} has no example. Add \`examples\` to the spec.`);
      const own = media['x-evidence'] ?? parent;
      return {
        type,
        shape: reader.readShape(media.schema, own),
        examples: examples.map(([name, { summary, value }]) => ({ name, summary, value })),
        evidence: own,
        differs: differsFromParent(own, parent),
      };
    });

  const parameters = (operation.parameters as readonly DescribedParameter[]).map((parameter) => {
    const { name, example, required = false, description, deprecated = false } = parameter;
    if (example === undefined)
      throw new Error(`${location}: the parameter ${name} has no example. Add it to the spec.`);
    const ownDescription = description ? { description } : {};
    return reader.readField(name, parameter.schema, required, evidence, {
      ...readEvidence(parameter),
      ...ownDescription,
      example,
      deprecated,
    });
  });
  const requestBody = operation.body as DescribedBody | undefined;
  const body = requestBody && {
    ...readEvidence(requestBody),
    description: requestBody.description,
    required: requestBody.required ?? false,
    media: readMedia(requestBody.content, readEvidence(requestBody).evidence, `${location}: the request body`),
  };
  const responses = Object.entries(operation.responses as Readonly<Record<string, DescribedResponse>>).map(
    ([status, response]): StatusResponse => ({
      ...readEvidence(response),
      status,
      description: response.description ?? '',
      headers: Object.entries(response.headers ?? {}).map(([name, node]) => {
        const header = resolve<DescribedHeader>(document, node);
        const { description, example } = header;
        const ownDescription = description ? { description } : {};
        return reader.readField(name, header.schema, false, readEvidence(response).evidence, {
          ...readEvidence(header),
          ...ownDescription,
          example,
        });
      }),
      media: readMedia(response.content, readEvidence(response).evidence, `${location}: the response ${status}`),
    }),
  );
  return {
    id,
    name: id.replaceAll('/', '.'),
    path: operationPath(id),
    tag: (object as { tags?: readonly string[] }).tags?.[0] ?? '',
    operation,
    server: operation.server ?? document.servers[0]?.url ?? '',
    evidence,
    parameters,
    body,
    responses,
    retry: retrySafetyOf(operation),
    curl: buildCurlCommand(document, operation),
    types: nameTypes(document, operation, names),
    tally: countLevels(listLevels(evidence, parameters, body, responses)),
  };
}

function nameTypes(document: DescribedDocument, operation: Operation, names: TypeNames): OperationPage['types'] {
  const { params, response, result } = callTypesOf(document, operation, names);
  const withoutMedia = (name: string) => name.replace('<Media>', '');
  return {
    parameters: params,
    response: /^(undefined|unknown)$/.test(response) ? undefined : withoutMedia(response),
    result: withoutMedia(result),
  };
}

/**
 * Lists the evidence level of each statement of a page: the operation, its parameters, the request body and its fields, each status,
 * the fields of a success, and each media type whose evidence differs.
 */
function listLevels(
  evidence: Evidence,
  parameters: readonly Field[],
  body: Body | undefined,
  responses: readonly StatusResponse[],
): Level[] {
  const listFields = (media: readonly Media[]) => {
    const [first] = media;
    if (!first) return [];
    return [...first.shape.fields, ...first.shape.variants.flatMap(({ fields }) => fields)];
  };
  const successes = responses.filter(({ status }) => status.startsWith('2'));
  const fields = [
    ...parameters,
    ...listFields(body?.media ?? []),
    ...successes.flatMap(({ media }) => listFields(media)),
  ];
  const media = [...(body?.media ?? []), ...successes.flatMap((response) => response.media)].filter(
    (one) => one.differs,
  );
  return [{ evidence }, ...flattenFields(fields), ...(body ? [body] : []), ...media, ...responses].map(
    (statement) => statement.evidence.level,
  );
}
