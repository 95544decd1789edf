import { command } from '../audit/audit.commands.ts'
import { recallIfTurned } from '../clearance/recall.commands.ts'
import type { Call } from '../kernel/call.ts'
import { day, isoOf, instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { acceptStatement, detailsQuestion, type Offered, type Said } from './history.ts'
import { knownItems } from './intake.queries.ts'
import { addItems, addStatement, type NewStatement, type Writing } from './intake.store.ts'
import { couldBe, measuredItem, pressureItem, type Taken } from './taken-here.ts'
import { toldByClient, toldItem, type Told } from './told-here.ts'
import { earliest, isWhen, type When } from './when.ts'

interface Confirming {
  readonly personId: string
  readonly statements: readonly (Said & { readonly id: string; readonly itemId: string })[]
}

/** What a clinician says of items that came with a referral: so, not so, or nobody can know. */
export const confirmHistory = command(async (tx, { personId, statements }: Confirming, asked) => {
  const known = await knownItems(
    tx,
    personId,
    statements.map(({ itemId }) => itemId),
  )
  for (const said of statements) {
    if (!known.has(said.itemId)) throw new Problem('not-found')
    await state(
      tx,
      { said: { ...said, question: null }, offered: { kind: 'item' } },
      writingOf(tx, personId, asked),
    )
  }
  await recallIfTurned.within(tx, { personId }, asked)
  return { stated: statements.length }
})

interface Answering {
  readonly personId: string
  readonly answers: readonly { readonly said: NewStatement; readonly offered: Offered }[]
}

/** Answers to questions of the rules; `clearance` knows what each offers. */
export const answerQuestions = command(async (tx, { personId, answers }: Answering, asked) => {
  for (const answer of answers) await state(tx, answer, writingOf(tx, personId, asked))
  await recallIfTurned.within(tx, { personId }, asked)
  return { stated: answers.length }
})

async function state(
  tx: WriteTx,
  { said, offered }: { readonly said: NewStatement; readonly offered: Offered },
  writing: Writing,
): Promise<void> {
  const accepted = acceptStatement(offered, said, writing.at)
  if (!accepted.ok)
    throw new Problem(accepted.refusal, [
      { path: said.question ?? said.itemId ?? '', fault: accepted.refusal },
    ])
  await addStatement(tx, { ...said, ...accepted.value }, writing)
}

function writingOf(tx: WriteTx, personId: string, { careNow }: Call): Writing {
  if (tx.actor.seatId === null) throw new Problem('not-allowed')
  return { personId, by: tx.actor.seatId, at: careNow }
}

interface Measured {
  readonly personId: string
  readonly id: string
  readonly systolicMmHg: number
  readonly diastolicMmHg: number
  readonly takenAt: string
}

/** A blood pressure measured here before the decision: evidence like any other, with its time. */
export const recordPressure = command(async (tx, measured: Measured, asked) => {
  if (instant(measured.takenAt) > asked.careNow || measured.systolicMmHg <= measured.diastolicMmHg)
    throw new Problem('malformed', [{ path: 'takenAt', fault: 'not-possible' }])
  const item = pressureItem({ ...measured, takenAt: isoOf(instant(measured.takenAt)) })
  const writing = writingOf(tx, measured.personId, asked)
  const added = await addItems(tx, [{ id: measured.id, referralId: null, item }], writing)
  if (added.size === 0) throw new Problem('id-taken')
  await recallIfTurned.within(tx, { personId: measured.personId }, asked)
  return { id: measured.id }
})

interface Measuring {
  readonly personId: string
  readonly taken: readonly Taken[]
  /** A day, or now where it is null. */
  readonly on: When | null
}

/** Weights, scores and results: measured here or read from paper, each evidence with its day. */
export const recordMeasured = command(async (tx, { personId, taken, on }: Measuring, asked) => {
  if (on !== null && (!isWhen(on) || earliest(on) > asked.careNow + day))
    throw new Problem('malformed', [{ path: 'on', fault: 'not-possible' }])
  const wrong = taken.filter((one) => !couldBe(one))
  if (wrong.length > 0)
    throw new Problem(
      'malformed',
      wrong.map(({ measure }) => ({ path: measure, fault: 'not-possible' })),
    )
  const at = on ?? isoOf(asked.careNow)
  const items = taken.map((one) => ({ id: one.id, referralId: null, item: measuredItem(one, at) }))
  const added = await addItems(tx, items, writingOf(tx, personId, asked))
  if (added.size < items.length) throw new Problem('id-taken')
  await recallIfTurned.within(tx, { personId }, asked)
  return { measured: added.size }
})

/** A medicine, an illness or an allergy, as the person or whoever treats them told it. */
export const recordTold = command(async (tx, told: Told & { readonly personId: string }, asked) => {
  if (told.from !== null && (!isWhen(told.from) || earliest(told.from) > asked.careNow + day))
    throw new Problem('malformed', [{ path: 'from', fault: 'not-possible' }])
  const writing = writingOf(tx, told.personId, asked)
  const added = await addItems(tx, [{ id: told.id, referralId: null, item: toldItem(told) }], writing)
  if (added.size === 0) throw new Problem('id-taken')
  await recallIfTurned.within(tx, { personId: told.personId }, asked)
  return { id: told.id }
})

/** A medicine or an allergy by the client’s own hand. It counts at once, and a clinician confirms it. */
export const recordOwnTold = command(async (tx, told: Told & { readonly personId: string }, asked) => {
  const writing = writingOf(tx, told.personId, asked)
  const added = await addItems(tx, [{ id: told.id, referralId: null, item: toldByClient(told) }], writing)
  if (added.size === 0) throw new Problem('id-taken')
  await recallIfTurned.within(tx, { personId: told.personId }, asked)
  return { id: told.id }
})

/** Someone checked with the client, or with a document, that the person's details are right. */
export const confirmDetails = command(
  async (tx, { personId, id }: { personId: string; id: string }, asked) => {
    const said = { id, itemId: null, question: detailsQuestion, answer: 'confirmed', on: null, note: '' }
    await addStatement(tx, said, writingOf(tx, personId, asked))
    return { id }
  },
)
