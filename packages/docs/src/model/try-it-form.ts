import { STATUS_CODES } from 'node:http';
import { bodyKindOf } from '@plumbline/spec-tools/document/content-kind';
import type { Parameter } from '@plumbline/spec-tools/document/document';
import { filesOf } from '@plumbline/spec-tools/generate/binary-types';
import { fixedValueOf } from '@plumbline/spec-tools/generate/method-parameters';
import type { Shape } from './field.ts';
import type { OperationPage } from './operation-page.ts';
import {
  type FixedInput,
  findTokenRequest,
  formatBody,
  listCredentials,
  sandboxServerOf,
  type TokenRequest,
  withClient,
} from './sandbox-credentials.ts';
import type { DescribedDocument } from './spec-node.ts';

/** A parameter as a field of the form. */
export interface Input {
  readonly name: string;
  readonly location: Parameter['in'];
  readonly value: string;
  readonly placeholder: string;
  readonly required: boolean;
  /** The values to choose from. Empty if the parameter takes any text. */
  readonly values: readonly string[];
  /** Whether the parameter takes other values too. */
  readonly open: boolean;
  /** The default of the spec, as JSON. */
  readonly default: string | undefined;
  /** Whether the value is an array or an object, written as JSON. */
  readonly structured: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Its media type, in place of a style. */
  readonly mediaType: string | undefined;
}

/** The form of an operation: its inputs, and what it always sends. */
export interface TryItForm {
  readonly method: string;
  /** Where the API is, without a slash at the end. */
  readonly server: string;
  readonly path: string;
  readonly fixed: readonly FixedInput[];
  /** The request that gets an access token, if the operation needs one that the sandbox issues. */
  readonly token: TokenRequest | undefined;
  readonly inputs: readonly Input[];
  readonly bodies: readonly { readonly label: string; readonly type: string; readonly text: string }[];
  /** The fields of multipart bodies that are files. An empty one is the whole body. */
  readonly files: readonly string[];
  /** The names of the statuses that the spec has. */
  readonly statuses: Readonly<Record<string, string>>;
  /** Where the message of an error stands. */
  readonly pointers: readonly string[] | undefined;
  readonly responses: readonly { readonly label: string; readonly prefer: string; readonly type: string | undefined }[];
}

/** Builds the form that sends the request of an operation to the sandbox. */
export function buildTryItForm(document: DescribedDocument, page: OperationPage): TryItForm {
  const { method, path, parameters } = page.operation;
  const isFixed = (parameter: Parameter) => fixedValueOf(parameter) !== undefined;
  return {
    method,
    server: sandboxServerOf(document, page.operation),
    path,
    fixed: [
      ...listCredentials(document, page.operation),
      ...parameters.filter(isFixed).map((parameter) => {
        return { name: parameter.name, location: parameter.in, value: String(fixedValueOf(parameter)) };
      }),
    ],
    token: findTokenRequest(document, page.operation),
    inputs: parameters.flatMap((parameter, index) => {
      const shape = page.parameters[index]?.shape;
      return shape && !isFixed(parameter) ? [toInput(parameter, shape)] : [];
    }),
    bodies: (page.body?.media ?? []).flatMap(({ type, examples }, _, all) =>
      examples.map(({ name, summary, value }) => ({
        label: (summary ?? name) + (all.length > 1 ? ` (${type})` : ''),
        ...formatBody(document, page.operation, type, withClient(document, page.operation, value)),
      })),
    ),
    files: [...new Set((page.body?.media ?? []).flatMap(({ type }) => listFiles(document, page, type)))],
    statuses: Object.fromEntries(page.responses.map(({ status }) => [status, STATUS_CODES[status] ?? ''])),
    pointers: document['x-errors']?.message?.pointers,
    responses: page.responses.flatMap(({ status, media }) => listResponses(codeOf(page, status), status, media)),
  };
}

function listFiles(document: DescribedDocument, { operation }: OperationPage, mediaType: string): string[] {
  const kind = bodyKindOf(mediaType);
  const media = operation.body?.content[mediaType];
  if (kind === 'multipart' && media) return filesOf(document, media).map(([name]) => name);
  return kind === 'bytes' ? [''] : [];
}

function toInput(parameter: Parameter, shape: Shape): Input {
  const { name, in: location, required = false, schema, example, content, allowReserved = false } = parameter;
  const { style = /query|cookie/.test(location) ? 'form' : 'simple', explode = style === 'form' } = parameter;
  const structured = schema.type === 'array' || schema.type === 'object' || typeof example === 'object';
  const text = structured ? JSON.stringify(example) : String(example);
  const value = required ? text : '';
  const known = shape.type === 'boolean' ? ['true', 'false'] : shape.values.map((json) => String(JSON.parse(json)));
  return {
    name,
    location,
    value,
    placeholder: text,
    required,
    values: structured ? [] : known,
    open: shape.open,
    default: shape.default,
    structured,
    style,
    explode,
    allowReserved,
    mediaType: Object.keys(content ?? {})[0],
  };
}

/** A single status, as `Prefer` names it, for a status, a range or `default`, which is the success if no other is declared. */
function codeOf({ responses }: OperationPage, status: string): string {
  if (status !== 'default') return status.replace('XX', '00');
  return responses.some((one) => /^[23]/.test(one.status)) ? '503' : '200';
}

function listResponses(
  code: string,
  status: string,
  media: OperationPage['responses'][number]['media'],
): TryItForm['responses'] {
  if (media.length === 0) return [{ label: status, prefer: `code=${code}`, type: undefined }];
  return media.flatMap(({ type, examples }) =>
    examples.map(({ name }) => ({
      label: examples.length + media.length > 2 ? `${status}: ${name}, ${type}` : status,
      prefer: `code=${code}, example=${name}`,
      type,
    })),
  );
}
