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
  /** Profiles its CPU until the function that is answered is called; that one answers the profile. */
  profile(): Promise<() => Promise<unknown>>
  stop(): Promise<void>
}

/** Starts one of the servers beside this file and waits until it listens. */
export async function startChild(file: string, env: Record<string, string> = {}): Promise<Child> {
  const child: ChildProcess = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...env },
    // As bootstrap/hand-over.mjs and src/app/cli/main.ts run the program.
    execArgv: ['--semi-space-growth-factor=1'],
  })
  const waiting: { settle: (said: never) => void; fail: (cause: Error) => void }[] = []
  child.on('message', (said) => waiting.shift()?.settle(said as never))
  child.on('exit', (code) => {
    for (const { fail } of waiting) fail(new Error(`${file} ended with ${code}`))
  })
  const said = <T>() => new Promise<T>((settle, fail) => waiting.push({ settle, fail }))
  const asked = <T>(what: string) => {
    child.send(what)
    return said<T>()
  }
  const { port, readyMs } = await said<{ port: number; readyMs: number }>()
  return {
    port,
    readyMs,
    usage: () => asked<Usage>('usage'),
    async profile() {
      await asked('profile')
      return async () => (await asked<{ profile: unknown }>('profiled')).profile
    },
    async stop() {
      if (!child.connected) return
      child.send('stop')
      await once(child, 'exit')
    },
  }
}
