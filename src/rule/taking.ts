import { newestOf } from './evidencing.ts'
import { becauseTaken, open, present, settled, type Because, type Decided } from './finding.ts'
import type { MedicineFact } from './facts.ts'
import { isAnswered, isToday, isWithin, ofClasses, takenOf, type Look, type Taking } from './look.ts'
import type { Taken, Unlisted, Unmatched } from './rule.ts'

/** Says which findings of other rows are present; kept out of this file so that it needs no evaluator. */
export type Others = (rule: string) => Decided | null

/** A medicine on the list counts while it is taken; whether it is taken, or when last, may be what is not known. */
export function decideTaken(look: Look, clause: Taken, others: Others): Decided {
  const beside = besides(look, clause, others)
  if (beside === null) return settled()
  const counted = countedIn(look, clause)
  if (counted.length === 0) return clause.unasked === true ? unasked(look, clause) : settled()
  if (
    clause.many &&
    new Set(counted.map(({ taking }) => taking.match.drug.ingredient)).size < clause.many.value
  )
    return settled()
  const sure = counted.filter(({ certain }) => certain)
  if (sure.length > 0)
    return present(clause.severity, [...sure.map(({ taking }) => becauseTaken(taking)), ...beside])
  return open(clause.severity, {
    state: 'unknown',
    because: [...counted.map(({ taking }) => becauseTaken(taking)), ...beside],
    step: { do: 'confirm', what: counted[0]!.taking.medicine.id },
  })
}

interface CountedTaking {
  readonly taking: Taking
  readonly certain: boolean
}

function countedIn(look: Look, clause: Taken): CountedTaking[] {
  if (clause.lastWithin) return lately(look, clause)
  return takenOf(look, clause.classes).flatMap((taking) => {
    const certain = taking.medicine.taking === 'yes'
    if (clause.takenToday !== true) return [{ taking, certain }]
    const last = taking.medicine.lastTakenAt
    if (last === null) return [{ taking, certain: false }]
    return isToday(look, last) ? [{ taking, certain: true }] : []
  })
}

/** What was taken so lately counts even when it is no longer taken. */
const lately = (look: Look, { classes, lastWithin }: Taken): CountedTaking[] =>
  ofClasses(look, classes).flatMap((taking): CountedTaking[] => {
    const { lastTakenAt, taking: now } = taking.medicine
    if (lastTakenAt === null) return [{ taking, certain: now === 'yes' }]
    return isWithin(look, lastTakenAt, lastWithin!) ? [{ taking, certain: true }] : []
  })

/** Nobody has gone through the medicines yet, so that none is named means nothing. */
const unasked = (look: Look, { severity }: Taken): Decided =>
  newestOf(look, 'EV-MED', { question: 'medicines-gone-through', answers: ['done'] })
    ? settled()
    : open(severity, { state: 'unknown', step: { do: 'renew', what: 'EV-MED' } })

/** What must be there besides, as facts; null where it is not. */
function besides(look: Look, { together }: Taken, others: Others): readonly Because[] | null {
  if (!together) return []
  if (together.answered) return isAnswered(look, together.answered) ? [] : null
  if (together.classes) {
    const taken = takenOf(look, together.classes)
    return taken.length > 0 ? taken.map(becauseTaken) : null
  }
  const found = (together.rules ?? []).flatMap((rule) => others(rule) ?? [])
  const there = found.filter(({ state }) => state === 'present')
  return there.length > 0 ? there.flatMap(({ because }) => because) : null
}

/** Medicines that are on no list of ours wait for a clinician; none is matched by likeness. */
export function decideUnmatched(look: Look, { severity }: Unmatched): Decided {
  const strange = look.unmatched.filter(({ taking, confirmed }) => taking !== 'no' && !confirmed)
  if (strange.length === 0) return settled()
  const because = strange.map(becauseStrange)
  return open(severity, { state: 'unknown', because, step: { do: 'confirm', what: strange[0]!.id } })
}

/**
 * That a clinician knows what it is says nothing of its interactions, and our table knows none. It is never matched by guess:
 * someone looks it up, and a written decision says what was found.
 */
export function decideUnlisted(look: Look, { severity }: Unlisted): Decided {
  const strange = look.unmatched.filter(({ taking, confirmed }) => taking !== 'no' && confirmed)
  if (strange.length === 0) return settled()
  const sure = strange.filter(({ taking }) => taking === 'yes')
  if (sure.length > 0) return present(severity, strange.map(becauseStrange))
  const [{ id }] = strange as [MedicineFact]
  return open(severity, {
    state: 'unknown',
    because: strange.map(becauseStrange),
    step: { do: 'confirm', what: id },
  })
}

const becauseStrange = ({ id, text, when, confirmed }: MedicineFact): Because => ({
  kind: 'medicine',
  id,
  text,
  when,
  standing: confirmed ? 'confirmed' : 'to-be-confirmed',
})
