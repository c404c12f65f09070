import { type Evidence, type Level, type Operation, resolve } from '@plumbline/spec-tools/document/document';
import { operationPath } from '@plumbline/spec-tools/document/operation-path';
import { type RetrySafety, retrySafetyOf } from '@plumbline/spec-tools/generate/retry-safety';
import { curlOf } from './curl.ts';
import { differs, ownEvidence, type Tally, tallyOf } from './evidence.ts';
import { allFields, type Field, type Shape, ShapeReader } from './shape.ts';
import type {
  Described,
  DescribedBody,
  DescribedDocument,
  DescribedHeader,
  DescribedMedia,
  DescribedParameter,
  DescribedResponse,
} from './spec-node.ts';

/** A statement that has evidence of its own, or that of what it stands in. */
interface Known {
  readonly evidence: Evidence;
  readonly differs: boolean;
}
export interface Example {
  readonly name: string;
  readonly summary: string | undefined;
  readonly value: unknown;
}
export interface Media extends Known {
  readonly type: string;
  readonly shape: Shape;
  readonly examples: readonly Example[];
}
export interface Body extends Known {
  readonly description: string | undefined;
  readonly required: boolean;
  readonly media: readonly Media[];
}
export interface Answer extends Known {
  readonly status: string;
  readonly description: string;
  readonly headers: readonly Field[];
  readonly media: readonly Media[];
}

/** All that the page of an operation says. */
export interface OperationPage {
  readonly id: string;
  /** As it is called: `users.list`. */
  readonly name: string;
  /** Where its page is, below the vendor's. */
  readonly path: string;
  readonly tag: string;
  readonly operation: Operation;
  readonly server: string;
  readonly evidence: Evidence;
  readonly parameters: readonly Field[];
  readonly body: Body | undefined;
  readonly answers: readonly Answer[];
  readonly retry: RetrySafety;
  readonly curl: string;
  /** How sure the statements of the page are. */
  readonly tally: Tally;
}

/** Reads the page of an operation from its spec, and says where the spec lacks what a page must have. */
export function readOperationPage(vendor: string, document: DescribedDocument, operation: Operation): OperationPage {
  const { id, method, path, object, responses } = operation;
  const place = `specs/${vendor}: ${method} ${path}`;
  const evidence = ownEvidence(object, place);
  const reader = new ShapeReader(document);
  const known = (node: Described) => {
    const own = node['x-evidence'] ?? evidence;
    return { evidence: own, differs: differs(own, evidence) };
  };
  const mediaOf = (content: Readonly<Record<string, DescribedMedia>> = {}, around: Evidence, where: string) =>
    Object.entries(content).map(([type, media]): Media => {
      const examples = Object.entries(media.examples ?? {});
      if (examples.length === 0) throw new Error(`${where} ${type} has no example. Add \`examples\` to the spec.`);
      const own = media['x-evidence'] ?? around;
      return {
        type,
        shape: reader.shapeOf(media.schema, own),
        examples: examples.map(([name, { summary, value }]) => ({ name, summary, value })),
        evidence: own,
        differs: differs(own, around),
      };
    });

  const parameters = (operation.parameters as readonly DescribedParameter[]).map((parameter) => {
    const { name, example, required = false, description, deprecated = false } = parameter;
    if (example === undefined) throw new Error(`${place}: the parameter ${name} has no example. Add it to the spec.`);
    const words = description ? { description } : {};
    return reader.fieldOf(name, parameter.schema, required, evidence, {
      ...known(parameter),
      ...words,
      example,
      deprecated,
    });
  });
  const sent = operation.body as DescribedBody | undefined;
  const body = sent && {
    ...known(sent),
    description: sent.description,
    required: sent.required ?? false,
    media: mediaOf(sent.content, known(sent).evidence, `${place}: the request body`),
  };
  const answers = Object.entries(responses as Readonly<Record<string, DescribedResponse>>).map(
    ([status, response]): Answer => ({
      ...known(response),
      status,
      description: response.description ?? '',
      headers: Object.entries(response.headers ?? {}).map(([name, node]) => {
        const header = resolve<DescribedHeader>(document, node);
        const { description, example } = header;
        const words = description ? { description } : {};
        return reader.fieldOf(name, header.schema, false, known(response).evidence, {
          ...known(header),
          ...words,
          example,
        });
      }),
      media: mediaOf(response.content, known(response).evidence, `${place}: the answer ${status}`),
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
    answers,
    retry: retrySafetyOf(operation),
    curl: curlOf(document, operation),
    tally: tallyOf(levelsOf(evidence, parameters, body, answers)),
  };
}

/** The statements of a page: the operation, what is sent, each status, what a success brings, and a media type that differs. */
function levelsOf(
  evidence: Evidence,
  parameters: readonly Field[],
  body: Body | undefined,
  answers: readonly Answer[],
): Level[] {
  const inMedia = (media: readonly Media[]) => {
    const [first] = media;
    if (!first) return [];
    return [...first.shape.fields, ...first.shape.variants.flatMap(({ fields }) => fields)];
  };
  const successes = answers.filter(({ status }) => status.startsWith('2'));
  const fields = [...parameters, ...inMedia(body?.media ?? []), ...successes.flatMap(({ media }) => inMedia(media))];
  const media = [...(body?.media ?? []), ...successes.flatMap((answer) => answer.media)].filter((one) => one.differs);
  return [{ evidence }, ...allFields(fields), ...(body ? [body] : []), ...media, ...answers].map(
    (statement) => statement.evidence.level,
  );
}
