import type { Method } from '@plumbline/repository/clients';
import type { VendorClient } from '@plumbline/repository/vendor';
import { createSandbox } from '@plumbline/sandbox';
import { type Document, fillServer, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { sentPathOf } from '@plumbline/spec-tools/document/path-template';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';
import { successStatusOf } from '@plumbline/spec-tools/generate/media-types';
import type { Exchange, Finding } from '@plumbline/spec-tools/validate/exchange';
import { createResponseValidator } from '@plumbline/spec-tools/validate/response';
import { createSchemaValidators } from '@plumbline/spec-tools/validate/schema-validators';
import { createValidator } from '@plumbline/spec-tools/validate/validate-exchange';

/** The factory of a client, without types. */
export type Create = (options: object) => object;

/** Calls an operation. Resolves with what is wrong with the call; with nothing if it is right. */
export type Caller = (operation: Operation) => Promise<string | undefined>;

/**
 * Makes the function that calls operations through a client, with the examples of the spec, in this process. A sandbox of the spec
 * reads each request and responds with an example, which the validator of the contract tests reads. There is no port, and no time limit:
 * what is right must not depend on the machine.
 */
export function createCaller(document: Document, client: VendorClient, create: Create): Caller {
  const whole = createSandbox(document);
  let vendor = whole;
  const schemas = createSchemaValidators(document);
  const responses: Exchange['response'][] = [];
  const made = create({
    ...client.mock,
    fetch: async (...request: Parameters<typeof vendor.fetch>) => {
      const response = await vendor.fetch(...request);
      const body = await response.clone().text();
      const { status, headers } = response;
      responses.push({ status, headers: Object.fromEntries(headers), ...(body !== '' && { body }) });
      return response;
    },
    retry: false,
    timeout: Number.POSITIVE_INFINITY,
  });
  const shapes = [...new Set(operationsOf(document).map(({ path }) => path))].map(shapeOf);
  return async (operation) => {
    const { path } = operation;
    // Of operations that only a fragment or the name of a parameter tells apart, a sandbox takes the first.
    const isShared = shapes.filter((one) => one === shapeOf(path)).length > 1;
    const spec = isShared ? { ...document, paths: { [path]: document.paths[path] ?? {} } } : document;
    vendor = isShared ? createSandbox(spec) : whole;
    const method = operation.id.split('/').reduce<unknown>((node, name) => Object(node)[name], made) as Method;
    const headers = { prefer: `code=${successStatusOf(operation)}` };
    try {
      const { ok, status } = await method(exampleInput(document, operation), { headers }).result();
      const response = responses.splice(0).at(-1) ?? { status, headers: {} };
      if (!ok && status >= 300)
        return `the sandbox of the spec responds ${status}. ${describeRefusal(spec, response)}`.trim();
      if (!ok) return `the client does not read the ${response.headers['content-type']} of its response.`;
      return describe(createResponseValidator(document, schemas, operation)(response)) || undefined;
    } catch (error) {
      // There is no network: what failed is the sandbox.
      const { cause = error } = error as { readonly name?: string; readonly cause?: unknown };
      const found = Object(error).name === 'ConnectionError' ? cause : error;
      return found instanceof Error ? found.message : String(found);
    }
  };

  /** What the spec says against the last request. */
  function describeRefusal(spec: Document, response: Exchange['response']): string {
    const { body, ...line } = vendor.requests.at(-1) ?? { method: '', url: '', headers: {} };
    const exchange = { request: { ...line, ...(body !== undefined && { body }) }, response };
    const [server] = spec.servers;
    const findings = createValidator(spec, server ? fillServer(server) : '').request(exchange);
    // The sandbox hides the credentials.
    return describe(findings.filter(({ place }) => place !== 'request security'));
  }
}

function describe(findings: readonly Finding[]): string {
  const sentences = findings.map(
    ({ place, pointer, message }) => `The ${place}${pointer && ` at ${pointer}`}: ${message}.`,
  );
  return sentences.slice(0, 3).join(' ');
}

/** What a path is in requests: without the names of its parameters. */
function shapeOf(path: string): string {
  return sentPathOf(path).replace(/\{[^}]+\}/g, '{}');
}
