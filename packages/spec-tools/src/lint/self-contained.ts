import { dirname, sep } from 'node:path';
import type { Resolved, Rule } from './rule.ts';

/** A spec is self-contained, so that a change for one vendor never affects the document of another. */
export const selfContained: Rule = () => {
  let folder = '';

  return {
    Root(_root, { location }) {
      folder = dirname(location.source.absoluteRef) + sep;
    },
    ref({ $ref }: { $ref: string }, { location, report }, target: Resolved<unknown>) {
      const file = target.location?.source.absoluteRef ?? folder;
      if (file.startsWith(folder)) return;
      report({
        message: `\`${$ref}\` is outside the vendor's folder. Copy its target into the folder.`,
        location: location.child(['$ref']),
      });
    },
  };
};
