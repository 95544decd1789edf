import { command } from '../audit/audit.commands.ts'
import { correcting } from '../audit/why.ts'
import { lastMedicineOf } from '../consent/medicine.queries.ts'
import { consentWindow } from '../consent/window.ts'
import type { Call } from '../kernel/call.ts'
import { instant, type Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { toldAt, widens, type Audience, type LogOutcome } from './integration.ts'
import { audienceOf, exerciseIn, rootInsight } from './integration.queries.ts'
import {
  addChange,
  addExercise,
  addInsight,
  addLog,
  addMeaning,
  addSharing,
  type Fact,
} from './integration.store.ts'

/** What every telling has: its own id, the course, and when the device says it was told. */
interface Telling {
  readonly id: string
  readonly courseId: string
  readonly at?: string | undefined
}

export const tellInsight = command(
  async (tx, told: Telling & { readonly words: string; readonly sessionId: string | null }, asked) => {
    await addInsight(tx, { ...told, ...factOf(told, asked), corrects: null })
    return { id: told.id }
  },
)

interface OfInsight extends Telling {
  readonly insightId: string
  readonly words: string
}

export const correctInsight = command(
  async (tx, told: OfInsight, asked) => {
    await demandInsight(tx, told.courseId, told.insightId)
    await addInsight(tx, { ...told, ...factOf(told, asked), sessionId: null, corrects: told.insightId })
    return { id: told.id }
  },
  ({ insightId }) => correcting('insight', insightId),
)

export const giveMeaning = command(async (tx, told: OfInsight, asked) => {
  await demandInsight(tx, told.courseId, told.insightId)
  await addMeaning(tx, { ...told, ...factOf(told, asked) })
  return { id: told.id }
})

/** An exercise from an insight, or, agreed in a session, from none. One that replaces another keeps its place. */
export const beginExercise = command(
  async (
    tx,
    told: Telling & {
      readonly insightId: string | null
      readonly words: string
      readonly replaces: string | null
    },
    asked,
  ) => {
    if (told.insightId !== null) await demandInsight(tx, told.courseId, told.insightId)
    if (told.replaces !== null) await demandExercise(tx, told.courseId, told.replaces)
    await addExercise(tx, { ...told, ...factOf(told, asked) })
    return { id: told.id }
  },
)

export const logExercise = command(
  async (
    tx,
    told: Telling & {
      readonly exerciseId: string
      readonly outcome: LogOutcome
      readonly words: string | null
    },
    asked,
  ) => {
    await demandExercise(tx, told.courseId, told.exerciseId)
    await addLog(tx, { ...told, ...factOf(told, asked) })
    return { id: told.id }
  },
)

export const noticeChange = command(
  async (tx, told: OfInsight & { readonly exerciseId: string | null }, asked) => {
    await demandInsight(tx, told.courseId, told.insightId)
    if (told.exerciseId !== null) await demandExercise(tx, told.courseId, told.exerciseId)
    await addChange(tx, { ...told, ...factOf(told, asked) })
    return { id: told.id }
  },
)

/** Opening further waits for a clear head; taking back never waits. */
export const shareInsight = command(
  async (
    tx,
    decided: {
      readonly id: string
      readonly courseId: string
      readonly insightId: string
      readonly audience: Audience
    },
    asked,
  ) => {
    await demandInsight(tx, decided.courseId, decided.insightId)
    const fact = factOf(decided, asked)
    const before = await audienceOf(tx, decided.insightId)
    if (widens(before, decided.audience) && !(await headIsClear(tx, fact.personId, asked.careNow)))
      throw new Problem('nothing-widens-yet')
    await addSharing(tx, { ...fact, insightId: decided.insightId, audience: decided.audience })
    return { audience: decided.audience }
  },
)

/** From a dose until a day after discharge nothing is opened further, here as in consent. */
async function headIsClear(tx: PracticeTx, personId: string, careNow: Instant): Promise<boolean> {
  return consentWindow(await lastMedicineOf(tx, personId), careNow).open
}

function factOf(told: Telling, { personId, careNow }: Call): Fact {
  if (personId === null) throw new Problem('not-found')
  return { id: told.id, personId, at: toldAt(saidAt(told), careNow) }
}

const saidAt = ({ at }: Telling): Instant | undefined => (at === undefined ? undefined : instant(at))

async function demandInsight(tx: PracticeTx, courseId: string, insightId: string): Promise<void> {
  if (!(await rootInsight(tx, courseId, insightId))) throw new Problem('not-found')
}

async function demandExercise(tx: PracticeTx, courseId: string, exerciseId: string): Promise<void> {
  if (!(await exerciseIn(tx, courseId, exerciseId))) throw new Problem('not-found')
}
