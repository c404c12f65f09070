/** The snippets that are test files themselves. Each registers its tests when it is imported. */
import './guides/testing-msw.ts';
import './guides/testing-vitest.ts';
