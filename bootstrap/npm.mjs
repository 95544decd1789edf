import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { keep } from './place.mjs'
import { npmTrouble, Trouble } from './trouble.mjs'

const quick = ['--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline']
const patient = ['--fetch-retries=2', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=3000']

/** `npm ci` in this folder, run by this node: npm picks packages to fit the node that runs it. */
export async function npmCi(node, folder) {
  const { file, args } = npm(node)
  const child = spawn(file, [...args, 'ci', ...quick, ...patient], {
    cwd: folder,
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`, ...cache() },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += bytes))
  const status = await new Promise((settle) => {
    child.once('error', (cause) => settle(cause.message))
    child.once('close', settle)
  })
  if (status !== 0) throw npmTrouble(`${output}\n${typeof status === 'string' ? status : ''}`, folder)
}

/** The npm that is running us, or the one beside the host's node, or the one on the path. */
function npm(node) {
  const running = process.env.npm_execpath
  if (running && running.endsWith('npm-cli.js')) return { file: node, args: [running] }
  const found = [dirname(process.execPath), ...(process.env.PATH ?? '').split(delimiter)]
    .map((folder) => join(folder, 'npm'))
    .find((file) => existsSync(file))
  if (!found) throw new Trouble('npm was not found. It comes with Node: install Node 18 or later.')
  const script = realpathSync(found)
  return script.endsWith('.js') ? { file: node, args: [script] } : { file: found, args: [] }
}

/** npm keeps what it fetched in the home folder; where it cannot, in the checkout. */
function cache() {
  const usual = process.env.npm_config_cache ?? join(homedir(), '.npm')
  try {
    mkdirSync(usual, { recursive: true })
    accessSync(usual, constants.W_OK)
    return {}
  } catch {
    return { npm_config_cache: join(keep, 'npm') }
  }
}
