import type { Command } from 'commander'
import { wholeNumber } from './numbers'

/** What the shell said about the output: the same for all commands. */
export interface OutputOptions {
  readonly output?: string
  readonly quality: number
  readonly overwrite?: true
  readonly quiet?: true
}

/** The same, checked. */
export interface OutputSettings {
  /** A file or a folder. */
  readonly output: string
  readonly quality: number
  readonly overwrite: boolean
  readonly quiet: boolean
}

export function addOutputOptions(command: Command): Command {
  return command
    .optionsGroup('Output:')
    .option(
      '-o, --output <path>',
      'file to write, in the format of its extension; or a folder, for files named as the photos. An older file there is replaced, an input is not',
    )
    .option('-f, --overwrite', 'replace an input too')
    .option(
      '--quality <1-100>',
      'of JPEG and WebP; 100 makes WebP lossless',
      wholeNumber('--quality', 1, 100),
      95,
    )
    .option('-q, --quiet', 'no progress bar, no summary')
}

export function outputSettings(options: OutputOptions): OutputSettings {
  const { output, quality, overwrite = false, quiet = false } = options
  if (!output) throw new Error('--output: expected a file or a folder to write to, got none')
  return { output, quality, overwrite, quiet }
}
