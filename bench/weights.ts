import { spawn } from 'node:child_process'
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))

interface Locked {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>
}

/** Bar 10: what a production install puts on the disk, in MB, without the database's binaries (which are optional). */
export function dependenciesMb(): number {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Locked
  const needed = Object.entries(packages).filter(([path, { dev, optional }]) => path && !dev && !optional)
  return needed.reduce((sum, [path]) => sum + bytesIn(join(root, path)), 0) / 2 ** 20
}

/** Without what is nested in it, which has its own line in the lock file. */
const bytesIn = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) return sum + lstatSync(path).size
    return entry.name === 'node_modules' ? sum : sum + bytesIn(path)
  }, 0)

/** Bar 14: seconds from the one command, on an empty folder, to a sign-in page; after the download and the build. */
export async function secondsToSignIn(): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'throughline-newcomer-'))
  const port = await freePort()
  const began = performance.now()
  const args = [join(root, 'bootstrap/run.mjs'), 'start', '--port', String(port), '--data', data]
  const start = spawn(process.execPath, args, { stdio: 'ignore', cwd: root })
  const ended = new Promise<void>((settle) => start.once('exit', () => settle()))
  try {
    await answers(`http://localhost:${port}/sign-in`, () => start.exitCode === null)
    return (performance.now() - began) / 1000
  } finally {
    start.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
}

async function answers(url: string, alive: () => boolean): Promise<void> {
  for (;;) {
    const reply = await fetch(url).catch(() => undefined)
    if (reply?.ok) return
    if (!alive()) throw new Error('npm start ended before it answered')
    await new Promise((settle) => setTimeout(settle, 50))
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((settle) => server.once('listening', settle))
  const { port } = server.address() as AddressInfo
  await new Promise((settle) => server.close(settle))
  return port
}
