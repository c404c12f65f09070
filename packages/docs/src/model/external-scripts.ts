import type { AstroUserConfig } from 'astro';

type VitePlugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number];

/** Leaves the tools where they are when the site is bundled: they find the root of the repository by their place. */
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
