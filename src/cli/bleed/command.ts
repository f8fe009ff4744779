import type { Command } from 'commander'
import { decimal, wholeNumber } from '../numbers'
import { addOutputOptions } from '../output-options'
import { type BleedOptions, bleed, bleedSettingsFrom } from './run'

const about = `Bleeds the colours of sprites under what is transparent in them.

Mipmaps, thumbnails and texture filters then mix in no fringe. What can be seen
stays as it is, bit for bit, and so does transparency.`

const more = `
PNG and TIFF, in and out; of 16 bits too. JPEG has no transparency, and WebP
forgets colours nobody sees: a WebP file can be read, not written.

Examples:
  isophote bleed sprite.png -o bled.png
  isophote bleed sprites/ -o bled/ --distance 16
  isophote bleed sprite.png -o bled.png --alpha-threshold 8
`

/** `isophote bleed`: its words, its help, and what they lead to. */
export function addBleedCommand(program: Command): void {
  const command = program
    .command('bleed')
    .summary('bleed colours: isophote bleed --help')
    .description(about)
    .usage('<sprite> -o <output> [options]')
    .argument('<sprite>', 'an image with transparency, or a folder of images')
  addOutputOptions(command)
    .optionsGroup('Colours:')
    .option(
      '-m, --method <name>',
      'nearest: of the nearest visible pixel; harmonic: smooth, in many times the time (default: nearest)',
    )
    .option('--distance <pixels>', 'how far (default: everywhere)', distance)
    .option(
      '--alpha-threshold <0-65535>',
      'up to this, in levels of the file, a pixel counts as transparent (default: 0)',
      wholeNumber('--alpha-threshold', 0, 65_535),
    )
    .optionsGroup('Other:')
    .helpOption('-h, --help', 'show this')
    .addHelpText('after', more)
    .action((sprite: string, options: BleedOptions) => bleed(bleedSettingsFrom(sprite, options)))
}

function distance(text: string): number {
  const value = decimal(text)
  if (value >= 1) return value
  throw new Error(`--distance: expected a number from 1, got '${text}'`)
}
