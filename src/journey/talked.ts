import type { Instant } from '../kernel/instant.ts'
import type { DayTold } from './dayTold.ts'
import { furtherFrom } from './further.ts'
import type { GateFacts } from './gateFacts.ts'
import { met, stop, waiting, type Found } from './gate.ts'

/**
 * Between two journeys: talked through, and another one wanted; or two who answer for it have each written why not. Neither
 * opens anything until 24 hours after the client went home, and a yes that was said before then is said again.
 */
export function talkedGate(facts: GateFacts, at: Instant): Found {
  const { lastDoseAt, protocol, told } = facts
  if (!protocol.psychotherapy.present) return met({ code: 'talked-not-needed' })
  if (lastDoseAt === null || lastDoseAt > at) return met({ code: 'talked-first' })
  const since = told.filter(({ toldAt }) => toldAt >= lastDoseAt && toldAt <= at)
  const talk = since.findLast((one) => one.kind === 'talked')
  if (talk && !talk.wantsAnother) return stop({ code: 'talked-no-more', at: talk.toldAt }, 'client')
  const yes = talk?.talked ? talk : undefined
  return wished({ facts, lastDoseAt, yes, missing: missingReasons(since) }, at)
}

interface Said {
  readonly facts: GateFacts
  readonly lastDoseAt: Instant
  /** Talked through, and they want another. */
  readonly yes: Pick<DayTold, 'toldAt' | 'byName'> | undefined
  /** Who has not written yet why it is not talked through. */
  readonly missing: readonly (typeof whoWrite)[number][]
}

/** Nobody has said no. */
function wished({ facts, lastDoseAt, yes, missing }: Said, at: Instant): Found {
  const from = furtherFrom(facts, at)
  if (yes && counts(yes.toldAt, from))
    return met({ code: 'talked-wanted', at: yes.toldAt, name: yes.byName }, ...whoTalk)
  if (missing.length > 0)
    return yes ? tooSoon(yes.toldAt, from) : open({ facts, lastDoseAt, missing }, { from, at })
  return counts(at, from)
    ? met({ code: 'talked-instead', at: lastDoseAt }, ...whoTalk)
    : tooSoon(yes?.toldAt, from)
}

function open(
  { facts, lastDoseAt, missing }: Omit<Said, 'yes'>,
  { from, at }: { from: Instant | null; at: Instant },
): Found {
  const since = { at: lastDoseAt, until: from !== null && from > at ? from : undefined }
  if (missing.length === 1) return waiting({ code: 'talked-half', ...since, items: missing }, ...missing)
  const code = facts.lastBroughtAt === lastDoseAt ? 'talked-not-yet-brought' : 'talked-not-yet'
  return waiting({ code, ...since }, 'therapist', 'prescriber')
}

const counts = (saidAt: Instant, from: Instant | null): boolean => from !== null && saidAt >= from

/** Said, or written, and not to be counted yet: until when, or that nobody has said when they went home. */
function tooSoon(saidAt: Instant | undefined, from: Instant | null): Found {
  if (from === null) return waiting({ code: 'talked-not-home', at: saidAt }, ...atHand)
  return saidAt === undefined
    ? waiting({ code: 'talked-instead-too-soon', until: from }, 'time')
    : waiting({ code: 'talked-too-soon', at: saidAt, until: from }, 'client', ...whoTalk)
}

const missingReasons = (since: readonly DayTold[]) =>
  whoWrite.filter(
    (capacity) =>
      !since.some(
        (one) => one.kind === 'talked-instead' && one.capacity === capacity && one.roles.includes(capacity),
      ),
  )
const whoWrite = ['prescriber', 'therapist'] as const
const atHand = ['monitor', 'prescriber', 'therapist'] as const
const whoTalk = ['therapist', 'prescriber'] as const
