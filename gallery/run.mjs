// `npm run gallery`: pictures and figures of quality, for eyes and for the documentation.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as deconvolution from './deconvolution.mjs'
import * as figures from './figures.mjs'
import * as inpainting from './inpainting.mjs'
import * as byOption from './options.mjs'
import * as removal from './removal.mjs'

/** What can be asked for. The first is the default. */
const exhibitions = { inpainting, options: byOption, figures, deconvolution, removal }

const list = Object.entries(exhibitions).map(([name, { title }]) => `  ${name.padEnd(16)} ${title}`)
const usage = `npm run gallery -- [exhibition] [options]

${list.join('\n')}

  --data <folder>    a folder that holds cc0/ and kodak/, for deconvolution cc0/ and deconvolution/;
                     default: the variable ISOPHOTE_DATA, or none
  --output <folder>  where contact sheets go; default: gallery/output
  --filter <text>    only what has this in its name, such as "chelsea text"; writes no documentation
  --help

Without a data folder only the two pictures of this repository are filled, no documentation is written,
and deconvolution and removal have nothing to work on.
`

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: process.env.ISOPHOTE_DATA },
    output: { type: 'string', default: fileURLToPath(new URL('output', import.meta.url)) },
    filter: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const [name = Object.keys(exhibitions)[0]] = positionals
if (options.help || !(name in exhibitions) || positionals.length > 1) {
  console.log(usage)
  process.exit(options.help ? 0 : 1)
}
await exhibitions[name].run({
  ...options,
  selects: (label) => label.includes(options.filter ?? ''),
  isComplete: options.data !== undefined && options.filter === undefined,
})
