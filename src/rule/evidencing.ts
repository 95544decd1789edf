import { earliest, latest, type When } from '../intake/when.ts'
import type { Change, Consent, EvidenceFact, Present } from './facts.ts'
import { open, present, settled, type Because, type Decided } from './finding.ts'
import { answerTo, isWithin, lengthOf, type Look } from './look.ts'
import { conditionHolds } from './needing.ts'
import type { Answered, Consented, Evidenced, Figure, People } from './rule.ts'

const becauseChange = ({ id, change, at }: Change): Because => ({
  kind: 'change',
  id,
  text: change,
  when: at,
  standing: 'reported',
})

/** What happened since, and makes an older piece of evidence worthless before its time. */
const changesSince = ({ facts, at }: Look, since: When, kinds: readonly string[]): Change[] =>
  facts.changes.filter(
    ({ change, at: when }) =>
      kinds.includes(change) && latest(when) >= earliest(since) && earliest(when) <= at,
  )

/** The last time it was done, by what is on file or by what was said to be so. */
export function newestOf(look: Look, evidence: string, told?: Answered): EvidenceFact | undefined {
  const known = told && answerTo(look, told.question)?.answer
  const said =
    known && told.answers.includes(known.answer) ? [{ id: known.id, evidence, at: known.saidAt }] : []
  return [...look.facts.evidence.filter((one) => one.evidence === evidence), ...said]
    .filter(({ at }) => earliest(at) <= look.at)
    .toSorted((a, b) => latest(b.at) - latest(a.at))[0]
}

export function decideEvidence(look: Look, clause: Evidenced): Decided {
  const { evidence, severity } = clause
  const step = { do: 'renew', what: evidence } as const
  const newest = newestOf(look, evidence, clause.told)
  if (!newest) return open(severity, { state: 'unknown', step })
  const because: Because[] = [
    { kind: 'evidence', id: newest.id, text: evidence, when: newest.at, standing: 'recorded' },
  ]
  const changed = changesSince(look, newest.at, clause.early).map(becauseChange)
  if (changed.length > 0) return open(severity, { state: 'expired', because: [...because, ...changed], step })
  const holds = isWithin(look, newest.at, windowOf(look, clause))
  return holds ? settled(because) : open(severity, { state: 'expired', because, step })
}

const windowOf = (look: Look, { windows }: Evidenced): Figure =>
  windows.find(({ when }) => when === null || conditionHolds(look, when))!.within

const becauseConsent = ({ id, element, choice, at, altered }: Consent): Because => ({
  kind: 'consent',
  id,
  text: `${element}: ${choice}${altered ? ', under the effect of a dose' : ''}`,
  when: at,
  standing: 'signed',
})

/** A withdrawal counts at once and always; an agreement only when made sober, in time, and still of this course. */
export function decideConsent(look: Look, clause: Consented): Decided {
  const { element, severity, asks } = clause
  const needed = asks === undefined ? 'yes' : isNeeded(look, asks)
  if (needed === 'no') return settled()
  const [last] = look.facts.consents
    .filter((one) => one.element === element && earliest(one.at) <= look.at)
    .toSorted((a, b) => latest(b.at) - latest(a.at))
  if (last) return decideSigned(look, clause, last)
  const ask = { do: 'ask', what: asks ?? element } as const
  return open(severity, { state: 'unknown', step: needed === 'unknown' ? ask : signing(element) })
}

const signing = (element: string) => ({ do: 'sign', what: element }) as const

function decideSigned(look: Look, clause: Consented, last: Consent): Decided {
  const { severity, before } = clause
  const because = [becauseConsent(last)]
  const step = signing(clause.element)
  if (isRefused(last, clause)) return { ...present(severity, because), step }
  const changed = changesSince(look, last.at, clause.early).map(becauseChange)
  if (changed.length > 0 || hasLapsed(look, last, clause))
    return open(severity, { state: 'expired', because: [...because, ...changed], step })
  if (!isTooNew(look, last, clause)) return settled(because)
  return { ...present('override', because), step: { do: 'wait', what: `${before.value} ${before.unit}` } }
}

/** Taken back, signed under the effect of a dose, or said no to where no is not one of the choices. */
const isRefused = ({ choice, altered }: Consent, clause: Consented): boolean =>
  altered || choice === 'withdrawn' || (choice === 'declined' && !clause.choice)

function isNeeded(look: Look, question: string): 'yes' | 'no' | 'unknown' {
  const known = answerTo(look, question)
  if (!known || !['yes', 'no'].includes(known.answer.answer)) return 'unknown'
  return known.answer.answer === 'yes' ? 'yes' : 'no'
}

/** Its year is over, or the course paused for longer than it lasts and was signed before the pause. */
function hasLapsed(look: Look, { at }: Consent, { within, gap }: Consented): boolean {
  const [last] = look.doses
  const paused = last !== undefined && look.at - latest(last) > lengthOf(gap) && earliest(at) <= latest(last)
  return paused || !isWithin(look, at, within)
}

/** Before a first dose there is a night to sleep on it. */
const isTooNew = (look: Look, { at }: Consent, { before }: Consented): boolean =>
  look.doses.length === 0 && look.at - latest(at) < lengthOf(before)

/** Who must be here: the last that was written down of each person’s role today. */
export function decidePeople(look: Look, { severity, required }: People): Decided {
  const missing = required.filter(
    ({ roles, states }) => !seen(look, roles).some(({ state }) => states.includes(state)),
  )
  if (missing.length === 0) return settled()
  const [first] = missing
  const about = missing.flatMap(({ roles }) => seen(look, roles))
  const step = { do: 'fetch', what: first!.roles.join(' or ') } as const
  const because = about.map(({ id, role, state, at }): Because => ({
    kind: 'person',
    id,
    text: `${role}: ${state}`,
    when: at,
    standing: 'seen',
  }))
  if (missing.every(({ roles }) => seen(look, roles).length > 0))
    return { ...present(severity, because), step }
  return open(severity, { state: 'unknown', because, step })
}

/** The last word about each role today. */
const seen = (look: Look, roles: readonly string[]): Present[] =>
  roles.flatMap((role) =>
    look.facts.people
      .filter((one) => one.role === role && isWithin(look, one.at, today))
      .toSorted((a, b) => latest(b.at) - latest(a.at))
      .slice(0, 1),
  )

const today: Figure = { value: 0, unit: 'same-day', source: 'clinical reference 3.5', tag: 'PD' }
