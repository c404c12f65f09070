import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the root of an OpenAPI or a Swagger document, in JSON or YAML. The other files of a document have none. */
const rootMark = /(^|[{,\s])["']?(openapi|swagger)["']?\s*:\s*["']?[23]\b/;

/** The roots of the OpenAPI and Swagger documents below a folder, sorted. */
export function findDocuments(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /\.(json|ya?ml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => !/node_modules/.test(file) && isRoot(file)).sort();
}

function isRoot(file: string): boolean {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  if (/^\s*\{/.test(text)) return rootMark.test(text);
  // In YAML the key of the root has no indentation.
  return /^["']?(openapi|swagger)["']?\s*:\s*["']?[23]\b/m.test(text);
}
