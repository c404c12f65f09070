import { readFileSync, statSync } from 'node:fs';
import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import { Refusal } from '../notes.ts';
import type { Node } from './source.ts';

/**
 * Reads a file of JSON or YAML, by its content and not by its name.
 *
 * @param onNote Receives what a person should know about a document that is read all the same.
 * @throws {Refusal} When it cannot be read, with the line.
 */
export function readDocument(file: string, name: string, onNote: (note: string) => void): Node {
  const text = readText(file, name);
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) {
    throw new Refusal(
      `${name} is a web page and not the document. Download the document itself, such as its raw file.`,
    );
  }
  if (!/^\s*[{[]/.test(text)) return parseYaml(text, name, onNote);
  try {
    return JSON.parse(text);
  } catch (error) {
    // YAML may be written in braces, too.
    if (!file.endsWith('.json')) return parseYaml(text, name, onNote);
    throw new Refusal(`${name} is not JSON: ${describeJsonError(text, (error as Error).message)}`);
  }
}

function readText(file: string, name: string): string {
  try {
    if (!statSync(file).isFile()) throw new Refusal(`${name} is not a file.`);
    const bytes = readFileSync(file);
    // Without a byte order mark, the first character of UTF-16 has a byte of zero.
    const encoding =
      (bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[1] === 0
        ? 'utf-16le'
        : (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[0] === 0
          ? 'utf-16be'
          : 'utf-8';
    // The decoder removes a byte order mark.
    return new TextDecoder(encoding).decode(bytes);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}

/** Says what the JSON parser found, and in which line: its message has a position, or the text around it. */
function describeJsonError(text: string, message: string): string {
  const [, around] = /, (?:\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not valid JSON$/.exec(message) ?? [];
  const [, position] = / at position (\d+)/.exec(message) ?? [];
  const start =
    around === undefined ? Number(position ?? text.length) : text.indexOf(around) + Math.min(10, around.length);
  const line = text.slice(0, start).split('\n').length;
  return `${message.replace(/( in JSON at position|, (\.\.\.)?"|\n)[\s\S]*$/, '')} in line ${line}.`;
}

function parseYaml(text: string, name: string, onNote: (note: string) => void): Node {
  const lines = new LineCounter();
  const document = parseDocument(text, { merge: true, logLevel: 'error', lineCounter: lines });
  const isDuplicate = ({ code }: YAMLError) => code === 'DUPLICATE_KEY';
  const [fatal] = document.errors.filter((error) => !isDuplicate(error));
  if (fatal?.code === 'MULTIPLE_DOCS')
    throw new Refusal(
      `${name} has several YAML documents, separated by \`---\`. Pass a file with the OpenAPI document alone.`,
    );
  if (fatal) throw new Refusal(`${name} is neither JSON nor YAML: ${fatal.message.split('\n')[0]}`);
  const twice = document.errors.filter(isDuplicate).map(({ pos }) => lines.linePos(pos[0]).line);
  if (twice.length > 0)
    onNote(`The document has a key twice in one map (line ${twice.slice(0, 5).join(', ')}). The last one counts.`);
  try {
    // Aliases share objects: a copy has none.
    return JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 10_000 }) ?? null));
  } catch (error) {
    throw new Refusal(`${name} has YAML aliases that cannot be read: ${(error as Error).message.split('\n')[0]}`);
  }
}
