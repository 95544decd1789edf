import { readdirSync, readFileSync } from 'node:fs'

/** Gone already is as good. */
export function signalNow(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause
  }
}

export function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => parentOf(pid) === parent)
}

/** As PostgreSQL titles its processes: `postgres: throughline_app faults [local] idle`. */
export const titleOf = (pid: number): string => read(`/proc/${pid}/cmdline`) ?? ''

/** Neither gone nor dead and waiting to be noticed. */
export const isAtWork = (pid: number): boolean => ![undefined, 'Z'].includes(statOf(pid)?.[0])

const parentOf = (pid: number): number => Number(statOf(pid)?.[1])

/** Its state, its parent, and more. */
function statOf(pid: number): string[] | undefined {
  const stat = read(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    if (['ENOENT', 'ESRCH'].includes((cause as NodeJS.ErrnoException).code ?? '')) return undefined
    throw cause
  }
}
