import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmCi } from './npm.mjs'
import { root } from './place.mjs'
import { note, step } from './steps.mjs'
import { notFetched } from './trouble.mjs'
import { inTurn } from './turn.mjs'

const modules = join(root, 'node_modules')
const stamp = join(modules, '.throughline')

/** Installs exactly what package-lock.json names, unless that is what is there. */
export async function installed(node) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
  if (stamped() === wanted) return
  if (isLink()) return warnIfOther(lock)
  await inTurn(async () => {
    if (stamped() === wanted) return
    if (missing(lock).length > 0) await step(`Fetching ${count(lock)} packages`, () => npmCi(node, root))
    const [stillMissing] = missing(lock)
    if (stillMissing) throw notFetched(stillMissing)
    mkdirSync(modules, { recursive: true })
    writeFileSync(stamp, wanted)
  })
}

const stamped = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined)

/** A worktree may borrow another checkout's packages; installing through the link would change them under it. */
const isLink = () => lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() === true

function warnIfOther(lock) {
  if (missing(lock).length > 0)
    note('node_modules is a link to packages other than package-lock.json names; left as it is')
}

/** What this system should have and does not, by the list that npm leaves of what it installed, whoever ran it. */
function missing(lock) {
  const list = join(modules, '.package-lock.json')
  const there = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')).packages : {}
  return Object.entries(packagesIn(lock))
    .filter(([path, wanted]) => isForHere(wanted) && there[path]?.version !== wanted.version)
    .map(([path]) => path.replace('node_modules/', ''))
}

/** Of the optional ones, those made for this system; where it also depends on the C library, npm knows better. */
function isForHere({ optional, os, cpu, libc }) {
  if (!optional) return true
  return libc === undefined && fits(os, process.platform) && fits(cpu, process.arch)
}

const fits = (named, here) => named !== undefined && [named].flat().includes(here)

function packagesIn(lock) {
  const { '': _project, ...packages } = JSON.parse(lock).packages
  return packages
}

const count = (lock) => Object.values(packagesIn(lock)).filter(isForHere).length
