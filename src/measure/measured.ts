import type { Instrument } from '../instrument/instrument.ts'
import type { Status } from '../instrument/score.ts'
import type { Instant } from '../kernel/instant.ts'
import { followedBy, frameOf, type Followed, type Moment, type Scored } from './followed.ts'
import type { Logged, Standing } from './log.ts'
import type { ChangeRule } from './rule.ts'
import { linesOf, type ScoreLine } from './scale.ts'

/** A time at which something was asked, and not answered: what it would have been is unknown. */
export interface Unanswered {
  readonly instrumentId: string
  readonly at: Instant
  readonly why: 'missed' | 'refused'
}

/** Keys end in the instrument's id. What was answered after all, however late, is not missing. */
export function unansweredIn(written: readonly Logged[], all: readonly Standing[]): Unanswered[] {
  const log = [...written, ...all.map(asLogged)]
  const occasion = ({ key, targetAt }: Pick<Logged, 'key' | 'targetAt'>) => `${key} ${targetAt}`
  const answered = new Set(log.filter(({ what }) => what === 'answered').map(occasion))
  const open = new Map<string, Unanswered>()
  for (const one of log) {
    const { what, key, targetAt } = one
    if ((what !== 'missed' && what !== 'refused') || answered.has(occasion(one))) continue
    const instrumentId = key.slice(key.lastIndexOf('/') + 1)
    const why = open.get(occasion(one))?.why === 'refused' ? 'refused' : what
    open.set(occasion(one), { instrumentId, at: targetAt, why })
  }
  return [...open.values()].toSorted((one, other) => one.at - other.at)
}

/** What is over and not yet written down is as good as written down. */
const asLogged = ({ intended: { key, targetAt }, state }: Standing) => ({ key, targetAt, what: state })

interface Answered {
  readonly id: string
  readonly instrumentId: string
  readonly status: Status
  readonly total: number | null
  readonly answeredAt: Instant
}

/** One instrument over time, and what has become of it by its rule. */
export interface Measured<Response extends Answered> {
  readonly instrument: Instrument
  readonly rule: ChangeRule
  readonly lines: readonly ScoreLine[]
  readonly followed: Followed
  readonly responses: readonly Response[]
  readonly unanswered: readonly Unanswered[]
}

export interface Measuring<Response extends Answered> {
  readonly responses: readonly Response[]
  readonly unanswered: readonly Unanswered[]
  readonly moments: readonly Moment[]
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly ruleFor: (instrumentId: string) => ChangeRule
}

/** Everything that was answered, or asked in vain, each instrument by itself. */
export function measuredOf<Response extends Answered>(given: Measuring<Response>): Measured<Response>[] {
  const frame = frameOf(given.moments)
  return idsIn(given).flatMap((id) => {
    const instrument = given.instruments.get(id)
    if (!instrument) return []
    const responses = given.responses.filter(({ instrumentId }) => instrumentId === id)
    const unanswered = given.unanswered.filter(({ instrumentId }) => instrumentId === id)
    const rule = given.ruleFor(id)
    const followed = followedBy(rule, {
      frame,
      scored: responses.map((response) => scoredOf(instrument, response)),
      unanswered: unanswered.map(({ at }) => at),
    })
    return [{ instrument, rule, lines: linesOf(instrument), followed, responses, unanswered }]
  })
}

function scoredOf({ main }: Instrument, { id, status, total, answeredAt: at }: Answered): Scored {
  const isTold = status !== 'incomplete' && status !== 'unscored'
  const told = main === null ? isTold : total !== null || status === 'not-applicable'
  return { id, at, total, told }
}

export const idsIn = ({
  responses,
  unanswered,
}: {
  readonly responses: readonly { readonly instrumentId: string }[]
  readonly unanswered: readonly { readonly instrumentId: string }[]
}): string[] => [...new Set([...responses, ...unanswered].map(({ instrumentId }) => instrumentId))]
