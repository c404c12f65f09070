import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';
import { markdownTwins } from './src/markdown/markdown-twins.ts';
import { sampleCode } from './src/markdown/sample-code.ts';
import { externalScripts } from './src/model/external-scripts.ts';
import { sidebar } from './src/model/sidebar.ts';
import { searchIndex } from './src/search/search-index.ts';

// Where the site will be, if not at the root of a host: set by what publishes it.
const { DOCS_ORIGIN: site, DOCS_BASE: base } = process.env;

export default defineConfig({
  ...(site ? { site } : {}),
  ...(base ? { base } : {}),
  trailingSlash: 'always',
  // No picture is resized, so nothing has to be installed that could.
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  markdown: { processor: unified({ remarkPlugins: [sampleCode] }) },
  vite: { plugins: [externalScripts()] },
  integrations: [
    starlight({
      title: 'Plumbline',
      description:
        'Vendor APIs as OpenAPI documents that say how sure they are, and typed clients proven against them.',
      favicon: '/favicon.svg',
      sidebar: sidebar(),
      customCss: [
        '@fontsource-variable/ibm-plex-sans/wght.css',
        '@fontsource/ibm-plex-mono/latin-400.css',
        '@fontsource/ibm-plex-serif/latin-500.css',
        './src/styles/theme.css',
        './src/styles/layout.css',
        './src/styles/evidence.css',
        './src/styles/operation.css',
        './src/styles/try-it.css',
        './src/styles/home.css',
      ],
      expressiveCode: {
        defaultProps: { frame: 'none' },
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
        PageTitle: './src/components/PageTitle.astro',
        Footer: './src/components/Footer.astro',
      },
      disable404Route: true,
      credits: false,
      pagination: true,
    }),
    searchIndex(),
    markdownTwins(),
  ],
});
