import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { step } from '../steps.mjs'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const how =
  'no Chromium on this machine. Install one (Debian: apt-get install chromium; macOS: brew install chromium), or name it in THROUGHLINE_CHROMIUM'

/** `{ path }` of a browser that runs, or `{ missing }`: one sentence on why there is none and how to get it. */
export async function findChromium() {
  const found = here()
  if (found) return { path: found }
  if (!mayInstall()) return { missing: how }
  const status = await step('Installing Chromium', install)
  const path = here()
  return path ? { path } : { missing: `${how} (apt-get ended with ${status})` }
}

const here = () =>
  [process.env.THROUGHLINE_CHROMIUM, ...usual].find((path) => path && existsSync(path) && runs(path))

const runs = (path) => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0

/** Only where nobody has to be asked: root on Debian or what is made from it. */
const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

async function install() {
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const apt = (...args) =>
    new Promise((settle) => {
      const child = spawn('/usr/bin/apt-get', args, quiet)
      child.once('error', () => settle(-1))
      child.once('close', settle)
    })
  await apt('update')
  return apt('install', '--yes', '--no-install-recommends', 'chromium')
}
