import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The contract table is meant to be read: it is printed as it is.
    disableConsoleIntercept: true,
    // Some tests start npm, which takes long on a busy machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Loading the same modules for each file took longer than many of the tests.
    isolate: false,
    // On two cores vitest would take one.
    maxWorkers: 2,
  },
});
