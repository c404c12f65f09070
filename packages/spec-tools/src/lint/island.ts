import { dirname, sep } from 'node:path';
import type { Resolved, Rule } from './rule.ts';

/** A spec is whole by itself: one vendor's change never touches another's document. */
export const island: Rule = () => {
  let folder = '';

  return {
    Root(_root, { location }) {
      folder = dirname(location.source.absoluteRef) + sep;
    },
    ref({ $ref }: { $ref: string }, { location, report }, target: Resolved<unknown>) {
      const file = target.location?.source.absoluteRef ?? folder;
      if (file.startsWith(folder)) return;
      report({
        message: `\`${$ref}\` leaves the vendor's folder. Copy what it holds into the folder.`,
        location: location.child(['$ref']),
      });
    },
  };
};
