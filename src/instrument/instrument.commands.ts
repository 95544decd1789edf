import { command } from '../audit/audit.commands.ts'
import { ownFormAt, takenBackAt } from '../form/form.queries.ts'
import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { mergedWith } from './asking.ts'
import { begunAt, type Clocks, finishedAt, waited } from './finished.ts'
import { instrumentById } from './instrument.content.ts'
import { heardOf, type HeardHere } from './hearing.queries.ts'
import { askedFrom, draftKept } from './instrument.queries.ts'
import { saveDraft } from './instrument.store.ts'
import { dangerFlagged, type Draft } from './response.ts'
import { totalOf } from './score.ts'
import { takeDraft, takeResponse } from './taking.commands.ts'

type Given = Omit<Draft, 'instrumentVersion'> & { readonly instrumentVersion?: string | undefined }
type Finished = Given & { readonly finishedAt?: number | undefined }

/** Where someone is, kept at each answer; and a person told at once when an answer asks for one. */
export const keepDraft = command(async (tx, given: Given, asked) => {
  const { instrument, scored } = await heard(tx, given, asked)
  const draft = { ...given, instrumentVersion: instrument.version }
  const other = await draftKept(tx, given)
  // In another language it is another instrument: what was begun in one stays in it.
  const language = other?.language ?? given.language
  const all = { ...draft, ...(other && mergedWith(instrument, given, other)), language }
  if (!(await saveDraft(tx, all, asked.careNow))) throw new Problem('id-taken')
  return {
    id: given.id,
    savedAt: asked.careNow,
    help: await takeDraft(tx, draft, { instrument, scored, asked }),
  }
})

/**
 * What was answered is always kept, whenever it arrives and however often: late, twice from two devices (the second as a
 * response of its own), or from someone whose course has ended. Refused is only what no one can have answered, and what was
 * begun on a form that its practice had taken back by then.
 */
export const sendAnswers = command(async (tx, { finishedAt: said, ...given }: Finished, asked) => {
  const { instrument, scored, mark } = await heard(tx, given, asked)
  const response = {
    ...given,
    ...finishedAt(said, asked, waited(said, asked) ? await askedFrom(tx, given) : null),
    instrumentVersion: instrument.version,
    scored,
    total: totalOf(instrument, scored),
    given: 'alone' as const,
    replaces: null,
    readFrom: null,
    mark,
  }
  return takeResponse(tx, response, { instrument, scored, asked })
})

async function heard(tx: PracticeTx, given: Given, clocks: Clocks): Promise<HeardHere> {
  const { instrumentId, instrumentVersion } = given
  const instrument = instrumentById(instrumentId) ?? (await ownFormAt(tx, instrumentId, instrumentVersion))
  if (!instrument || instrument.rater === 'clinician') throw new Problem('not-found')
  const found = await heardOf(tx, instrument, given)
  if (!dangerFlagged(found.instrument, found.scored) && found.instrument === instrument)
    await demandStillAsked(tx, given, clocks)
  return found
}

/**
 * A form that the practice has taken back is begun by no one any more; whoever had begun it brings it to its end, and what
 * asks for a person is kept whenever it comes (docs/decisions/0251-a-form-taken-back.md).
 */
async function demandStillAsked(tx: PracticeTx, given: Given, clocks: Clocks): Promise<void> {
  const takenBack = await takenBackAt(tx, given.instrumentId)
  if (takenBack === null) return
  const drafted = (await draftKept(tx, given))?.begunAt.getTime() ?? null
  const isBefore = [drafted, begunAt(given.id, clocks)].some((begun) => begun !== null && begun < takenBack)
  if (!isBefore) throw new Problem('form-taken-back')
}
