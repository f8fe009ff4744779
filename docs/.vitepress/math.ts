import temml from 'temml'
import type { MarkdownRenderer } from 'vitepress'

/**
 * Formulas as MathML, set while the site is built, so that a page needs no script for them: fenced blocks
 * in the language `math`, and `$` around inline code. GitHub reads both as TeX too.
 */
export function math(md: MarkdownRenderer): void {
  const fence = md.renderer.rules.fence as NonNullable<typeof md.renderer.rules.fence>
  md.renderer.rules.fence = (tokens, i, ...rest) => {
    if (tokens[i].info.trim() !== 'math') return fence(tokens, i, ...rest)
    return `<p class="formula">${render(tokens[i].content, true)}</p>`
  }
  md.core.ruler.after('inline', 'inline-math', ({ tokens }) => {
    for (const { children } of tokens) {
      if (!children) continue
      for (let i = 1; i < children.length - 1; i++) {
        const [before, code, after] = children.slice(i - 1, i + 2)
        if (code.type !== 'code_inline') continue
        if (!before.content.endsWith('$') || !after.content.startsWith('$')) continue
        before.content = before.content.slice(0, -1)
        after.content = after.content.slice(1)
        code.type = 'html_inline'
        code.content = render(code.content, false)
      }
    }
  })
}

function render(tex: string, displayMode: boolean): string {
  return temml.renderToString(tex, { displayMode, throwOnError: true, annotate: false })
}
