import { mergeConfig } from 'vitest/config';
import shared from '../../vitest.config.ts';

export default mergeConfig(shared, {
  // The sources, not what was last built of them.
  resolve: {
    alias: {
      '#transport-fault': `${import.meta.dirname}/src/errors/transport-fault.ts`,
      '#transport': `${import.meta.dirname}/src/pipeline/dispatch/node.ts`,
    },
  },
});
