import type { Operation, Parameter } from '@plumbline/spec-tools/document/document';
import { fixedValueOf } from '@plumbline/spec-tools/generate/method-parameters';
import type { DescribedDocument } from './spec-node.ts';

/** Builds the request of an operation as a curl command, with the examples of the spec as values. */
export function buildCurlCommand(document: DescribedDocument, operation: Operation): string {
  const { method, parameters, body } = operation;
  const [type, media] = Object.entries(body?.content ?? {})[0] ?? [];
  const example = Object.values(media?.examples ?? {})[0]?.value;
  const parametersIn = (location: string) => parameters.filter((parameter) => parameter.in === location);
  const query = parametersIn('query').filter(
    ({ name, required }) => required || isPaginationParameter(operation, name),
  );
  const search = query.map(({ name, example: value }) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  const headers = [
    ...listCredentials(document, operation),
    ...parametersIn('header').flatMap(formatHeader),
    ...(type === 'application/json' ? [`Content-Type: ${type}`] : []),
  ];
  const data =
    example === undefined
      ? []
      : type === 'application/json'
        ? [formatJsonBody(example)]
        : formatFormBody(Object(example));
  const url = buildUrl(document, operation) + (search && `?${search}`);
  const verb = method === 'GET' || (method === 'POST' && data.length > 0) ? '' : `-X ${method} `;
  return [`curl ${verb}${quote(url)}`, ...headers.map((header) => `-H "${header}"`), ...data].join(' \\\n  ');
}

/** The URL of an operation's server, with the defaults of its variables. */
export function baseUrlOf(document: DescribedDocument, { server }: Operation): string {
  const [first] = document.servers;
  return (server ?? first?.url ?? '').replace(/\{([^}]+)\}/g, (_, name) => first?.variables?.[name]?.default ?? '');
}

function buildUrl(document: DescribedDocument, operation: Operation): string {
  const { path, parameters } = operation;
  const filled = path.replace(/\{([^}]+)\}/g, (whole, name) => {
    const example = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.example;
    return example === undefined ? whole : encodeURIComponent(String(example));
  });
  return baseUrlOf(document, operation) + filled;
}

/** Formats a required header or an idempotency key. Optional headers are left out. */
function formatHeader(parameter: Parameter): string[] {
  const { name, required, example } = parameter;
  const isKey = /^idempotency-key$/i.test(name);
  const value = fixedValueOf(parameter) ?? (isKey ? '$(uuidgen)' : required && example);
  return value === undefined || value === false ? [] : [`${name}: ${value}`];
}

function isPaginationParameter({ object }: Operation, name: string): boolean {
  const { page, offset, limit } = object['x-pagination'] ?? {};
  return [page, offset, limit].includes(name);
}

function listCredentials({ components }: DescribedDocument, { object: { security = [] } }: Operation): string[] {
  return Object.keys(security[0] ?? {}).map((scheme) => {
    const { type, name = '' } = components.securitySchemes[scheme] ?? {};
    if (type !== 'apiKey') return 'Authorization: Bearer $ACCESS_TOKEN';
    return `${name}: $${name.replace(/^X-/, '').replaceAll('-', '_')}`;
  });
}

function formatJsonBody(example: unknown): string {
  return `-d ${quote(JSON.stringify(example, null, 2).replaceAll('\n', '\n  '))}`;
}

function formatFormBody(example: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(example).map(([name, value]) => `--data-urlencode ${quote(`${name}=${value}`)}`);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
