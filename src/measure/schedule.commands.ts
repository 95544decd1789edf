import { randomBytes } from 'node:crypto'
import { mailNoticeTask, type NoticeJob } from '../access/notice.ts'
import { command, noteAbout } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import { suicideScreen } from '../instrument/screen.ts'
import { idFrom } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { writing, type WriteTx } from '../platform/db/write.ts'
import { enqueue } from '../platform/jobs/jobs.ts'
import { raiseTask } from '../safety/safety.commands.ts'
import { movesOf, type LogKind } from './log.ts'
import type { Asking, Intended } from './schedule.ts'
import { accountOf, askableHere, clientsHere, standOf } from './schedule.queries.ts'
import { addAllLogged, addLogged, addSchedule, type NewLogged } from './schedule.store.ts'
import { faultsInSetting } from './setting.ts'

export const askingTask = 'asking-person'
export const askingAllTask = 'asking-all'

export interface AskingJob {
  readonly practiceId: string
  readonly personId: string
}

/** In the transaction that changes what a person is asked: looked at as soon as that commits. */
export const followPerson = (tx: PracticeTx, personId: string): Promise<void> =>
  enqueue(tx, askingTask, {
    payload: { practiceId: tx.actor.practiceId, personId } satisfies AskingJob,
    key: keyOf(personId),
  })

/** After the schedule, or a rehearsal's clock, was changed: everyone is looked at anew. */
export const followEveryone = (tx: PracticeTx): Promise<void> =>
  enqueue(tx, askingAllTask, {
    payload: { practiceId: tx.actor.practiceId },
    key: `${askingAllTask} ${tx.actor.practiceId}`,
  })

const keyOf = (personId: string) => `asking ${personId}`

export async function lookAtEveryone(reading: PracticeTx): Promise<void> {
  for (const personId of await clientsHere(reading)) await followPerson(reading, personId)
}

interface Clocks {
  readonly careNow: Instant
  readonly machineNow: Instant
  readonly mailLeaves: boolean
}

/** The job: writes down what opened and what went by, reminds once and by day, and comes back when there is more to do. */
export async function moveOn(reading: PracticeTx, personId: string, clocks: Clocks): Promise<void> {
  const tx = writing(reading)
  const { careNow, machineNow } = clocks
  const stand = await standOf(tx, personId, careNow)
  if (!stand) return
  const moves = movesOf(stand.all, stand.facts, careNow)
  await addAllLogged(tx, [
    ...moves.write.map(({ what, intended }) => loggedNow({ personId, what, intended }, careNow)),
    ...moves.answered.map(({ intended, late, response }) => ({
      ...loggedNow({ personId, what: 'answered', intended }, careNow),
      at: response.answeredAt,
      late,
      responseId: response.id,
    })),
  ])
  const reminded = await remind(tx, { personId, intended: moves.remind }, clocks)
  if (moves.write.length > 0 || moves.answered.length > 0 || reminded)
    await noteAbout(tx, callAbout(personId, clocks), personId)
  if (moves.nextAt !== null)
    await enqueue(tx, askingTask, {
      payload: { practiceId: tx.actor.practiceId, personId } satisfies AskingJob,
      runAt: machineNow + (moves.nextAt - careNow),
      key: keyOf(personId),
    })
}

/** One mail for all that is open; it says that there is something, never what. */
async function remind(
  tx: WriteTx,
  { personId, intended }: { readonly personId: string; readonly intended: readonly Intended[] },
  { careNow, machineNow, mailLeaves }: Clocks,
): Promise<boolean> {
  const accountId = mailLeaves && intended.length > 0 ? await accountOf(tx, personId, machineNow) : null
  if (accountId === null) return false
  const note = noter(tx, personId, careNow)
  let isNew = false
  for (const one of intended) isNew = (await note('reminded', one)) || isNew
  if (isNew)
    await enqueue(tx, mailNoticeTask, {
      payload: { accountId, notice: 'whenYouCan', practiceId: tx.actor.practiceId } satisfies NoticeJob,
    })
  return isNew
}

const noter =
  (tx: WriteTx, personId: string, at: Instant) =>
  (what: LogKind, intended: Intended): Promise<boolean> =>
    addLogged(tx, loggedNow({ personId, what, intended }, at))

const loggedNow = (logged: Pick<NewLogged, 'personId' | 'what' | 'intended'>, at: Instant): NewLogged => ({
  ...logged,
  id: idFrom(at, randomBytes(16)),
  at,
})

const callAbout = (personId: string, { careNow, machineNow }: Clocks): Call => ({
  action: 'asking.moved',
  subject: { personId },
  effect: true,
  intentKey: undefined,
  careNow,
  machineNow,
  personId,
  relation: 'practice',
})

interface About {
  readonly personId: string
  readonly instrumentId: string
}

/** The form came before the client's eyes. */
export const noteShown = command((tx, about: About, asked) =>
  noteOpen(tx, { ...about, what: 'shown' }, asked),
)

/** "Not this time": it is not asked again for this occasion, and counts as not known. The suicide screen is then asked in person. */
export const refuseAsking = command(async (tx, about: About, asked) => {
  const done = await noteOpen(tx, { ...about, what: 'refused' }, asked)
  if (about.instrumentId === suicideScreen && done.noted > 0)
    await raiseTask.within(
      tx,
      {
        personId: about.personId,
        kind: 'screen-in-person',
        aboutId: idFrom(asked.careNow, randomBytes(16)),
        ofSitting: true,
      },
      asked,
    )
  await followPerson(tx, about.personId)
  return done
})

async function noteOpen(
  tx: WriteTx,
  { personId, instrumentId, what }: About & { readonly what: LogKind },
  { careNow }: Pick<Call, 'careNow'>,
): Promise<{ noted: number }> {
  const stand = await standOf(tx, personId, careNow)
  const open = (stand?.all ?? []).filter(
    ({ state, intended }) => state === 'open' && intended.instrumentId === instrumentId,
  )
  const note = noter(tx, personId, careNow)
  let noted = 0
  for (const { intended } of open) noted += (await note(what, intended)) ? 1 : 0
  return { noted }
}

/** The practice's own schedule: a new version that holds from now on. What was asked before stays as it was. */
export const setSchedule = command(
  async (
    tx,
    { id, lines }: { readonly id: string; readonly lines: readonly Asking[] },
    { careNow }: Call,
  ) => {
    const { seatId } = tx.actor
    if (!seatId) throw new Problem('not-allowed')
    const askable = await askableHere(tx)
    const faults = faultsInSetting(lines, new Set(askable.keys()))
    if (faults.length > 0)
      throw new Problem(
        'malformed',
        faults.map(({ line, fault }) => ({ path: line === null ? 'lines' : `lines.${line}`, fault })),
      )
    await addSchedule(tx, { id, lines, setBy: seatId, setAt: careNow })
    await followEveryone(tx)
    return { id }
  },
)
