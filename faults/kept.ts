import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface KeptServer {
  /** While it is away there is none. */
  port(): number | undefined
  /** Settles when it answers; fails when it ends before. */
  start(): Promise<void>
  kill(): Promise<void>
}

const program = fileURLToPath(new URL('server.ts', import.meta.url))

/** A server in a process of its own, to be killed and started again. */
export function keptServer(env: Readonly<Record<string, string>>): KeptServer {
  let child: ChildProcess | undefined
  let port: number | undefined
  return {
    port: () => port,
    async start() {
      const started = fork(program, {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      })
      child = started
      let said = ''
      started.stderr?.on('data', (bytes: Buffer) => (said += bytes.toString()))
      const answer = await Promise.race([
        once(started, 'message'),
        once(started, 'exit').then(() => undefined),
      ])
      if (!answer) throw new Error(`the server did not start: ${said.slice(0, 600)}`)
      port = (answer[0] as { port: number }).port
    },
    async kill() {
      port = undefined
      const dying = child
      child = undefined
      if (!dying || dying.exitCode !== null || dying.signalCode !== null) return
      const gone = once(dying, 'exit')
      dying.kill('SIGKILL')
      await gone
    },
  }
}
