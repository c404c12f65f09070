import { basename } from 'node:path';
import { parse } from 'yaml';
import { fillTemplate } from '../fill-template.ts';
import { pascalCase } from '../naming.ts';
import { noNotes } from '../notes.ts';
import { bundleFiles, refersToFiles } from './bundle-files.ts';
import { convertSwaggerParts } from './convert-swagger-parts.ts';
import { demandOperations, upgradeDocument, versionOf } from './document-version.ts';
import { readDocument } from './parse-document.ts';
import { resolveAnchors } from './resolve-anchors.ts';
import type { Source } from './source.ts';
import { tidyDocument } from './tidy-document.ts';
import { tidyPaths } from './tidy-paths.ts';

/**
 * Reads an OpenAPI 3 or Swagger 2.0 document, JSON or YAML, of one or several files, as OpenAPI 3.1. What is wrong in one place costs that
 * place or its operation, and is in the notes.
 *
 * @throws {Refusal} When the file is not such a document, or has no operations.
 */
export async function readSource(file: string): Promise<Source> {
  const name = basename(file);
  const notes = noNotes();
  const read = readDocument(file, name, (note) => notes.goodToKnow.push(note));
  const version = versionOf(read, name);
  demandOperations(read, name);
  const whole = refersToFiles(read) ? await bundleFiles(file, name) : read;
  const tidied = tidyPaths(whole);
  const whole3 = version === '2.0' ? tidied : convertSwaggerParts(tidied, notes);
  const document = tidyDocument(resolveAnchors(upgradeDocument(whole3, version, name, notes)), notes);
  return { name, document, notes };
}

/** The start for a vendor without a document: one operation, to be replaced. */
export function emptySource(vendor: string): Source {
  const document = parse(fillTemplate('empty.openapi.yaml', { Name: pascalCase(vendor) }));
  return { name: `https://${vendor}.example/docs`, document };
}
