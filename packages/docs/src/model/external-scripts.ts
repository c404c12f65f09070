import type { AstroUserConfig } from 'astro';

type VitePlugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number];

/** Keeps the repository's tools out of the bundle: they find the root of the repository from their own path. */
export function externalScripts(): VitePlugin {
  return {
    name: 'external-scripts',
    enforce: 'pre',
    apply: 'build',
    resolveId: (id: string) =>
      /^@plumbline\/(repository|spec-tools)\//.test(id)
        ? { id: import.meta.resolve(id), external: 'absolute' as const }
        : undefined,
  };
}
