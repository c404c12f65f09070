import type { AstroUserConfig } from 'astro';

type VitePlugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number];

/**
 * Keeps the repository's tools out of the bundle that builds the pages: they find the root of the repository from their own path. A
 * script of a page bundles what it imports.
 */
export function externalScripts(): VitePlugin {
  return {
    name: 'external-scripts',
    enforce: 'pre',
    apply: 'build',
    resolveId: (id: string, _importer: string | undefined, { ssr = false }: { readonly ssr?: boolean | undefined }) =>
      ssr && /^@plumbline\/(repository|spec-tools)\//.test(id)
        ? { id: import.meta.resolve(id), external: 'absolute' as const }
        : undefined,
  };
}
