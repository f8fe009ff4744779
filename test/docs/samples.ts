import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Sample {
  /** Where it stands, for the test's name: `README.md:42`. */
  readonly name: string
  readonly language: string
  readonly code: string
}

const root = join(import.meta.dirname, '../..')

/** Every fenced block of the README and of the pages under docs/. */
export function samplesInPages(): Sample[] {
  const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.startsWith('reference'))
    .map((path) => join('docs', path))
  return ['README.md', ...pages].flatMap((path) => fencedBlocks(path, read(path)))
}

/** Every `@example` of the public functions' docstrings. */
export function samplesInSource(): Sample[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join('src', path))
    .flatMap((path) => fencedBlocks(path, read(path).replaceAll(/^ *\* ?/gm, '')))
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function fencedBlocks(path: string, text: string): Sample[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    name: `${path}:${text.slice(0, match.index).split('\n').length}`,
    language: match[1],
    code: match[2],
  }))
}
