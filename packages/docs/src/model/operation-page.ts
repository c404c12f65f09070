import { type Evidence, type Operation, resolve } from '@plumbline/spec-tools/document/document';
import { operationPath } from '@plumbline/spec-tools/document/operation-id';
import { redirects, successKeysOf } from '@plumbline/spec-tools/generate/media-types';
import { methodParametersOf } from '@plumbline/spec-tools/generate/method-parameters';
import { type RetrySafety, retrySafetyOf } from '@plumbline/spec-tools/generate/retry-safety';
import type { TypeNames } from '@plumbline/spec-tools/generate/type-names';
import { describeAlternatives } from './alternatives.ts';
import { buildCurlCommand } from './curl.ts';
import { countLevels, differsFromParent, requireEvidence, type Tally } from './evidence.ts';
import type { Field } from './field.ts';
import { type MethodTypes, nameTypes } from './method-types.ts';
import { type Body, listLevels, type Media, type StatusResponse } from './page-parts.ts';
import { ShapeReader } from './shape.ts';
import type {
  Described,
  DescribedBody,
  DescribedDocument,
  DescribedHeader,
  DescribedMedia,
  DescribedParameter,
  DescribedResponse,
} from './spec-node.ts';

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
  /** The alternatives of credentials, in Markdown. Undefined if there is nothing to choose. */
  readonly credentials: string | undefined;
  readonly parameters: readonly Field[];
  readonly body: Body | undefined;
  readonly responses: readonly StatusResponse[];
  readonly retry: RetrySafety;
  readonly curl: string;
  readonly types: MethodTypes;
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
  const place = `specs/${vendor}: ${method} ${path}`;
  const evidence = requireEvidence(object, place);
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

  const named = new Map(methodParametersOf(operation).map((one) => [`${one.in} ${one.sentName}`, one.name]));
  const parameters = (operation.parameters as readonly DescribedParameter[]).map((parameter) => {
    const { in: location, example, required = false, description, deprecated = false } = parameter;
    const name = named.get(`${location} ${parameter.name}`) ?? parameter.name;
    if (example === undefined) throw new Error(`${place}: the parameter ${name} has no example. Add it to the spec.`);
    const ownDescription = description ? { description } : {};
    return reader.readField(name, parameter.schema, required, evidence, {
      ...readEvidence(parameter),
      ...ownDescription,
      example,
      location,
      deprecated,
    });
  });
  const requestBody = operation.body as DescribedBody | undefined;
  const body = requestBody && {
    ...readEvidence(requestBody),
    description: requestBody.description,
    required: requestBody.required ?? false,
    media: readMedia(requestBody.content, readEvidence(requestBody).evidence, `${place}: the request body`).map(
      (media) => ({ ...media, shape: reader.withFiles(media.shape, media.type) }),
    ),
  };
  const successes = successKeysOf(operation);
  const areRedirects = redirects(operation);
  const responses = Object.entries(operation.responses as Readonly<Record<string, DescribedResponse>>).map(
    ([status, response]): StatusResponse => ({
      ...readEvidence(response),
      status,
      isSuccess: successes.includes(status) || (areRedirects && status.startsWith('3')),
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
      media: readMedia(response.content, readEvidence(response).evidence, `${place}: the response ${status}`).map(
        (media) => ({
          ...media,
          shape: reader.withKind(media.shape, media.type, response.content?.[media.type]?.schema),
        }),
      ),
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
    credentials: describeAlternatives(document, operation),
    parameters,
    body,
    responses,
    retry: retrySafetyOf(operation),
    curl: buildCurlCommand(document, operation),
    types: nameTypes(document, operation, names),
    tally: countLevels(listLevels(evidence, parameters, body, responses)),
  };
}
