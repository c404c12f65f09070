import type { Parameter } from '@plumbline/spec-tools/document/document';
import { fixedValueOf } from '@plumbline/spec-tools/generate/method-parameters';
import type { OperationPage } from './operation-page.ts';
import type { Shape } from './shape.ts';
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
}

/** The form of an operation: its inputs, and the headers that it always sends. */
export interface TryItForm {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly inputs: readonly Input[];
  readonly bodies: readonly { readonly label: string; readonly type: string; readonly text: string }[];
  readonly responses: readonly { readonly label: string; readonly prefer: string; readonly type: string | undefined }[];
}

/** Builds the form that sends the request of an operation to the mock. */
export function buildTryItForm(document: DescribedDocument, page: OperationPage): TryItForm {
  const { method, path, parameters } = page.operation;
  const isFixed = (parameter: Parameter) => fixedValueOf(parameter) !== undefined;
  return {
    method,
    path,
    headers: {
      ...makeCredentials(document, page),
      ...Object.fromEntries(parameters.filter(isFixed).map((fixed) => [fixed.name, String(fixedValueOf(fixed))])),
    },
    inputs: parameters.flatMap((parameter, index) => {
      const shape = page.parameters[index]?.shape;
      return shape && !isFixed(parameter) ? [toInput(parameter, shape)] : [];
    }),
    bodies: (page.body?.media ?? []).flatMap(({ type, examples }, _, all) =>
      examples.map(({ name, summary, value }) => ({
        label: (summary ?? name) + (all.length > 1 ? ` (${type})` : ''),
        type,
        text: formatBody(type, value),
      })),
    ),
    responses: page.responses.flatMap(({ status, media }) => listResponses(status, media)),
  };
}

function toInput(parameter: Parameter, shape: Shape): Input {
  const { name, required = false, schema, example, style = 'form', explode = style === 'form' } = parameter;
  const structured = schema.type === 'array' || schema.type === 'object';
  const text = structured ? JSON.stringify(example) : String(example);
  const value = required ? text : '';
  const known = shape.type === 'boolean' ? ['true', 'false'] : shape.values.map((json) => String(JSON.parse(json)));
  return {
    name,
    location: parameter.in,
    value,
    placeholder: text,
    required,
    values: structured ? [] : known,
    open: shape.open,
    default: shape.default,
    structured,
    style,
    explode,
  };
}

/** Makes placeholder credentials: the mock accepts any. */
function makeCredentials({ components }: DescribedDocument, { operation }: OperationPage): Record<string, string> {
  const needed = operation.object.security?.find((alternative) => Object.keys(alternative).length > 0) ?? {};
  const headers = Object.keys(needed).map((scheme) => {
    const { type, name } = components.securitySchemes[scheme] ?? {};
    return type === 'apiKey' && name ? [name, 'test'] : ['Authorization', 'Bearer test'];
  });
  return Object.fromEntries(headers);
}

function formatBody(type: string, value: unknown): string {
  if (type === 'application/json') return JSON.stringify(value, null, 2);
  return new URLSearchParams(Object(value) as Record<string, string>).toString();
}

function listResponses(status: string, media: OperationPage['responses'][number]['media']): TryItForm['responses'] {
  // Prism takes a single status, so a range or `default` is requested by one of its statuses.
  const code = status === 'default' ? '503' : status.replace('XX', '00');
  if (media.length === 0) return [{ label: status, prefer: `code=${code}`, type: undefined }];
  return media.flatMap(({ type, examples }) =>
    examples.map(({ name }) => ({
      label: examples.length + media.length > 2 ? `${status}: ${name}, ${type}` : status,
      prefer: `code=${code}, example=${name}`,
      type,
    })),
  );
}
