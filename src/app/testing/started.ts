import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const main = 'src/app/cli/main.ts'
/** Nothing of the machine's own reaches a test. */
const clean = {
  ...process.env,
  DATABASE_URL: '',
  SMTP_URL: '',
  THROUGHLINE_TRUST_PROXY: '',
  THROUGHLINE_DATA: '',
}

export interface Started {
  /** The address, once it is ready. */
  readonly ready: Promise<string>
  readonly pid: number
  /** What it has told on standard output and standard error so far. */
  told(): string
  /** Sends the signal and answers the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

interface StartOptions {
  /** With the demo, which takes a while to make. */
  readonly demo?: boolean
  readonly environment?: NodeJS.ProcessEnv
}

/** `throughline start` as a process of its own. */
export function start(dataFolder: string, { demo = false, environment = {} }: StartOptions = {}): Started {
  const args = [main, 'start', '--port', '0', '--data', dataFolder, ...(demo ? [] : ['--empty'])]
  const child = spawn(process.execPath, args, {
    env: { ...clean, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let told = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (told += bytes.toString()))
  const ended = once(child, 'exit')
  const address = new Promise<string>((settle) => {
    createInterface(child.stdout).on('line', (line) => {
      const [, found] = /ready at (\S+)/.exec(line) ?? []
      if (found) settle(found)
    })
  })
  const ready = Promise.race([address, ended.then(() => Promise.reject(new Error(told)))])
  ready.catch(() => {})
  return {
    ready,
    pid: child.pid ?? 0,
    told: () => told,
    async end(signal) {
      child.kill(signal)
      const [code] = await ended
      return code
    },
  }
}

/** The same, once it is ready. */
export async function started(
  dataFolder: string,
  options?: StartOptions,
): Promise<Started & { address: string }> {
  const server = start(dataFolder, options)
  return { ...server, address: await server.ready }
}

interface Said {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** What it printed, where that is JSON. */
  readonly json: unknown
}

/** One command of the line, run to its end. */
export const throughline = (...args: string[]): Said => throughlineWith({}, ...args)

export function throughlineWith(environment: NodeJS.ProcessEnv, ...args: string[]): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    env: { ...clean, ...environment },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  return { status, stdout, stderr, json: parsed(stdout) }
}

/** The same, while the test goes on with something else. */
export async function throughlineMeanwhile(...args: string[]): Promise<Omit<Said, 'stderr'>> {
  const child = spawn(process.execPath, [main, ...args], { env: clean, stdio: ['ignore', 'pipe', 'ignore'] })
  let stdout = ''
  child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString()))
  const [status] = await once(child, 'close')
  return { status, stdout, json: parsed(stdout) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
