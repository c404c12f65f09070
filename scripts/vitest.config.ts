import { defineConfig } from 'vitest/config';

// These tests start processes, which take their time on a busy machine.
export default defineConfig({ test: { testTimeout: 60_000 } });
