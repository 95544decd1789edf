import { endOwnTablet } from '../access/tablet.commands.ts'
import { passForHouse, type OwnTablet } from '../access/tablet.queries.ts'
import { command, noteAbout } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import { Problem } from '../kernel/problem.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { finishedAt } from './finished.ts'
import { heardOf } from './hearing.queries.ts'
import { instrumentById } from './instrument.content.ts'
import { saveDraft } from './instrument.store.ts'
import type { Answers, Language, Response, Withheld } from './response.ts'
import { totalOf } from './score.ts'
import { takeDraft, takeResponse } from './taking.commands.ts'

interface HandedIn {
  /** Which form, and whose, the pass says. A retry says the same, whatever became of the pass meanwhile. */
  readonly passId: string
  readonly instrumentVersion?: string | undefined
  readonly language: Language
  readonly answers: Answers
  readonly withheld: Withheld
}
type Pass = Omit<OwnTablet, 'seenAt'>
type Finished = HandedIn & { readonly finishedAt?: number | undefined }

/** Kept at each answer; an answer about death tells a named person at once, sent or not. */
export const keepTabletDraft = command(async (tx, given: HandedIn, asked) => {
  const { draft, instrument, scored } = await heard(tx, given, await passForHouse(tx, given.passId))
  if (!(await saveDraft(tx, draft, asked.careNow))) throw new Problem('id-taken')
  const help = await takeDraft(tx, draft, { instrument, scored, asked })
  await noteAbout(tx, asked, draft.personId)
  return toldOf(help)
})

/** Handed in, and with it the code is over. */
export const sendTablet = command(async (tx, { finishedAt: said, ...given }: Finished, asked) => {
  const { draft, instrument, scored, mark, pass } = await heard(
    tx,
    given,
    await passForHouse(tx, given.passId),
  )
  const response: Response = {
    ...draft,
    ...finishedAt(said, asked),
    scored,
    total: totalOf(instrument, scored),
    given: 'tablet',
    replaces: null,
    readFrom: null,
    mark,
  }
  const { help } = await takeResponse(tx, response, { instrument, scored, asked })
  await end(tx, { ...pass, why: 'sent' }, asked)
  return toldOf(help)
})

/** A person was told; or it stands on their list, and calls no one. Who they are is not said. */
const toldOf = (help: Awaited<ReturnType<typeof takeDraft>>) => ({
  told: help !== null && !help.listed,
  listed: help?.listed ?? false,
})

export const leaveTablet = command(async (tx, { passId }: { readonly passId: string }, asked) => {
  const pass = await passForHouse(tx, passId)
  return { left: pass !== undefined && (await end(tx, { ...pass, why: 'left' }, asked)) }
})

async function end(tx: WriteTx, { id, personId, why }: Pass & { why: 'sent' | 'left' }, asked: Call) {
  await noteAbout(tx, asked, personId)
  return endOwnTablet.within(tx, { id, why }, asked)
}

/** A form that was sent is over: nothing is written over it. */
async function heard(tx: WriteTx, given: HandedIn, pass: Pass | undefined) {
  const now = pass && instrumentById(pass.instrumentId)
  if (!pass || pass.isOver || !now) throw new Problem('not-signed-in')
  const { instrument, scored, mark } = await heardOf(tx, now, given)
  const { language, answers, withheld } = given
  const { id, personId, instrumentId } = pass
  const about = { id, personId, instrumentId, instrumentVersion: instrument.version }
  return { draft: { ...about, language, answers, withheld }, instrument, scored, mark, pass }
}
