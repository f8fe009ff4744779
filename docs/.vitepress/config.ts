import { defineConfig } from 'vitepress'
import { math } from './math'
import { guides, methods, proof, reference } from './sidebar'
import { siteLinks } from './site-links'

/** Where the site will be: '/' or, on a server with other sites, '/isophote/'. */
const base = process.env.DOCS_BASE ?? '/'

export default defineConfig({
  title: 'isophote',
  description: 'Repairs pictures with classical mathematics, in pure TypeScript.',
  base,
  outDir: '../site',
  srcExclude: ['pictures/**'],
  lastUpdated: false,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}icon.svg` }]],
  markdown: {
    anchor: { slugify: githubSlug },
    theme: { light: 'github-light', dark: 'github-dark' },
    config(md) {
      math(md)
      siteLinks(md)
    },
  },
  themeConfig: {
    logo: '/icon.svg',
    nav: [
      {
        text: 'Guides',
        link: '/start',
        activeMatch: '^/(start|guides/|workers|fft|deconvolution)',
      },
      { text: 'Methods', link: '/methods/telea', activeMatch: '^/methods/' },
      { text: 'Reference', link: '/reference/', activeMatch: '^/reference/' },
      { text: 'Gallery', link: '/gallery' },
      { text: 'Benchmark', link: '/benchmark' },
      { text: 'Playground', link: '/try' },
    ],
    sidebar: {
      '/reference/': [{ text: 'Reference', items: reference }],
      '/': [
        { text: 'Start here', items: [{ text: 'All on one page', link: '/start' }] },
        { text: 'Guides', items: guides },
        { text: 'Methods', items: methods },
        { text: 'Proof', items: proof },
      ],
    },
    outline: { level: [2, 3] },
    search: { provider: 'local' },
    footer: { message: 'MIT licence. Nothing you open in the playground leaves your machine.' },
  },
  vite: { build: { chunkSizeWarningLimit: 2000 } },
})

/** GitHub's anchors, so that a link works in both places. */
function githubSlug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-')
}
