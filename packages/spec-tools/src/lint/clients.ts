import { isSecured, type Operation } from './operation.ts';
import type { Rule } from './rule.ts';

type Root = {
  'x-clients'?: Record<string, string[]>;
  components?: { securitySchemes?: Record<string, unknown> };
};

/** If the root has `x-clients`, every secured operation belongs to exactly one client. */
export const clients: Rule = () => {
  let split: [string, string[]][] = [];

  return {
    Root(root: Root, { location, report }) {
      split = Object.entries(root['x-clients'] ?? {});
      const schemes = Object.keys(root.components?.securitySchemes ?? {});
      for (const [name, sent] of split) {
        const at = location.child(['x-clients', name]);
        if (!sent.length)
          report({ message: `\`${name}\` sends no credentials. Name its security schemes.`, location: at });
        for (const [index, scheme] of sent.entries()) {
          if (schemes.includes(scheme)) continue;
          report({
            message: `The document does not declare the security scheme \`${scheme}\`. Name one of ${schemes.join(', ')}.`,
            location: at.child([index]),
          });
        }
      }
    },
    Operation(operation: Operation, { location, report }) {
      if (!split.length || !isSecured(operation)) return;
      const serving = split
        .filter(([, sent]) =>
          operation.security?.some((alternative) => Object.keys(alternative).every((scheme) => sent.includes(scheme))),
        )
        .map(([name]) => name);
      if (serving.length === 1) return;
      report({
        message: `The clients that send these credentials: ${serving.join(' and ') || 'none'}. Change x-clients at the root so that there is exactly one.`,
        location: location.child(['security']),
      });
    },
  };
};
