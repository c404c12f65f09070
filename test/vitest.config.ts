import { mergeConfig } from 'vitest/config';
import shared from '../vitest.config.ts';

export default mergeConfig(shared, {
  test: {
    // The contract table is meant to be read: it is printed without vitest's frame.
    disableConsoleIntercept: true,
    // On two cores vitest would take one.
    maxWorkers: 2,
  },
});
