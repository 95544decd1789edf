import { command } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import { Problem } from '../kernel/problem.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { raiseTask } from '../safety/safety.commands.ts'
import { ownerNameFor } from '../safety/safety.queries.ts'
import { instrumentById } from './instrument.content.ts'
import type { Instrument } from './instrument.ts'
import { addResponse, saveDraft } from './instrument.store.ts'
import { concernsOf, dangerFlagged, type Concern, type Draft } from './response.ts'
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
  const added = await addResponse(tx, {
    ...given,
    instrumentVersion: instrument.version,
    scored,
    total: scored.scores[instrument.main] ?? null,
    answeredAt: asked.careNow,
  })
  if (!added) throw new Problem('id-taken')
  const concerns = concernsOf(instrument, scored, given.withheld)
  return { id: given.id, help: await helpFor(tx, { ...given, concerns }, asked) }
})

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
