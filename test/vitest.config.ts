import { defineConfig } from 'vitest/config';

// The contract table is meant to be read: it is printed as it is.
export default defineConfig({ test: { disableConsoleIntercept: true } });
