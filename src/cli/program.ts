import { Command } from 'commander'
import { version } from '../../package.json'
import { methodNames } from '../methods'
import { addBleedCommand } from './bleed/command'
import { addDeblurCommand } from './deblur/command'
import { numberFromZero, wholeNumber } from './numbers'
import { hexColor, type Options, settingsFrom } from './options'
import { addOutputOptions } from './output-options'
import { run } from './run'

const about = `Repairs the missing pixels of photos from the pixels around them.

White in the mask means: repair this. So does anything that is not black.`

const more = `
Formats:
  JPEG, PNG, WebP and TIFF, in and out. Pixels that are not missing stay as they
  are: bit for bit in PNG and TIFF, of 16 bits too; JPEG and WebP compress anew.
  Photo and mask are turned as their orientation tags say; transparency, colour
  profile, EXIF and XMP are kept. Not taken: CMYK, 32-bit TIFF, several pages or
  frames.

Masks:
  A mask that went through JPEG is not quite black; --mask-threshold 127 helps.
  Nor is a colour painted on a JPEG quite itself; --mask-tolerance 40 helps.
  Paint with a hard brush: what a soft one mixes in at its edge is not repaired.
  The transparency of a mask file is not looked at.

Examples:
  isophote photo.jpg mask.png -o restored.png
  isophote photo.jpg mask.png -o restored.jpg --method ns --radius 5
  isophote photos/ mask.png -o restored/    one mask for every photo of a folder
  isophote photos/ masks/ -o restored/      masks/a.png for photos/a.jpg
  isophote painted.png --mask-color ff00ff -o restored.png
  isophote erased.png --mask alpha -o restored.jpg

Blurred photos: isophote deblur --help. Fringes: isophote bleed --help.
A folder of such a name is ./deblur or ./bleed here.
`

/** The command line as the user sees it: its words, its help, and what they lead to. */
export function createProgram(): Command {
  const program = new Command('isophote')
    .description(about)
    .usage('<photo> <mask> -o <output> [options]')
    .argument('<photo>', 'an image to repair, or a folder of images')
    .argument(
      '[mask]',
      'an image of the same size; or a folder of them, named as the photos but for the extension',
    )
    // The options of `deblur` are its own, though some have the names of these.
    .enablePositionalOptions()
    .helpCommand(false)
  addOutputOptions(program)
    .optionsGroup('Repair:')
    .option('-m, --method <name>', `${methodNames.join(', ')} (default: auto)`)
    .option(
      '-r, --radius <1-100>',
      'how many pixels around a missing one take part (default: 8 for auto and kriging, 5 for coherence, 3 for telea and ns; the others have none)',
      wholeNumber('--radius', 1, 100),
    )
    .optionsGroup('Mask:')
    .option(
      '--mask <path|alpha>',
      "instead of the argument: a file or a folder; or the word alpha, for the photo's own transparency. What is not quite opaque is repaired then, and opaque afterwards",
    )
    .option(
      '--mask-color <hex>',
      'instead of a mask: a colour painted on the photo itself, such as ff00ff',
      hexColor,
    )
    .option(
      '--mask-tolerance <0-255>',
      'how far from that colour each of red, green and blue may be (default: 0)',
      wholeNumber('--mask-tolerance', 0, 255),
    )
    .option(
      '--mask-threshold <0-255>',
      'up to this, a mask counts as black and a photo as opaque (default: 0)',
      wholeNumber('--mask-threshold', 0, 255),
    )
    .option('--invert-mask', 'repair what is not marked, and keep what is')
    .option(
      '--dilate <0-1000>',
      'grow what is marked by so many pixels: most masks are a little too small (default: 0; with --feather, that one)',
      wholeNumber('--dilate', 0, 1000),
    )
    .option(
      '--feather <pixels>',
      'over so many of the pixels grown, fade from the repair into the photo (default: 0)',
      numberFromZero('--feather'),
    )
    .optionsGroup('Other:')
    .helpOption('-h, --help', 'show this')
    .version(version, '-V, --version', 'show the version')
    .addHelpText('after', more)
    .action((photo: string, mask: string | undefined, options: Options) =>
      run(settingsFrom(photo, mask, options)),
    )
  addDeblurCommand(program)
  addBleedCommand(program)
  return program
}
