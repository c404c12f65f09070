import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const files = ['openapi.yaml', 'paths/events.yaml', 'paths/pages.yaml', 'paths/sandbox.yaml', 'schemas/events.yaml'];

/** A spec that every lint rule accepts, by file. Each bad document of the tests is this one with one change. */
export const goodDocument: Record<string, object> = Object.fromEntries(
  files.map((file) => [file, parse(readFileSync(new URL(`good-document/${file}`, import.meta.url), 'utf8'))]),
);

/** Evidence that every rule accepts. */
export const evidence: object = { level: 'documented', source: 'https://vendor.example/docs §Everything' };

/** An operation that every rule accepts. */
export const goodOperation: object = (goodDocument['openapi.yaml'] as Root).paths['/users/{id}'].delete;

interface Root {
  readonly paths: { readonly '/users/{id}': { readonly delete: object } };
}
