import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { root } from './place.mjs'

/** Reading the program in makes much that is thrown away at once; without this its space is kept for good, some 20 MB of it. */
export const lean = '--semi-space-growth-factor=1'

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']

/**
 * Runs the program itself. With the node that runs us it becomes this very process. With another node it is a
 * child, which hears our signals, and sees its channel close if we are killed without one.
 */
export async function handOver(node, program, args) {
  const file = join(root, program)
  if (node !== process.execPath) return asChild(node, [lean, file, ...args])
  whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'))
  setFlagsFromString(lean)
  process.argv = [node, file, ...args]
  await import(pathToFileURL(file).href)
}

function asChild(node, args) {
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  whenNpmIsGone(() => child.kill('SIGTERM'))
  for (const signal of passedOn) process.on(signal, () => child.kill(signal))
  child.once('error', (cause) => {
    throw cause
  })
  return new Promise((settle) => {
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? 128 + constants.signals[signal]
      settle()
    })
  })
}

/**
 * npm runs us below a shell. A signal meant for npm ends npm or that shell and never comes to us, so where npm started
 * us we look whether both are still there. Started by hand we do not: a server may outlive its terminal.
 */
function whenNpmIsGone(stop) {
  if (process.env.npm_command === undefined) return
  const above = ancestors()
  const look = setInterval(() => {
    if (ancestors() === above) return
    clearInterval(look)
    stop()
  }, 250)
  look.unref()
}

/** Who started us, and who started them. */
const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`

/** Only Linux says it without starting a program. */
function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1).split(' ')[1]
  } catch {
    return undefined
  }
}
