import type { Instrument } from '../instrument/instrument.ts'
import { isOf, type Logged, type LogKind, type Standing } from './log.ts'
import { isNeverSelfServed } from './occasion.ts'

interface Known {
  readonly log: readonly Logged[]
  readonly instruments: ReadonlyMap<string, Instrument>
}

/** One thing that was, is or will be asked, and everything that is known of it. */
export function occasionOf({ log: all, instruments }: Known, { intended, state, alone }: Standing) {
  const log = all.filter((line) => isOf(intended, line))
  const has = (what: LogKind) => log.some((one) => one.what === what)
  const instrument = instruments.get(intended.instrumentId)
  const never = !instrument || instrument.rater !== 'self' || isNeverSelfServed(instrument)
  return {
    key: intended.key,
    instrument: instrument?.name ?? intended.instrumentId,
    on: intended.on,
    targetAt: intended.targetAt,
    closesAt: intended.closesAt < Infinity ? intended.closesAt : null,
    state,
    together: state === 'open' ? !alone : never,
    late: log.some(({ what, late }) => what === 'answered' && late),
    shown: has('shown'),
    reminded: has('reminded'),
  }
}
