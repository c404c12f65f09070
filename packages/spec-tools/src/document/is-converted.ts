import { type Document, operationsOf } from './document.ts';

/**
 * Whether a spec was converted from a document of its vendor, and no operation was reviewed since. Its examples are then made up, or of any
 * length, so that some tests expect less of it than of a spec that was written by hand.
 */
export function isConverted(document: Document): boolean {
  return operationsOf(document).every(({ object }) => Object(object['x-evidence']).level === 'unknown');
}
