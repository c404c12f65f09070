import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTemporaryFolder } from '@plumbline/repository/temporary-folder';
import { type CorpusRow, describeHead, describeRow, describeTotals } from './describe-corpus.ts';
import { findDocuments } from './find-documents.ts';
import { findPeers, type PeerResult } from './measure-peers.ts';
import { type Measured, type ProgramRun, runProgram } from './measured.ts';

export interface CorpusOptions {
  /** Holds the documents. */
  readonly folder: string;
  /** Whether the specs are linted, the clients compiled, and each operation called against a sandbox of its spec. */
  readonly lint: boolean;
  readonly compile: boolean;
  readonly call: boolean;
  /** A folder in which other generators are installed. */
  readonly peers?: string | undefined;
  readonly onLine: (line: string) => void;
}

const program = fileURLToPath(new URL('measure-document.ts', import.meta.url));

/** Takes each document of a folder to a client, one after another, and prints the result. Keeps nothing. */
export async function runCorpus({ folder, lint, compile, call, peers, onLine }: CorpusOptions): Promise<void> {
  const rows: CorpusRow[] = [];
  const others = peers === undefined ? [] : findPeers(peers);
  for (const line of describeHead(others)) onLine(line);
  for (const file of findDocuments(folder)) {
    const output = makeTemporaryFolder('corpus-');
    try {
      const options = [...(lint ? ['--lint'] : []), ...(compile ? ['--compile'] : []), ...(call ? ['--call'] : [])];
      const run = await runProgram([program, file, output, ...options], output);
      const results: PeerResult[] = [];
      for (const peer of others) results.push(await peer.generate(file, output));
      const row = { name: relative(folder, file), measured: readResult(run), run, peers: results };
      rows.push(row);
      onLine(describeRow(row));
    } finally {
      rmSync(output, { recursive: true, force: true });
    }
  }
  for (const line of describeTotals(rows, others)) onLine(line);
}

function readResult({ status, stdout, stderr }: ProgramRun): Measured {
  if (status === 0) return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  const why = stderr.split('\n').find((line) => /error|fatal/i.test(line)) ?? `it ended with ${status}`;
  return {
    operations: 0,
    methods: 0,
    secured: 0,
    withCredentials: 0,
    open: {},
    reasons: {},
    refused: `crashed: ${why.trim()}`,
  };
}
