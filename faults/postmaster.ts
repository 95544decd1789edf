import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { pick } from './chance.ts'
import { childrenOf, isAtWork, signalNow, titleOf } from './processes.ts'

export interface Program {
  readonly file: string
  readonly args: string[]
  readonly options: Readonly<Record<string, unknown>>
}

/** Settles when it answers; fails when `ended` says that it has ended. */
type Answers = (ended: () => unknown) => Promise<void>

/** The one process of PostgreSQL that starts all the others, to be ended in every way. */
export function keptPostmaster(program: Program, answers: Answers) {
  let server: ChildProcess
  /** Another start, or an end, has been asked for since: a start that is under way is not tried again. */
  let wishes = 0
  const pid = () => server.pid ?? 0
  const ended = () => server.exitCode ?? server.signalCode
  const start = async () => {
    const mine = (wishes += 1)
    for (let tries = 0; ; tries += 1) {
      server = spawn(program.file, program.args, program.options)
      const fault = await answers(ended).then(
        () => undefined,
        (cause: unknown) => cause,
      )
      if (fault === undefined) return
      // What a killed one leaves in memory is free a moment later.
      if (tries < 20) await sleep(150)
      if (tries === 20 || mine !== wishes) throw fault
    }
  }
  return {
    start,
    async end(signal: NodeJS.Signals) {
      wishes += 1
      if (ended() !== null) return
      const gone = once(server, 'exit')
      const serving = signal === 'SIGKILL' ? childrenOf(pid()) : []
      server.kill(signal)
      for (const one of serving) signalNow(one, 'SIGKILL')
      await gone
      while (serving.some((one) => isAtWork(one))) await sleep(5)
    },
    async killBackend(random: () => number) {
      const serving = childrenOf(pid()).filter((one) => titleOf(one).includes('[local]'))
      if (serving.length > 0) signalNow(pick(random, serving), 'SIGKILL')
      await answers(ended)
    },
    holdStill() {
      for (const one of [pid(), ...childrenOf(pid())]) signalNow(one, 'SIGSTOP')
    },
  }
}
