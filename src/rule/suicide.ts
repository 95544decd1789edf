import { earliest } from '../intake/when.ts'
import {
  becauseAnswer,
  becauseRecord,
  open,
  present,
  settled,
  type Because,
  type Decided,
} from './finding.ts'
import { softer } from './asking.ts'
import { answerTo, isAnswered, recordsOn, type Known, type Look } from './look.ts'
import type { SuicideClause } from './rule.ts'

/**
 * The triage of the suicide screen. High is cleared by a later assessment by a licensed clinician that is not high,
 * together with a safety plan, and never by waiting alone; a record of an attempt asks for the assessment.
 */
export function decideSuicide(look: Look, clause: SuicideClause): Decided {
  const screen = answerTo(look, clause.screen)
  const decided = clause.level === 'high' ? high(look, clause, screen) : moderate(look, clause, screen)
  return softer(look, decided, clause.softened)
}

interface Assessed {
  readonly screen: Known | undefined
  readonly assessed: Known | undefined
  readonly records: readonly Because[]
  readonly because: readonly Because[]
}

function high(look: Look, clause: SuicideClause, screen: Known | undefined): Decided {
  const { severity, assessment } = clause
  const assessed = assessment === null ? undefined : answerTo(look, assessment)
  const records = recordsOn(look, clause.evidence).map(becauseRecord)
  const because = [...records, ...said(screen), ...said(assessed)]
  if (assessed?.answer.answer === 'high') return { ...present(severity, because), step: assessing(clause) }
  const known = { screen, assessed, records, because }
  return assessed?.answer.answer === 'not-high'
    ? afterAssessment(look, clause, { ...known, assessed })
    : withoutAssessment(look, clause, known)
}

const assessing = ({ assessment, screen }: SuicideClause) =>
  ({ do: 'ask', what: assessment ?? screen }) as const

/** Somebody licensed found that it is not high: that counts for what was known then. */
function afterAssessment(
  look: Look,
  clause: SuicideClause,
  { screen, assessed, records, because }: Assessed & { readonly assessed: Known },
): Decided {
  if (screen?.answer.answer === 'high')
    return isLater(assessed, screen) && isPlanned(look, clause)
      ? freshOr(assessed, clause, because)
      : stillHigh(look, clause, because)
  if (records.length > 0 && !assessed.fresh) return freshOr(assessed, clause, because)
  if (look.facts.stage === 'screening') return freshOr(assessed, clause, because)
  return screened(clause, screen, because)
}

function withoutAssessment(
  look: Look,
  clause: SuicideClause,
  { screen, records, because }: Assessed,
): Decided {
  if (screen?.answer.answer === 'high') return stillHigh(look, clause, because)
  if (records.length > 0) return open(clause.severity, { state: 'unknown', because, step: assessing(clause) })
  return screened(clause, screen, because)
}

const stillHigh = (look: Look, clause: SuicideClause, because: readonly Because[]): Decided => ({
  ...present(clause.severity, because),
  missing: missingFor(look, clause),
  step: assessing(clause),
})

const isPlanned = (look: Look, { plan }: SuicideClause): boolean =>
  isAnswered(look, { question: plan, answers: ['valid'] })

const isLater = (one: Known, other: Known): boolean =>
  earliest(one.answer.saidAt) > earliest(other.answer.saidAt)

const missingFor = (look: Look, clause: SuicideClause): string[] => [
  ...(clause.assessment === null ? [] : [clause.assessment]),
  ...(isPlanned(look, clause) ? [] : [clause.plan]),
]

const freshOr = (
  known: Known,
  { severity, assessment, screen }: SuicideClause,
  because: readonly Because[],
): Decided =>
  known.fresh
    ? settled(because)
    : open(severity, { state: 'expired', because, step: { do: 'ask', what: assessment ?? screen } })

/** Today’s screen, which says less than high. */
function screened(
  { severity, screen: question }: SuicideClause,
  screen: Known | undefined,
  because: readonly Because[],
): Decided {
  const step = { do: 'ask', what: question } as const
  const answer = screen?.answer.answer
  if (!screen || answer === undefined || !['none', 'low', 'moderate'].includes(answer))
    return open(severity, { state: 'unknown', because, step })
  return screen.fresh ? settled(because) : open(severity, { state: 'expired', because, step })
}

function moderate(look: Look, clause: SuicideClause, screen: Known | undefined): Decided {
  const because = said(screen)
  const answer = screen?.answer.answer
  if (answer === 'high') return settled(because)
  if (answer !== 'moderate') return screened(clause, screen, because)
  return { ...present(clause.severity, because), missing: missingFor(look, clause) }
}

const said = (known: Known | undefined): Because[] => (known ? [becauseAnswer(known.answer)] : [])
