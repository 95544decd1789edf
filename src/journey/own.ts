import type { BecauseCode, Gate, GateId } from './gate.ts'

export type OwnPartId = 'agreement' | 'ride' | 'asked' | 'talked' | 'food' | 'body' | 'people' | 'care'

/** A part of the day as the client reads it. `code` says more only where it is about what they themselves did. */
export interface OwnPart {
  readonly id: OwnPartId
  readonly ready: boolean
  readonly code: BecauseCode | 'ready' | 'open'
  readonly until?: number | undefined
}

const theirs: readonly (readonly [OwnPartId, GateId])[] = [
  ['agreement', 'consent'],
  ['ride', 'ride'],
  ['asked', 'asked'],
]

/** Of the last journey a client is told what they themselves said; what others wrote about it is not ready yet, and no more. */
const saidByThem: readonly BecauseCode[] = ['talked-no-more', 'talked-too-soon', 'talked-not-home']

const forThem: readonly (readonly [OwnPartId, readonly GateId[]])[] = [
  ['food', ['fasting']],
  ['body', ['pressure', 'standing']],
  ['people', ['people', 'equipment', 'closing']],
]

const ofTheCare: readonly GateId[] = [
  'session',
  'order',
  'clearance',
  'suicide',
  'interval',
  'findings',
  'today',
  'medicines',
  'pregnancy',
  'report',
  'changes',
  'substances',
  'rems',
  'count',
]

/**
 * The same truth in words for the client. What others decide about them is one part, ready or not: a verdict is for a
 * person to say, never for a page. `open` are the gates that are not met; `gates` the ones about what the client did. Of a
 * journey before this one nothing is said where there was none.
 */
export function ownParts(
  gates: readonly Gate[],
  { open, afterAnother }: { readonly open: readonly string[]; readonly afterAnother: boolean },
): OwnPart[] {
  const own = theirs.flatMap(([id, gateId]) => {
    const gate = gates.find((one) => one.id === gateId)
    return gate
      ? [{ id, ready: gate.state === 'met', code: gate.because.code, until: gate.because.until }]
      : []
  })
  const others = forThem.map(([id, ofIt]) => plain(id, !ofIt.some((gateId) => open.includes(gateId))))
  const talked = afterAnother ? [talkedPart(gates, !open.includes('talked'))] : []
  return [...own, ...talked, ...others, plain('care', !ofTheCare.some((id) => open.includes(id)))]
}

function talkedPart(gates: readonly Gate[], ready: boolean): OwnPart {
  const because = gates.find(({ id }) => id === 'talked')?.because
  if (ready || !because || !saidByThem.includes(because.code) || because.at === undefined)
    return plain('talked', ready)
  return { id: 'talked', ready, code: because.code, until: because.until }
}

const plain = (id: OwnPartId, ready: boolean): OwnPart => ({ id, ready, code: ready ? 'ready' : 'open' })
