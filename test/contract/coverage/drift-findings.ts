import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Document } from '@plumbline/spec-tools/document/document';
import { bundlePath } from '@plumbline/spec-tools/document/read-spec';
import { runRedocly } from '@plumbline/spec-tools/lint/run-redocly';
import { nodeAt } from '@plumbline/spec-tools/validate/location';
import { recordedUrl, recordings } from '../recording.ts';

/** The findings of `redocly drift` in exchanges, one line each. It is a third validator, which shares no code with the others. */
export async function driftFindings(vendor: string, document: Document, lines: readonly string[]): Promise<string[]> {
  const folder = join(dirname(recordings), 'drift');
  const traffic = join(folder, `${vendor}.ndjson`);
  const report = join(folder, `${vendor}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(traffic, lines.map((line) => `${line}\n`).join(''));
  // Drift reports API keys in headers as undocumented headers. The second validator checks them.
  const ignored = ['prefer', ...keyHeaders(document)].join(',');
  const { output } = await runRedocly(
    ['drift', traffic, '--api', bundlePath(vendor), '--server', recordedUrl, '--ignore-headers', ignored].concat([
      '--format',
      'json',
      '--output',
      report,
    ]),
    folder,
  );
  rmSync(traffic);
  const { run, problems } = readReport(report, output);
  if (run.totalExchanges !== lines.length) {
    throw new Error(`redocly drift read ${run.totalExchanges} of ${lines.length} exchanges of ${vendor}:\n${output}`);
  }
  return problems.map(
    (one) => `${one.severity} ${one.ruleId}: ${one.message} (${one.method} ${one.path}, ${one.status})`,
  );
}

interface Report {
  readonly run: { readonly totalExchanges: number };
  readonly problems: readonly Readonly<
    Record<'severity' | 'ruleId' | 'message' | 'method' | 'path' | 'status', string>
  >[];
}

function readReport(path: string, output: string): Report {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`redocly drift wrote no report:\n${output}`, { cause });
  }
}

function keyHeaders(document: Document): string[] {
  const schemes = nodeAt(document, ['components', 'securitySchemes']) as
    | Readonly<Record<string, KeyScheme>>
    | undefined;
  return Object.values(schemes ?? {}).flatMap(({ type, in: place, name = '' }) =>
    type === 'apiKey' && place === 'header' ? [name.toLowerCase()] : [],
  );
}

interface KeyScheme {
  readonly type: string;
  readonly in?: string;
  readonly name?: string;
}
