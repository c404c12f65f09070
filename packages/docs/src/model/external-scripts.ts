import type { AstroUserConfig } from 'astro';

type VitePlugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number];

/** Leaves the repository's scripts where they are when the site is bundled: they find the root of the repository by their place. */
export function externalScripts(): VitePlugin {
  return {
    name: 'external-scripts',
    enforce: 'pre',
    apply: 'build',
    resolveId: (id: string) =>
      id.startsWith('@plumbline/scripts/') ? { id: import.meta.resolve(id), external: 'absolute' as const } : undefined,
  };
}
