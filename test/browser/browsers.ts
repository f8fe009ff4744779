import { existsSync } from 'node:fs'
import puppeteer, { type Browser } from 'puppeteer-core'

export interface Installed {
  readonly name: 'chromium' | 'firefox'
  launch(): Promise<Browser>
}

/** The browsers of this machine: where systems put them, or where `ISOPHOTE_CHROMIUM` and `ISOPHOTE_FIREFOX` say. */
export const browsers: readonly Installed[] = [
  ...found('chromium', [
    process.env.ISOPHOTE_CHROMIUM ?? process.env.ISOPHOTE_BROWSER ?? '',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]),
  ...found('firefox', [
    process.env.ISOPHOTE_FIREFOX ?? '',
    '/usr/bin/firefox',
    '/usr/bin/firefox-esr',
  ]),
]

if (browsers.length < 2) {
  const words = `Chromium and Firefox are wanted, there is ${browsers[0]?.name ?? 'neither'}`
  // Where all must be proved, as in `.ci/run`, what was skipped would pass for proved.
  if (process.env.ISOPHOTE_BROWSERS === 'required') throw new Error(words)
  console.warn(`${words}: the rest is skipped`)
}

function found(name: Installed['name'], paths: readonly string[]): Installed[] {
  const executablePath = paths.find((path) => path !== '' && existsSync(path))
  if (!executablePath) return []
  return [
    {
      name,
      launch: () =>
        puppeteer.launch({
          browser: name === 'chromium' ? 'chrome' : 'firefox',
          executablePath,
          args: name === 'chromium' ? ['--no-sandbox'] : [],
          protocolTimeout: 600_000,
        }),
    },
  ]
}
