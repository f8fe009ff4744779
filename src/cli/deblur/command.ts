import type { Command } from 'commander'
import { boundaries } from '../../deconvolution/boundary'
import { numberFromZero, wholeNumber } from '../numbers'
import { addOutputOptions } from '../output-options'
import { type DeblurOptions, deblurSettingsFrom, methodNames } from './options'
import { deblur } from './run'

const about = `Sharpens blurred photos, where the blur is known.

It is told as a point spread function: what a bright point became in the photo.`

const more = `
Blurs:
  motion:15,30   the camera moved 15 pixels, 30 degrees up from the right
  disk:5         out of focus: a point became a disc with a radius of 5 pixels
  gaussian:2     a soft lens, haze, a scan: a bell of standard deviation 2
  box:9          coarse pixels, 9 x 9; box:9,3 is 9 wide and 3 high
  kernel.png     a picture of a point's blur, centred, on black
  Slightly too small is better than too large.

Which way to turn what:
  Grainy or ringing: more --noise, or more --balance, or fewer --iterations.
  Dull, or smooth as if painted: the other way.
  Ghosts beside edges: the blur is not the right one.

Formats and masks are as for isophote itself: isophote --help. Transparency
stays as it is.

Examples:
  isophote deblur photo.png --psf motion:15,30 -o sharp.png
  isophote deblur photo.jpg --psf disk:4 --noise 3 -o sharp.jpg
  isophote deblur photos/ --psf kernel.png --method wiener -o sharp/
  isophote deblur stars.tiff --psf gaussian:2 --method richardson-lucy \\
    --iterations 30 --boundary zero -o sharp.tiff
  isophote deblur photo.png --psf gaussian:1 --mask dead-pixels.png -o sharp.png
`

/** `isophote deblur`: its words, its help, and what they lead to. */
export function addDeblurCommand(program: Command): void {
  const command = program
    .command('deblur')
    .summary('sharpen blurred photos: isophote deblur --help')
    .description(about)
    .usage('<photo> --psf <blur> -o <output> [options]')
    .argument('<photo>', 'an image to sharpen, or a folder of images')
  addOutputOptions(command)
    .optionsGroup('Blur:')
    .option(
      '--psf <blur>',
      'motion:<length>,<degrees>, disk:<radius>, gaussian:<sigma>, box:<width>,<height>, in pixels; or an image file',
    )
    .optionsGroup('Sharpening:')
    .option('-m, --method <name>', `${methodNames.join(', ')} (default: total-variation)`)
    .option(
      '--noise <deviation>',
      "the noise's standard deviation in grey levels of the file: of 255, or of 65535 where it has 16 bits (default: estimated, by total-variation and hyper-laplacian); richardson-lucy stops by it",
      numberFromZero('--noise'),
    )
    .option(
      '--balance <number>',
      'instead of --noise: how much roughness counts; more is smoother (default: 0.003 for wiener and tikhonov)',
      numberFromZero('--balance'),
    )
    .option(
      '--iterations <1-10000>',
      'how many at most (default: 100; 15 for richardson-lucy)',
      wholeNumber('--iterations', 1, 10_000),
    )
    .option('--boundary <name>', `what is outside: ${boundaries.join(', ')} (default: free)`)
    .optionsGroup('Mask:')
    .option(
      '--mask <path>',
      'dead or saturated pixels, to be filled: an image of the same size, not black there; or a folder of them, named as the photos but for the extension',
    )
    .option(
      '--mask-threshold <0-255>',
      'up to this, a mask counts as black (default: 0)',
      wholeNumber('--mask-threshold', 0, 255),
    )
    .option('--invert-mask', 'fill what is not marked')
    .optionsGroup('Other:')
    .helpOption('-h, --help', 'show this')
    .addHelpText('after', more)
    .action((photo: string, options: DeblurOptions) => deblur(deblurSettingsFrom(photo, options)))
}
