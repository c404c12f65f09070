/** What a program does not import is not in its bundle. */
import { bundleProgram } from '@plumbline/repository/bundle-program';
import { vendors } from '@plumbline/repository/repository';
import { type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { honorsIdempotencyKey } from '@plumbline/spec-tools/generate/method-parameters';
import { hasSelection } from '@plumbline/spec-tools/generate/operations';
import { describe, expect, it } from 'vitest';
import { programs } from './measure-size.ts';

/** Text that only the optional part has. */
const parts: readonly (readonly [name: string, statement: string, text: RegExp])[] = [
  ['logTo', "import { logTo } from '@plumbline/runtime'; logTo(console);", /for the rate limit/],
  ['/otel', "import { openTelemetry } from '@plumbline/runtime/otel'; openTelemetry();", /opentelemetry|resend_count/],
];
const bundled = async (program: string) => new TextDecoder().decode(await bundleProgram(program, import.meta.dirname));

describe.each(parts)('the optional part %s', (_, statement, text) => {
  it.each(vendors)('a client of %s excludes it', async (vendor) => {
    expect(await bundled(programs[vendor]?.program ?? '')).not.toMatch(text);
  });

  it('a program that imports it includes it', async () => {
    expect(await bundled(statement)).toMatch(text);
  });
});

it.each<[part: string, needs: (operation: Operation) => boolean, text: RegExp]>([
  ['pages of lists', ({ object }) => object['x-pagination'] !== undefined, /keeps sending the same pages/],
  ['idempotency keys', honorsIdempotencyKey, /xxxxxxxx-xxxx/],
])('only clients whose operations need it include what makes %s', async (_, needs, text) => {
  for (const vendor of vendors) {
    const { program = '' } = programs[vendor] ?? {};
    const document = readSpec(vendor);
    // The program of a large API has one of its operations, the others all.
    const included = ({ id }: Operation) => !hasSelection(document) || program.includes(`.${id.replaceAll('/', '.')}(`);
    const isNeeded = operationsOf(document).filter(included).some(needs);
    expect(text.test(await bundled(program)), vendor).toBe(isNeeded);
  }
});
