import type { Options } from 'tsup'

type Plugin = NonNullable<Options['plugins']>[number]

/**
 * In functions called `create…`, which make kernels and the like, makes `var` of every `let` that
 * closures can share: those directly in the function, as esbuild writes it.
 *
 * Whenever a closure uses a `let` or `const` of the function around it, V8 asks whether that has been
 * reached yet: two instructions for a number that changes, and in any case some bytes of the code by
 * whose length it decides what to inline. Nobody asks that of a `var`. All else is the same for
 * variables outside of loops, and TypeScript has seen to it that none is used too early. Both words
 * are of one length, so the source maps stay right.
 */
export const plainVariables: Plugin = {
  name: 'plain-variables',
  renderChunk: (code, { type }) =>
    type === 'chunk' ? { code: code.replace(makers, withPlainVariables) } : undefined,
}

const makers = /^function create[\s\S]*?^}/gm

function withPlainVariables(maker: string): string {
  return maker.replace(/^ {2}let /gm, '  var ')
}
