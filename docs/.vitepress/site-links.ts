import { posix } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'

/** Pages of the site that include a file from elsewhere, so that it can stay where it is. */
const included: Record<string, string> = {
  'README.md': 'start.md',
  'bench/results.md': 'benchmark.md',
  'examples/README.md': 'examples.md',
}

/** Links between files of the repository, as GitHub follows them, become links between pages of the site. */
export function siteLinks(md: MarkdownRenderer): void {
  md.core.ruler.push('site-links', ({ tokens, env }) => {
    const page = posix.basename(String(env.relativePath))
    const source = Object.keys(included).find((file) => included[file] === page)
    const folder = posix.dirname(source ?? posix.join('docs', String(env.relativePath)))
    const depth = '../'.repeat(String(env.relativePath).split('/').length - 1) || './'
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const name = token.type === 'image' ? 'src' : token.type === 'link_open' ? 'href' : undefined
      const link = name && token.attrGet(name)
      if (!link || /^([a-z]+:|#|\/)/.test(link)) continue
      const [path, anchor] = link.split('#')
      const file = posix.join(folder, path)
      const target = included[file] ?? posix.relative('docs', file)
      token.attrSet(name, depth + target + (anchor === undefined ? '' : `#${anchor}`))
    }
  })
}
