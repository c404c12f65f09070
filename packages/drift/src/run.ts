import { vendors } from '@plumbline/repository/repository';
import type { Document } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { type CompareOptions, compareExchanges } from './compare-exchanges.ts';
import { describeVariables, redact } from './environment.ts';
import { CouldNotRun, type Environment, type Fetch } from './exchange-source.ts';
import { callReads } from './live-reads.ts';
import { readRecording } from './recording.ts';
import { createReport, formatReport, type Report } from './report.ts';

/** What the command was called with. */
export interface Options extends CompareOptions {
  readonly vendor: string;
  /** The path of a recording, in place of live calls. */
  readonly traffic?: string | undefined;
  /** Gives the report as JSON. @default false */
  readonly json?: boolean | undefined;
}

/** The result of a run. */
export interface Result {
  /** 0: no difference breaks callers. 1: one does. 2: drift could not run. */
  readonly code: 0 | 1 | 2;
  /** For standard output. */
  readonly output: string;
  /** For standard error. */
  readonly problem: string;
}

/** Compares what a vendor sends with its spec. It needs the built packages and specs. Never throws. */
export async function run(options: Options, environment: Environment, fetch: Fetch): Promise<Result> {
  const { vendor, json } = options;
  const safe = (text: string) => redact(text, vendor, environment);
  try {
    const report = await findDifferences(options, environment, fetch);
    const output = json ? `${JSON.stringify(report, null, 2)}\n` : formatReport(report);
    return { code: report.breaking > 0 ? 1 : 0, output: safe(output), problem: '' };
  } catch (error) {
    // An unexpected error's message may hold anything: only its name is printed.
    const problem = safe(error instanceof CouldNotRun ? error.message : `Drift failed: ${(error as Error).name}.`);
    const output = json ? `${JSON.stringify({ vendor, problem }, null, 2)}\n` : '';
    return { code: 2, output, problem: `${problem}\n` };
  }
}

async function findDifferences(options: Options, environment: Environment, fetch: Fetch): Promise<Report> {
  const { vendor, traffic, baseUrl } = options;
  const document = readSpec(vendor);
  const { exchanges, notes } =
    traffic === undefined ? await callReads({ vendor, document, environment, baseUrl, fetch }) : readRecording(traffic);
  const comparison = compareExchanges(document, exchanges, options);
  const report = createReport(vendor, document, comparison, notes);
  if (traffic !== undefined && comparison.responses === 0) {
    throw new CouldNotRun(
      `--traffic: none of the ${exchanges.length} exchanges calls an operation of ${vendor}. ` +
        'If the recording is of another server, add --base-url.',
    );
  }
  // Errors alone say that the calls went wrong, and nothing about what the vendor sends.
  if (traffic === undefined && !comparison.hasSuccess && report.breaking === 0) {
    throw new CouldNotRun([`No read of ${vendor} succeeded.`, ...notes].join('\n  '));
  }
  return report;
}

/** What `npm run drift -- --help` prints. */
export function usage(): string {
  return `Compares what a vendor sends with its spec.

  npm run drift -- <vendor>                     calls the operations that only read, with credentials from the environment
  npm run drift -- <vendor> --traffic <file>    reads a recording: HAR, or NDJSON with one {"request","response"} a line

  --base-url <url>   another server than the vendor's
  --show-names       prints keys, enum values and media types that the spec does not contain; some may be personal data
  --json             prints the report as JSON

Exit code: 0 no difference breaks callers; 1 a difference breaks callers; 2 drift could not run.
Never prints the value of a field, a header, a query or a path parameter.

Environment variables:
${vendors.map((vendor) => describeVariables(vendor, builtSpec(vendor))).join('\n')}
`;
}

/** Before the first build there is no bundle to read. */
function builtSpec(vendor: string): Document | undefined {
  try {
    return readSpec(vendor);
  } catch {
    return undefined;
  }
}
