import { defineConfig } from 'vitest/config';

/** What the tests of every package have in common. */
export default defineConfig({
  test: {
    // Some tests start processes, which take long on a busy machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Loading the same modules for each file took longer than many of the tests.
    isolate: false,
  },
});
