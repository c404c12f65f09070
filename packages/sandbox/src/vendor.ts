import { dereference } from './document/dereference.ts';
import { type Document, type Json, own } from './document/openapi.ts';
import { type Operation, readOperations } from './document/operations.ts';
import { readExamples } from './examples.ts';
import { type Credentials, readCredentials } from './http/credentials.ts';
import { SandboxError } from './sandbox-error.ts';

/** A document that was read: what does not change while a sandbox runs. */
export interface Vendor {
  readonly document: Document;
  readonly operations: readonly Operation[];
  readonly credentials: Credentials;
  /** The items that the examples of a resource show, the oldest first. */
  readonly examples: ReadonlyMap<string, readonly Json[]>;
}

const read = new WeakMap<object, Vendor>();

/**
 * Reads a document, once for all sandboxes of it.
 *
 * @throws {SandboxError} If it is not an OpenAPI document.
 */
export function readVendor(data: object): Vendor {
  const known = read.get(data);
  if (known) return known;
  checkDocument(data);
  const document = dereference(data);
  const operations = readOperations(document);
  const credentials = readCredentials(document, operations);
  const vendor = { document, operations, credentials, examples: readExamples(document, operations) };
  read.set(data, vendor);
  return vendor;
}

/** @throws {SandboxError} If the data are not one OpenAPI 3.1 document in one file. */
function checkDocument(data: object): void {
  const paths = own(data, 'paths');
  if (typeof paths !== 'object' || paths === null) {
    throw new SandboxError(
      'This is not an OpenAPI document: it lacks `paths`. Pass the default export of @plumbline/spec-<vendor>/sandbox.',
    );
  }
  const version = String(own(data, 'swagger') ?? own(data, 'openapi') ?? '3.1');
  if (!/^3\.[1-9]/.test(version)) {
    throw new SandboxError(`The document is OpenAPI ${version}. The sandbox reads 3.1: convert it first.`);
  }
  const [, file] = /"\$ref":"([^"#]+\.(?:json|ya?ml)(?:#[^"]*)?)"/.exec(JSON.stringify(data)) ?? [];
  if (file) {
    throw new SandboxError(`The document refers to ${file}. Bundle it into one file first: npx @redocly/cli bundle.`);
  }
}
