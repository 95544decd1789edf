import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Usage {
  readonly cpu: NodeJS.CpuUsage
  readonly rssMb: number
}

export interface Child {
  readonly port: number
  /** From the first line of its program to its first answer. */
  readonly readyMs: number
  usage(): Promise<Usage>
  stop(): Promise<void>
}

/** Starts one of the servers beside this file and waits until it listens. */
export async function startChild(file: string, env: Record<string, string> = {}): Promise<Child> {
  const child: ChildProcess = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...env },
  })
  const said = async <T>() => (await Promise.race([once(child, 'message'), dead(child, file)]))[0] as T
  const { port, readyMs } = await said<{ port: number; readyMs: number }>()
  return {
    port,
    readyMs,
    usage() {
      child.send('usage')
      return said<Usage>()
    },
    async stop() {
      child.send('stop')
      await once(child, 'exit')
    },
  }
}

async function dead(child: ChildProcess, file: string): Promise<never> {
  const [code] = await once(child, 'exit')
  throw new Error(`${file} ended with ${code}`)
}
