import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // These tests start processes, which take their time on a busy machine.
    testTimeout: 300_000,
    // Loading the same modules for each file took longer than many of the tests.
    isolate: false,
  },
});
