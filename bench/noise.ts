import { readdirSync, readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'

/** How busy the machine was, and how much of that was not us: the share of its cores that others took. */
export interface Noise {
  readonly load: number
  /** 0 to 1; nothing where the system does not tell. */
  readonly others: number | undefined
}

/** Above this share, a round is marked: figures of it are worth less. */
export const noisyFrom = 0.15

export function listenForNoise(): () => Noise {
  const before = { busy: busyMs(), ours: oursMs(), at: performance.now() }
  return () => {
    const [busy, ours] = [busyMs() - before.busy, oursMs()]
    const all = (performance.now() - before.at) * cpus().length
    const others =
      ours === undefined || before.ours === undefined
        ? undefined
        : Math.max(0, (busy - (ours - before.ours)) / all)
    return { load: loadavg()[0]!, others }
  }
}

export const wordsOf = ({ load, others }: Noise): string =>
  `load ${load.toFixed(1)}` +
  (others === undefined ? '' : `, others took ${Math.round(others * 100)} % of the machine`)

const busyMs = (): number =>
  cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0)

/** What this process and all it has started have used, ended children too; only where there is a /proc. */
function oursMs(): number | undefined {
  try {
    const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? statOf(name) : []))
    const children = Map.groupBy(all, ({ parent }) => parent)
    const sum = (pid: number): number =>
      (children.get(pid) ?? []).reduce((total, child) => total + child.ms + sum(child.pid), 0)
    const own = all.find(({ pid }) => pid === process.pid)
    return own && own.ms + sum(process.pid)
  } catch {
    return undefined
  }
}

/** A tick is 10 ms on every Linux that matters here. */
const tickMs = 10

function statOf(name: string): { pid: number; parent: number; ms: number }[] {
  const stat = readOr(`/proc/${name}/stat`)
  if (!stat) return []
  // After the name in brackets: state, parent, …; user and system time, own and of children that were waited for.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const ticks = fields[11]! + fields[12]! + fields[13]! + fields[14]!
  return [{ pid: Number(name), parent: fields[1]!, ms: ticks * tickMs }]
}

/** A process may end between being listed and being read. */
function readOr(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
