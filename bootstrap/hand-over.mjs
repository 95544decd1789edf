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
  process.argv = [node, file, ...args]
  await import(pathToFileURL(file).href)
}

function asChild(node, args) {
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
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
