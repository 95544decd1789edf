import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmCi } from './npm.mjs'
import { root } from './place.mjs'
import { note, step } from './steps.mjs'
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
    if (!holds(lock)) await step(`Fetching ${count(lock)} packages`, () => npmCi(node, root))
    mkdirSync(modules, { recursive: true })
    writeFileSync(stamp, wanted)
  })
}

const stamped = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined)

/** A worktree may borrow another checkout's packages; installing through the link would change them under it. */
const isLink = () => lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() === true

function warnIfOther(lock) {
  if (!holds(lock))
    note('node_modules is a link to packages other than package-lock.json names; left as it is')
}

/** Whether someone has run `npm ci` by hand: npm leaves a list of what it installed. */
function holds(lock) {
  const list = join(modules, '.package-lock.json')
  if (!existsSync(list)) return false
  const there = JSON.parse(readFileSync(list, 'utf8')).packages
  return Object.entries(packagesIn(lock)).every(
    ([path, { version, optional }]) => optional || there[path]?.version === version,
  )
}

function packagesIn(lock) {
  const { '': _project, ...packages } = JSON.parse(lock).packages
  return packages
}

const count = (lock) => Object.values(packagesIn(lock)).filter(({ optional }) => !optional).length
