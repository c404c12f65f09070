/** No test fails because the machine is busy: each limit of a test is five minutes or more. */
import { describe, expect, it } from 'vitest';
import { files, readText } from './repository-files.ts';

const minimum = 300_000;
const limits = [
  // The options of vitest, in a configuration or on its command line.
  /\b(?:test|hook|teardown)Timeout\b['"]?\s*[:=]\s*([\d_]+)/g,
  /--(?:test|hook|teardown)-?[Tt]imeout[= ]([\d_]+)/g,
  // The last argument of a test or a hook.
  /^[ \t]*\}, ([1-9][\d_]*)\);?$/gm,
  // The option of a test, of a process, or of a wait for a condition.
  /\b(?:it|test|describe)\b[\w.]*\([^\n]*\{ timeout: ([\d_]+)/g,
  /\b(?:spawn|exec|execFile|fork|waitFor|waitUntil|poll)(?:Sync)?\([^;]*?\btimeout: ([\d_]+)/g,
];

/** Finds the limits of a text that are shorter than five minutes, in milliseconds. */
function shortLimits(text: string): number[] {
  return limits
    .flatMap((pattern) => [...text.matchAll(pattern)].map(([, digits = '']) => Number(digits.replaceAll('_', ''))))
    .filter((limit) => limit < minimum);
}

describe('shortLimits', () => {
  it.each([
    'testTimeout: 30_000,',
    'vitest run --test-timeout 60000',
    'it("a test", async () => {\n}, 10_000);',
    "spawnSync('npm', [], {\n  timeout: 1000,\n});",
    'await vi.waitUntil(() => done, { timeout: 500 });',
  ])('shortLimits finds the limit of %j', (text) => {
    expect(shortLimits(text)).toHaveLength(1);
  });

  it.each(['testTimeout: 300_000,', 'createMagnify({ timeout: 100 });'])('shortLimits finds no limit in %j', (text) => {
    expect(shortLimits(text)).toEqual([]);
  });
});

it('each limit of a test is at least five minutes', () => {
  const read = files.filter((path) => /(\.test\.ts|^test\/.*\.ts|\.config\.ts|package\.json)$/.test(path));
  const others = read.filter((path) => path !== 'test/conventions/limits.test.ts');
  const found = others.map((path) => ({ path, limits: shortLimits(readText(path)) }));
  expect(found.filter(({ limits }) => limits.length > 0)).toEqual([]);
});
