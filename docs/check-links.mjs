// Fails when a link of the built site leads nowhere: a page, file or anchor that is not there.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const site = process.argv[2] ?? fileURLToPath(new URL('../site', import.meta.url))
const base = process.env.DOCS_BASE ?? '/'

const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.html') && !file.startsWith('playground'),
)
const anchors = new Map(
  pages.map((page) => {
    const html = readFileSync(join(site, page), 'utf8')
    return [page, new Set([...html.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => decode(id)))]
  }),
)

let links = 0
const dead = new Set()
for (const page of pages) {
  const html = readFileSync(join(site, page), 'utf8')
  for (const [, , link] of html.matchAll(/\b(href|src)="([^"]*)"/g)) {
    const url = new URL(decode(link), `http://site${base}${page}`)
    if (url.host !== 'site') continue
    links++
    if (!leadsSomewhere(url)) dead.add(`${page}: ${link}`)
  }
}
for (const link of dead) console.error(`dead link in ${link}`)
console.log(`${links} links on ${pages.length} pages, ${dead.size} of them dead`)
if (dead.size > 0 || links === 0) process.exit(1)

function leadsSomewhere({ pathname, hash }) {
  if (!pathname.startsWith(base)) return false
  const path = decodeURIComponent(pathname.slice(base.length))
  const file = [path, `${path}.html`, join(path, 'index.html')].find(
    (candidate) => /\.\w+$/.test(candidate) && existsSync(join(site, candidate)),
  )
  if (file === undefined) return false
  const known = anchors.get(file)
  return hash === '' || !known || known.has(decodeURIComponent(hash.slice(1)))
}

function decode(text) {
  return text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')
}
