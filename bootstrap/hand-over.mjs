import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './place.mjs'

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']

/**
 * Runs the program itself. With the node that runs us it becomes this very process. With another node it is a
 * child, which hears our signals, and sees its channel close if we are killed without one.
 */
export async function handOver(node, program, args) {
  const file = join(root, program)
  if (node !== process.execPath) return asChild(node, [file, ...args])
  whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'))
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
 * npm runs us below a shell, and a signal meant for npm ends that shell but never comes to us. So where npm started
 * us we look whether our parent is still the same. Started by hand we do not: a server may outlive its terminal.
 */
function whenNpmIsGone(stop) {
  if (process.env.npm_command === undefined) return
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    stop()
  }, 250)
  look.unref()
}
