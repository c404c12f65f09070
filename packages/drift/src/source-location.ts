import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { keysOf } from '@plumbline/spec-tools/document/pointer';
import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** A line of the YAML that a bundle is made from. */
export interface SourceLocation {
  /** Relative to the root of the project, with `/`. */
  readonly file: string;
  readonly line: number;
}

/** Finds the YAML of a JSON Pointer into a vendor's bundle, or of its nearest parent. */
export type Locate = (pointer: string) => SourceLocation | undefined;

interface Source {
  readonly file: string;
  readonly node: Node | null;
  readonly lines: LineCounter;
}

/** Makes the locator of a spec. @param folder The folder of its YAML. */
export function createLocator(folder: string): Locate {
  const sources = new Map<string, Source>();
  const open = (file: string): Source => {
    const lines = new LineCounter();
    const source = sources.get(file) ?? {
      file,
      node: parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines }).contents,
      lines,
    };
    sources.set(file, source);
    return source;
  };
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.yaml$/.test(name) && !/node_modules|dist|arazzo/.test(name))
    .map((name) => join(folder, name));

  const step = (source: Source, key: string): Source | undefined => {
    const target = follow(source);
    const node =
      isMap(target.node) || isSeq(target.node)
        ? target.node.get(isSeq(target.node) ? Number(key) : key, true)
        : undefined;
    return node ? { ...target, node: node as Node } : undefined;
  };
  const follow = (source: Source): Source => {
    const reference = isMap(source.node) ? source.node.get('$ref') : undefined;
    if (typeof reference !== 'string') return source;
    const [path, fragment = ''] = reference.split('#');
    const start = open(path ? join(dirname(source.file), path) : source.file);
    return follow(keysOf(fragment).reduce((at, key) => step(at, key) ?? at, start));
  };
  // The bundle moves the content of other files to `components`, under the names that it has there.
  const component = (name: string): Source | undefined =>
    files.map((file) => step(open(file), name)).find((found) => found);

  return (pointer) => {
    const keys = keysOf(pointer);
    let deepest = open(join(folder, 'openapi.yaml'));
    for (const [index, key] of keys.entries()) {
      const isComponent = keys[0] === 'components' && index === 2;
      const next = step(deepest, key) ?? (isComponent ? component(key) : undefined);
      if (!next && isComponent) return undefined;
      // openapi.yaml need not have `components`: the name finds the component in its file.
      if (!next && !(keys[0] === 'components' && index < 2)) break;
      deepest = next ?? deepest;
    }
    const file = relative(root, deepest.file).replaceAll('\\', '/');
    return { file, line: deepest.lines.linePos(deepest.node?.range?.[0] ?? 0).line };
  };
}
