import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The sources, not what was last built of them.
  resolve: { alias: { '#transport': `${import.meta.dirname}/src/pipeline/dispatch/node.ts` } },
  // knip reads this, and finds no tests without it.
  test: { isolate: false, testTimeout: 300_000 },
});
