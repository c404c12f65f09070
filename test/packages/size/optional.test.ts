/** What a program does not import is not in its bundle. */
import { bundleProgram } from '@plumbline/repository/bundle-program';
import { vendors } from '@plumbline/repository/repository';
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

it.each<[part: string, owners: readonly string[], text: RegExp]>([
  ['pages of lists', ['magicbell', 'magnetiq', 'magnify'], /same page three times/],
  ['idempotency keys', ['magicbell'], /xxxxxxxx-xxxx/],
])('only clients whose operations need it include what makes %s', async (_, owners, text) => {
  for (const vendor of vendors) {
    expect(text.test(await bundled(programs[vendor]?.program ?? '')), vendor).toBe(owners.includes(vendor));
  }
});
