import { upgrade } from '@scalar/openapi-upgrader';
import { type Notes, Refusal } from '../notes.ts';
import { markBytes } from './mark-bytes.ts';
import { prepareSwagger } from './prepare-swagger.ts';
import { isObject, type Node } from './source.ts';

export type Version = '2.0' | '3.0' | '3.1' | '3.2';

/**
 * The version of a document, also where it is written as a number.
 *
 * @throws {Refusal} When it is not a version that can be read.
 */
export function versionOf(document: Node, name: string): Version {
  if (!isObject(document)) throw new Refusal(`${name} is not an OpenAPI document: it has no \`openapi\` at its root.`);
  const { swagger, openapi, asyncapi } = document;
  if (/^2(\.0)*$/.test(String(swagger))) return '2.0';
  if (swagger !== undefined)
    throw new Refusal(`${name} is Swagger ${swagger}. Convert it to Swagger 2.0 or OpenAPI 3 first.`);
  if (asyncapi !== undefined)
    throw new Refusal(`${name} is an AsyncAPI document. Pass the OpenAPI document of the vendor.`);
  const [, minor = '0'] = /^3(?:\.([0-2])(?:\.\d+)?)?(?:-[\w.]+)?$/.exec(String(openapi)) ?? [undefined, undefined];
  if (openapi !== undefined && /^3(\.[0-2](\.\d+)?)?(-[\w.]+)?$/.test(String(openapi))) return `3.${minor}` as Version;
  const said = openapi === undefined ? 'has no `openapi`' : `has \`openapi: ${openapi}\``;
  throw new Refusal(`${name} ${said} at its root. Pass OpenAPI 3.0, 3.1 or 3.2, or Swagger 2.0.`);
}

/** @throws {Refusal} When a document has no operations. */
export function demandOperations({ paths, webhooks, 'x-webhooks': other }: Node, name: string): void {
  if (Object.keys(Object(paths)).length > 0) return;
  const count = Object.keys(Object(webhooks ?? other)).length;
  if (count === 0) throw new Refusal(`${name} has no \`paths\`.`);
  throw new Refusal(
    `${name} has only webhooks (${count}): requests that the vendor sends. A client needs \`paths\`, which it does not have.`,
  );
}

/** Converts a document to OpenAPI 3.1. */
export function upgradeDocument(document: Node, version: Version, name: string, notes: Notes): Node {
  if (version === '3.1') return markBytes({ ...document, openapi: '3.1.1' });
  if (version === '3.2') {
    notes.goodToKnow.push('The document is OpenAPI 3.2. It is read as OpenAPI 3.1: what only 3.2 has is left out.');
    return markBytes({ ...document, openapi: '3.1.1' });
  }
  try {
    const next =
      version === '3.0' ? { ...document, openapi: '3.0.4' } : upgrade(prepareSwagger(document, notes), '3.0');
    return upgrade(markBytes(next as Node), '3.1') as Node;
  } catch (error) {
    throw new Refusal(`${name} could not be converted to OpenAPI 3.1: ${(error as Error).message}`);
  }
}
