import type { Document } from '@plumbline/spec-tools/document/document';
import { at, type Node } from '../node.ts';
import type { Change, Operator } from '../operator.ts';

type Requirement = Readonly<Record<string, readonly string[]>>;

/** Requires other credentials, fewer, none, or some where none were required. Scopes stay: no mock checks them. */
export const securityOperators: readonly Operator[] = [
  operator('drop-security', (security) => (security.length > 0 ? [{ name: 'none', security: [] }] : [])),
  operator('add-security', (security, schemes) =>
    security.length === 0 && schemes[0] ? [{ name: schemes[0], security: [{ [schemes[0]]: [] }] }] : [],
  ),
  operator('drop-security-alternative', (security) =>
    security.length > 1
      ? security.map((dropped) => ({
          name: `without ${nameOf(dropped)}`,
          security: security.filter((needed) => needed !== dropped),
        }))
      : [],
  ),
  operator('drop-security-scheme', (security) =>
    security.flatMap((needed) =>
      Object.keys(needed).length < 2
        ? []
        : Object.keys(needed).map((scheme) => {
            const { [scheme]: _, ...rest } = needed;
            return { name: `${nameOf(needed)} without ${scheme}`, security: replace(security, needed, rest) };
          }),
    ),
  ),
  operator('swap-security-scheme', (security, schemes) =>
    security.flatMap((needed) =>
      Object.keys(needed).flatMap((scheme) => {
        const other = schemes.find((name) => !(name in needed));
        if (!other) return [];
        const { [scheme]: scopes = [], ...rest } = needed;
        return [
          {
            name: `${nameOf(needed)} with ${other} for ${scheme}`,
            security: replace(security, needed, { ...rest, [other]: scopes }),
          },
        ];
      }),
    ),
  ),
  {
    name: 'change-security-scheme',
    kind: 'securityScheme',
    changes: ({ node: { type, name, in: place } }): Change[] => {
      if (type === 'apiKey')
        return [put('name', `${name}-RENAMED`), put('in', place === 'header' ? 'query' : 'header')];
      if (type === 'http') return [put('scheme', 'basic')];
      const apply = (scheme: Node) => Object.assign(scheme, { type: 'http', scheme: 'basic' });
      return [{ path: ['type'], description: `${type} is HTTP Basic`, apply }];
    },
  },
];

function operator(
  name: string,
  variants: (
    security: readonly Requirement[],
    schemes: readonly string[],
  ) => { name: string; security: readonly Requirement[] }[],
): Operator {
  return {
    name,
    kind: 'operation',
    changes: ({ node }, document): Change[] => {
      const security = (node.security ?? []) as readonly Requirement[];
      return variants(security, schemesOf(document))
        .filter((variant) => meaningOf(variant.security) !== meaningOf(security))
        .map((variant) => ({
          path: ['security'],
          detail: variant.name,
          description: `the credentials are ${variant.security.map(nameOf).join(', or ') || 'none'}`,
          apply: (operation: Node) => {
            operation.security = variant.security;
          },
        }));
    },
  };
}

function put(key: string, value: string): Change {
  return { path: [key], description: `${key} is ${value}`, apply: (scheme) => Object.assign(scheme, { [key]: value }) };
}

function schemesOf(document: Document): readonly string[] {
  return Object.keys(at(document, ['components', 'securitySchemes']));
}

function nameOf(requirement: Requirement): string {
  return Object.keys(requirement).join(' and ') || 'nothing';
}

function replace(security: readonly Requirement[], from: Requirement, to: Requirement): Requirement[] {
  return security.map((needed) => (needed === from ? to : needed));
}

/** The alternatives sorted and without duplicates, to compare two lists. */
function meaningOf(security: readonly Requirement[]): string {
  return [...new Set(security.map((needed) => Object.keys(needed).sort().join('+')))].sort().join();
}
