import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { note } from './steps.mjs'
import { keep } from './place.mjs'

const file = join(keep, 'busy')

/** Two commands that start together must not install or build over each other. */
export async function inTurn(work) {
  mkdirSync(keep, { recursive: true })
  let told = false
  while (!take()) {
    if (!told) note('another command is preparing this checkout; waiting for it')
    told = true
    await sleep(200)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (cause) {
    if (cause.code !== 'EEXIST') throw cause
    if (!isAlive(holder())) rmSync(file, { force: true })
    return false
  }
}

function holder() {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

function isAlive(pid) {
  if (!(pid > 0)) return false
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    return cause.code === 'EPERM'
  }
}
