import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Item {
  text: string
  link: string
}

const docs = join(import.meta.dirname, '..')

/** Every method's page, by the name one types; those named here first. */
export const methods = pagesIn('methods', [
  'telea',
  'ns',
  'navier-stokes',
  'coherence',
  'harmonic',
  'biharmonic',
  'kriging',
]).map(({ link }) => ({ text: link.replace('/methods/', ''), link }))

export const proof: Item[] = [
  { text: 'Gallery', link: '/gallery' },
  { text: 'Benchmark', link: '/benchmark' },
  { text: 'Architecture', link: '/architecture' },
  { text: 'The demo', link: '/examples' },
]

/** Every other page: the guides, and what stands beside them. */
export const guides = [
  ...pagesIn('guides', ['node', 'react', 'depth-map', 'transparency', 'bundlers']),
  ...pagesIn('', ['deconvolution', 'workers', 'fft']).filter(
    ({ link }) => !['/index', '/start', ...proof.map((page) => page.link)].includes(link),
  ),
]

/** One page for each door of the package. */
export const reference: Item[] = [
  { text: 'isophote', link: '/reference/' },
  ...markdownIn('reference')
    .filter((name) => name !== 'index')
    .map((name) => ({ text: `isophote/${name}`, link: `/reference/${name}` })),
]

/** No page is left out because nobody thought of listing it. */
function pagesIn(folder: string, first: readonly string[]): Item[] {
  const names = new Set([...first, ...markdownIn(folder)])
  return [...names].map((name) => {
    const file = join(folder, name)
    return { text: titleOf(`${file}.md`), link: `/${file}` }
  })
}

function markdownIn(folder: string): string[] {
  return readdirSync(join(docs, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -3))
}

function titleOf(file: string): string {
  const text = readFileSync(join(docs, file), 'utf8')
  return /^# (.*)$/m.exec(text)?.[1] ?? file
}
