import { command } from '../audit/audit.commands.ts'
import { ownFormAt, takenBackAt } from '../form/form.queries.ts'
import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { mergedWith } from './asking.ts'
import { begunAt, type Clocks, finishedAt, waited } from './finished.ts'
import { instrumentById } from './instrument.content.ts'
import { instrumentAt } from './library.content.ts'
import { isOutdated, unscored } from './outdated.ts'
import { askedFrom, draftKept } from './instrument.queries.ts'
import type { Instrument } from './instrument.ts'
import { saveDraft } from './instrument.store.ts'
import { dangerFlagged, type Draft } from './response.ts'
import { scoredHere } from './mark.queries.ts'
import type { Mark } from './mark.ts'
import { totalOf, type Scored } from './score.ts'
import { takeDraft, takeResponse } from './taking.commands.ts'
import { wasAskedIn } from './wording.queries.ts'

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

interface HeardHere {
  readonly instrument: Instrument
  readonly scored: Scored
  readonly mark: Mark | null
}

async function heard(tx: PracticeTx, given: Given, clocks: Clocks): Promise<HeardHere> {
  const { instrumentId, instrumentVersion } = given
  const instrument = instrumentById(instrumentId) ?? (await ownFormAt(tx, instrumentId, instrumentVersion))
  if (!instrument || instrument.rater === 'clinician') throw new Problem('not-found')
  const { instrumentVersion: version = instrument.version } = given
  if (!instrument.own && isOutdated(instrument, version))
    return heardEarlier(tx, { ...given, version }, instrument)
  await demandAskable(tx, instrument, given)
  const { scored, mark } = await scoredHere(tx, instrument, given.answers)
  if (scored.status === 'invalid') throw new Problem('malformed', [{ path: 'answers', fault: scored.reason }])
  if (!dangerFlagged(instrument, scored)) await demandStillAsked(tx, given, clocks)
  return { instrument, scored, mark }
}

/**
 * Begun before the form was brought up to date, on a device that did not know: by the rules of that version where they are kept,
 * and else not scored. Either way it is kept under the version that was asked, and what asks for a person reaches one.
 */
async function heardEarlier(
  tx: PracticeTx,
  { instrumentId, version, answers }: Given & { readonly version: string },
  now: Instrument,
): Promise<HeardHere> {
  const earlier = instrumentAt(instrumentId, version)
  if (!earlier) return { instrument: { ...now, version }, scored: unscored(now, answers), mark: null }
  const { scored, mark } = await scoredHere(tx, earlier, answers)
  if (scored.status === 'invalid') throw new Problem('malformed', [{ path: 'answers', fault: scored.reason }])
  return { instrument: earlier, scored, mark }
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

/**
 * Refused, and kept on the device: what nobody can have been asked, for it would be scored as something else. A version that
 * is not there, and a language that it has no words in.
 */
async function demandAskable(
  tx: PracticeTx,
  instrument: Instrument,
  { instrumentVersion = instrument.version, language }: Given,
): Promise<void> {
  if (instrumentVersion !== instrument.version)
    throw new Problem('malformed', [{ path: 'instrumentVersion', fault: 'wrong-version' }])
  if (!(await wasAskedIn(tx, instrument, language)))
    throw new Problem('malformed', [{ path: 'language', fault: 'no-words' }])
}
