import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser on this machine: `THROUGHLINE_CHROMIUM`, or where systems put it. */
export const chromiumPath = (): string => {
  const path = process.env['THROUGHLINE_CHROMIUM'] ?? known.find((place) => existsSync(place))
  if (!path)
    throw new Error(
      'no Chromium found: install it (Debian: apt-get install chromium) or set THROUGHLINE_CHROMIUM',
    )
  return path
}

/** `letters` is the size in which the browser writes by itself: 16 unless its owner asked for larger ones. */
export const openBrowser = (letters = 16): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
      `--blink-settings=defaultFontSize=${letters},defaultFixedFontSize=${letters}`,
    ],
  })
