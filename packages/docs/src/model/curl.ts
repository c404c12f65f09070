import type { Operation, Parameter } from '@plumbline/spec-tools/document/document';
import { fixedValueOf } from '@plumbline/spec-tools/generate/method-parameters';
import { curlOptions, quote } from './body-text.ts';
import type { DescribedDocument } from './spec-node.ts';
import { type WrittenParameter, writeRequest } from './written-request.ts';

/** Builds the request of an operation as a curl command, with the examples of the spec as values. */
export function buildCurlCommand(document: DescribedDocument, operation: Operation): string {
  const { method, parameters, body } = operation;
  const [type, media] = Object.entries(body?.content ?? {})[0] ?? [];
  const example = Object.values(media?.examples ?? {})[0]?.value;
  const isShown = (parameter: Parameter) =>
    parameter.in === 'path' || parameter.required || isPaginationParameter(operation, parameter.name);
  const request = writeRequest(method, operation.path, parameters.filter(isShown).map(toWritten));
  const credentials = listCredentials(document, operation);
  const sentIn = (place: string) => credentials.filter((one) => one.in === place).map(({ text }) => text);
  const { cookie = [], ...written } = request.headers;
  const cookies = [...sentIn('cookie'), ...[cookie].flat()].join('; ');
  const headers = [
    ...sentIn('header'),
    ...(cookies ? [`Cookie: ${cookies}`] : []),
    ...parameters.flatMap((parameter) => formatHeader(parameter, written)),
  ];
  const data = type && media && example !== undefined ? curlOptions(document, type, media, example) : [];
  const keys = sentIn('query').join('&');
  const url = baseUrlOf(document, operation) + request.target;
  // curl reads brackets as ranges.
  const plain = /[[\]{}]/.test(url) ? '--globoff ' : '';
  const isImplied = method === 'GET' || (method === 'POST' && data.length > 0);
  // With `-X HEAD`, curl waits for a body.
  const verb = isImplied ? '' : method === 'HEAD' ? '--head ' : `-X ${method} `;
  // A shell fills in variables between double quotes only.
  const address = keys ? `${quote(url)}"${url.includes('?') ? '&' : '?'}${keys}"` : quote(url);
  const password = sentIn('user').map((text) => `--user "${text}"`);
  return [`curl ${plain}${verb}${address}`, ...password, ...headers.map((header) => `-H "${header}"`), ...data].join(
    ' \\\n  ',
  );
}

/** The URL of an operation's server, with the defaults of its variables. */
export function baseUrlOf(document: DescribedDocument, { server }: Operation): string {
  const [first] = document.servers;
  return (server ?? first?.url ?? '').replace(/\{([^}]+)\}/g, (_, name) => first?.variables?.[name]?.default ?? '');
}

/** A parameter with its example, or else its name. */
function toWritten(parameter: Parameter): WrittenParameter {
  const { name, in: place, example, style, explode, allowReserved, content } = parameter;
  const [mediaType] = Object.keys(content ?? {});
  const value = fixedValueOf(parameter) ?? example ?? name;
  return { name, in: place, value, style, explode, allowReserved, mediaType };
}

/** Formats a required header or an idempotency key. Optional headers are left out. */
function formatHeader(parameter: Parameter, written: Readonly<Record<string, string>>): string[] {
  const { name, in: place } = parameter;
  if (place !== 'header') return [];
  const value = /^idempotency-key$/i.test(name) ? '$(uuidgen)' : written[name];
  return value === undefined ? [] : [`${name}: ${value}`];
}

function isPaginationParameter({ object }: Operation, name: string): boolean {
  const { page, offset, limit } = object['x-pagination'] ?? {};
  return [page, offset, limit].includes(name);
}

interface SentCredential {
  /** `user`: curl's own option for Basic. */
  readonly in: 'header' | 'query' | 'cookie' | 'user';
  readonly text: string;
}

/** The credentials of the first alternative that needs some, as variables of a shell. */
function listCredentials(
  { components }: DescribedDocument,
  { object: { security = [] } }: Operation,
): SentCredential[] {
  const first = security.find((one) => Object.keys(one).length > 0) ?? {};
  return Object.keys(first).flatMap((key): SentCredential[] => {
    const { type, name = '', in: place = 'header', scheme = 'bearer' } = components.securitySchemes[key] ?? {};
    if (type === 'mutualTLS') return [];
    if (type === 'apiKey') {
      const isAuthorization = /^authorization$/i.test(name);
      const variable = `$${isAuthorization ? 'API_KEY' : name.replace(/^X-/, '').replace(/\W+/g, '_')}`;
      return [
        { in: place, text: place === 'header' ? `${name}: ${variable}` : `${encodeURIComponent(name)}=${variable}` },
      ];
    }
    if (type === 'http' && /^basic$/i.test(scheme)) return [{ in: 'user', text: '$USERNAME:$PASSWORD' }];
    const kind = type === 'http' && !/^bearer$/i.test(scheme) ? scheme : 'Bearer';
    return [{ in: 'header', text: `Authorization: ${kind} $ACCESS_TOKEN` }];
  });
}
