import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const main = 'src/app/cli/main.ts'
/** Nothing of the machine's own reaches a test. */
const clean = { ...process.env, DATABASE_URL: '', SMTP_URL: '', THROUGHLINE_DATA: '' }

export interface Started {
  readonly address: string
  readonly pid: number
  /** What it has told on standard error so far. */
  told(): string
  /** Sends the signal and answers the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** `throughline start` as a process of its own, once it is ready. */
export async function started(dataFolder: string, environment: NodeJS.ProcessEnv = {}): Promise<Started> {
  const child = spawn(process.execPath, [main, 'start', '--port', '0', '--data', dataFolder], {
    env: { ...clean, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let told = ''
  child.stderr.on('data', (bytes: Buffer) => (told += bytes.toString()))
  const ended = once(child, 'exit')
  const ready = new Promise<string>((settle) => {
    createInterface(child.stdout).on('line', (line) => {
      const [, address] = /ready at (\S+)/.exec(line) ?? []
      if (address) settle(address)
    })
  })
  const address = await Promise.race([ready, ended.then(() => Promise.reject(new Error(told)))])
  return {
    address,
    pid: child.pid ?? 0,
    told: () => told,
    async end(signal) {
      child.kill(signal)
      const [code] = await ended
      return code
    },
  }
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
