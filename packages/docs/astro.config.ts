import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';
import { markdownTwins } from './src/markdown/markdown-twins.ts';
import { snippetCode } from './src/markdown/snippet-code.ts';
import { externalScripts } from './src/model/external-scripts.ts';
import { openapiFiles } from './src/model/openapi-files.ts';
import { buildSidebar } from './src/model/sidebar.ts';
import { searchIndex } from './src/search/search-index.ts';

// The origin and the path of the published site, if it is not at the root of a host. The workflow that publishes it sets them.
const { DOCS_ORIGIN: site, DOCS_BASE: base } = process.env;

export default defineConfig({
  ...(site ? { site } : {}),
  ...(base ? { base } : {}),
  trailingSlash: 'always',
  // The site resizes no images, so it needs no image library.
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  markdown: { processor: unified({ remarkPlugins: [snippetCode] }) },
  vite: { plugins: [externalScripts()] },
  integrations: [
    starlight({
      title: 'Plumbline',
      description: 'Typed TypeScript clients for vendor APIs, and the OpenAPI documents that they are generated from.',
      favicon: '/favicon.svg',
      sidebar: buildSidebar(),
      customCss: [
        '@fontsource-variable/ibm-plex-sans/wght.css',
        '@fontsource/ibm-plex-mono/latin-400.css',
        '@fontsource/ibm-plex-serif/latin-500.css',
        './src/styles/theme.css',
        './src/styles/layout.css',
        './src/styles/evidence.css',
        './src/styles/operation.css',
        './src/styles/operation-code.css',
        './src/styles/fields.css',
        './src/styles/try-it.css',
        './src/styles/home.css',
      ],
      expressiveCode: {
        defaultProps: { frame: 'none', wrap: true, hangingIndent: 2 },
        themes: ['vitesse-dark', 'vitesse-light'],
        styleOverrides: {
          borderRadius: '6px',
          borderColor: 'var(--sl-color-hairline-light)',
          codeBackground: 'var(--panel)',
          codeFontSize: '0.8125rem',
          codeLineHeight: '1.6',
          frames: { shadowColor: 'transparent' },
        },
      },
      components: {
        SiteTitle: './src/components/SiteTitle.astro',
        SocialIcons: './src/components/HeaderLinks.astro',
        Sidebar: './src/components/Sidebar.astro',
        PageTitle: './src/components/PageTitle.astro',
        Footer: './src/components/Footer.astro',
      },
      disable404Route: true,
      // A guide's search terms count more than any text.
      pagefind: { ranking: { metaWeights: { title: 5, terms: 20 } } },
      credits: false,
      pagination: true,
    }),
    openapiFiles(),
    searchIndex(),
    markdownTwins(),
  ],
});
