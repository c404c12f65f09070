import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type ProgramRun, runProgram } from './measured.ts';

/** Another generator, as it is installed. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** Generates from a document into a folder. Resolves with the functions that it wrote, or `undefined` where it writes types only. */
  readonly generate: (file: string, output: string) => Promise<PeerResult>;
}

/** What another generator makes of a document. */
export interface PeerResult {
  readonly functions: number | undefined;
  readonly failed: boolean;
  readonly run: ProgramRun;
}

/** Finds hey-api and openapi-typescript where they are installed in a folder. */
export function findPeers(folder: string): Peer[] {
  const functions = findPackage('@hey-api/openapi-ts', folder);
  const types = findPackage('openapi-typescript', folder);
  return [
    ...(functions
      ? [
          {
            name: 'hey-api',
            version: functions.version,
            generate: async (file: string, output: string) => {
              const made = join(output, 'hey');
              const parameters = ['--input', file, '--output', made, '--client', '@hey-api/client-fetch'];
              const run = await runProgram([functions.bin, ...parameters], folder);
              const written = countFunctions(join(made, 'sdk.gen.ts'));
              // Its status is 0 where it finds no file that the document refers to.
              return { functions: written, failed: run.status !== 0 || written === 0, run };
            },
          },
        ]
      : []),
    ...(types
      ? [
          {
            name: 'openapi-typescript',
            version: types.version,
            generate: async (file: string, output: string) => {
              const run = await runProgram([types.bin, file, '--output', join(output, 'types.ts')], output);
              return { functions: undefined, failed: run.status !== 0, run };
            },
          },
        ]
      : []),
  ];
}

function countFunctions(file: string): number {
  return existsSync(file) ? (readFileSync(file, 'utf8').match(/^export const [^\s:=]+ = </gm)?.length ?? 0) : 0;
}

/** The program of an installed package. It may not export its manifest: look where Node would. */
function findPackage(name: string, folder: string): { readonly version: string; readonly bin: string } | undefined {
  const folders = createRequire(join(folder, 'program.js')).resolve.paths(name) ?? [];
  const manifest = folders.map((one) => join(one, name, 'package.json')).find((path) => existsSync(path));
  if (!manifest) return undefined;
  const { bin, version } = JSON.parse(readFileSync(manifest, 'utf8'));
  return {
    version,
    bin: join(dirname(manifest), typeof bin === 'string' ? bin : (Object.values<string>(bin)[0] ?? '')),
  };
}
