import { parseArgs } from 'node:util';
import { vendors } from '@plumbline/repository/repository';
import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { type Comparison, compare } from './comparison.ts';
import { CouldNotRun } from './could-not-run.ts';
import { formatMarkdown, formatText } from './format-report.ts';
import type { Environment } from './live-clients.ts';
import { callReads, type NotJudged } from './live-reads.ts';
import { createReport, type Report } from './report.ts';
import { withoutSecrets } from './secrets.ts';
import { readTraffic } from './traffic.ts';
import { usage } from './usage.ts';

/** What a run is made in. */
export interface Surroundings {
  readonly environment: Environment;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Brings the packages and the bundles of the specs up to date. */
  readonly build: () => void;
  /** Writes to standard output. */
  readonly print: (text: string) => void;
  /** Writes to standard error. */
  readonly warn: (text: string) => void;
}

const formats: Readonly<Record<string, (report: Report) => string>> = {
  text: formatText,
  markdown: formatMarkdown,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
};

/** Runs `drift` with the words after it. Gives the exit code: 0 nothing breaks callers, 1 something does, 2 it could not run. */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<0 | 1 | 2> {
  let vendor = '';
  let format = 'text';
  const shown = (text: string) => withoutSecrets(text, vendor, surroundings.environment);
  try {
    const options = readWords(words);
    if (options.help) {
      surroundings.print(`${usage()}\n`);
      return 0;
    }
    ({ vendor, format } = options);
    surroundings.build();
    const report = await createRun(vendor, options, surroundings);
    surroundings.print(shown(formats[format]?.(report) ?? ''));
    return report.bump === 'major' ? 1 : 0;
  } catch (error) {
    // What is not foreseen may tell anything: its message stays here.
    const why = shown(error instanceof CouldNotRun ? error.message : `Drift failed: ${(error as Error).name}.`);
    surroundings.warn(`${why}\n`);
    if (format === 'json') surroundings.print(`${JSON.stringify({ vendor, error: why }, null, 2)}\n`);
    if (format === 'markdown') surroundings.print(`Drift of ${vendor} could not run. ${why}\n`);
    return 2;
  }
}

interface Options {
  readonly vendor: string;
  readonly format: string;
  readonly help: boolean;
  readonly traffic: string | undefined;
  readonly baseUrl: string | undefined;
}

function readWords(words: readonly string[]): Options {
  const { values, positionals } = parse(words);
  const format = values.json ? 'json' : (values.format ?? 'text');
  const [vendor = ''] = positionals;
  // Not repeated: it may be a credential in the wrong place.
  if (!values.help && (positionals.length !== 1 || !vendors.includes(vendor))) {
    throw new CouldNotRun(`Name one vendor: ${vendors.join(', ')}. --help says more.`);
  }
  if (!(format in formats))
    throw new CouldNotRun(`There is no such format. There are ${Object.keys(formats).join(', ')}.`);
  const baseUrl = values['base-url'];
  if (baseUrl !== undefined && !URL.canParse(baseUrl)) throw new CouldNotRun('--base-url must be an absolute URL.');
  return { vendor, format, help: values.help ?? false, traffic: values.traffic, baseUrl };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        traffic: { type: 'string' },
        'base-url': { type: 'string' },
        format: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch {
    throw new CouldNotRun('There is no such option, or it lacks its value. --help names them.');
  }
}

async function createRun(
  vendor: string,
  { traffic, baseUrl }: Options,
  { environment, fetch }: Surroundings,
): Promise<Report> {
  const document = readSpec(vendor);
  if (traffic !== undefined) {
    const { exchanges, leftOut } = readTraffic(traffic);
    const comparison = compare(document, exchanges, baseUrl);
    if (comparison.answers === 0) {
      throw new CouldNotRun(
        `None of the ${exchanges.length} exchanges in the file given by --traffic is with an operation of ${vendor}. ` +
          'For a recording of another server name it with --base-url.',
      );
    }
    return createReport(vendor, document, comparison, [], leftOut);
  }
  const { exchanges, notJudged } = await callReads({ vendor, document, environment, baseUrl, fetch });
  const comparison = compare(document, exchanges, baseUrl);
  const report = createReport(vendor, document, comparison, notJudged, []);
  if (report.bump !== 'major') demandSuccess(vendor, document, comparison, notJudged);
  return report;
}

/** Errors alone say that a call went wrong, and nothing of what the vendor answers when it goes well. */
function demandSuccess(
  vendor: string,
  document: Document,
  { answered }: Comparison,
  notJudged: readonly NotJudged[],
): void {
  if (operationsOf(document).some(({ id, method }) => method === 'GET' && answered.has(id))) return;
  const reasons = notJudged.map(({ operation, why }) => `${operation}: ${why}`);
  throw new CouldNotRun([`No read of ${vendor} was answered with a success.`, ...reasons].join('\n  '));
}
