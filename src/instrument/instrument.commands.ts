import { command } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import { Problem } from '../kernel/problem.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { isGettingWorse } from '../measure/measure.ts'
import { raiseTask } from '../safety/safety.commands.ts'
import { ownerNameFor } from '../safety/safety.queries.ts'
import { instrumentById } from './instrument.content.ts'
import type { Instrument } from './instrument.ts'
import { addResponse, saveDraft, type Before } from './instrument.store.ts'
import { answerAt, concernsOf, dangerFlagged, type Answers, type Concern, type Draft } from './response.ts'
import { score, type Scored } from './score.ts'

type Given = Omit<Draft, 'instrumentVersion'>

/** Where someone is, kept at each answer; and a person told at once when an answer asks for one. */
export const keepDraft = command(async (tx, given: Given, asked) => {
  const { instrument, scored } = heard(given)
  const kept = await saveDraft(tx, { ...given, instrumentVersion: instrument.version }, asked.careNow)
  if (!kept) throw new Problem('id-taken')
  const concerns: Concern[] = dangerFlagged(instrument, scored) ? ['danger-answer'] : []
  return { id: given.id, savedAt: asked.careNow, help: await helpFor(tx, { ...given, concerns }, asked) }
})

export const sendAnswers = command(async (tx, given: Given, asked) => {
  const { instrument, scored } = heard(given)
  const total = scored.scores[instrument.main] ?? null
  const before = await addResponse(tx, {
    ...given,
    instrumentVersion: instrument.version,
    scored,
    total,
    answeredAt: asked.careNow,
  })
  if (!before) throw new Problem('id-taken')
  const concerns = [
    ...concernsOf(instrument, scored, given.withheld),
    ...worse(instrument, before, { answers: given.answers, total }),
  ]
  return { id: given.id, help: await helpFor(tx, { ...given, concerns }, asked) }
})

interface Now {
  readonly answers: Answers
  readonly total: number | null
}

/** Looked at by a person when it points to getting worse (clinical.md 6.2). */
function worse(instrument: Instrument, { best, last }: Before, { answers, total }: Now): Concern[] {
  const [asked] = instrument.neverSilent
  const danger = (from: Answers | null) => (from && asked !== undefined ? answerAt(from, asked) : null)
  const isWorse = isGettingWorse({ best, lastDanger: danger(last) }, { total, danger: danger(answers) })
  return isWorse ? ['getting-worse'] : []
}

function heard(given: Given): { instrument: Instrument; scored: Scored } {
  const instrument = instrumentById(given.instrumentId)
  if (!instrument) throw new Problem('not-found')
  const scored = score(instrument, given.answers)
  if (scored.status === 'invalid') throw new Problem('malformed', [{ path: 'answers', fault: scored.reason }])
  return { instrument, scored }
}

interface Concerning {
  readonly id: string
  readonly personId: string
  readonly concerns: readonly Concern[]
}

/** Help is offered only where an answer asks for it; the wish to talk in person is passed on quietly. */
async function helpFor(tx: WriteTx, { id, personId, concerns }: Concerning, asked: Pick<Call, 'careNow'>) {
  let help: Awaited<ReturnType<typeof raiseTask.within>> | undefined
  for (const kind of concerns) {
    const raised = await raiseTask.within(tx, { personId, kind, aboutId: id }, asked)
    if (kind === 'danger-answer') help = raised
  }
  return help ? { ownerName: await ownerNameFor(tx, personId), reading: help.reading } : null
}
