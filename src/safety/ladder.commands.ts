import { randomBytes } from 'node:crypto'
import { mailNoticeTask, type NoticeJob } from '../access/notice.ts'
import { command, noteAbout } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { writing, type WriteTx } from '../platform/db/write.ts'
import { enqueue } from '../platform/jobs/jobs.ts'
import { climbOf, type Climb, type Rung } from './ladder.ts'
import {
  climbingTask,
  ladderMinutes,
  recipientsOf,
  waitingTasks,
  type ClimbingTask,
} from './ladder.queries.ts'
import { addLadder, addTold, moveBeat } from './ladder.store.ts'

export const ladderTask = 'safety-ladder'
export const beatTask = 'job-beat'

export interface LadderJob {
  readonly practiceId: string
  readonly taskId: string
}

export interface Clocks {
  readonly careNow: Instant
  readonly machineNow: Instant
  /** Whether a mail can leave this house at all; where it cannot, a rung shows on the screens alone, and says so. */
  readonly mailLeaves: boolean
}

/** In the transaction that raises or hands on a task: the first rung is told as soon as that commits. */
export const startClimbing = (tx: WriteTx, taskId: string): Promise<void> =>
  enqueue(tx, ladderTask, {
    payload: { practiceId: tx.actor.practiceId, taskId } satisfies LadderJob,
    key: keyOf(taskId),
  })

const keyOf = (taskId: string) => `ladder ${taskId}`

/** The job: tells every rung whose time has come, writes down whom, and comes back when the next is due. */
export async function climb(reading: PracticeTx, taskId: string, clocks: Clocks): Promise<void> {
  const tx = writing(reading)
  const task = await climbingTask(tx, taskId)
  if (!task) return
  const stand = climbOf(task, await ladderMinutes(tx), clocks.careNow)
  for (const rung of stand.due) await tell(tx, { task, rung, stand }, clocks)
  if (stand.due.length > 0) await noteAbout(tx, callAbout(task, clocks), task.personId)
  if (stand.nextAt !== null)
    await enqueue(tx, ladderTask, {
      payload: { practiceId: tx.actor.practiceId, taskId } satisfies LadderJob,
      runAt: clocks.machineNow + (stand.nextAt - clocks.careNow),
      key: keyOf(taskId),
    })
}

interface Telling {
  readonly task: ClimbingTask
  readonly rung: Rung
  readonly stand: Climb
}

async function tell(tx: WriteTx, { task, rung, stand: { round } }: Telling, clocks: Clocks): Promise<void> {
  const people = await recipientsOf(tx, task, rung)
  const about = { personId: task.personId, taskId: task.id, round, rung, at: clocks.careNow }
  const id = () => idFrom(clocks.machineNow, randomBytes(16))
  if (people.length === 0) await addTold(tx, { ...about, id: id(), seatId: null, way: 'no-one' })
  for (const { seatId, accountId } of people) {
    const byMail = accountId !== null && clocks.mailLeaves
    const isNew = await addTold(tx, { ...about, id: id(), seatId, way: byMail ? 'mail' : 'screen' })
    const notice = task.urgency === 'at-once' ? 'neededNow' : 'somethingWaits'
    if (isNew && byMail)
      await enqueue(tx, mailNoticeTask, {
        payload: { accountId, notice, practiceId: tx.actor.practiceId } satisfies NoticeJob,
      })
  }
}

const callAbout = ({ personId }: ClimbingTask, { careNow, machineNow }: Clocks): Call => ({
  action: 'task.told',
  subject: { personId },
  effect: true,
  intentKey: undefined,
  careNow,
  machineNow,
  personId,
  relation: 'practice',
})

/** After a rehearsal's clock was moved: whatever that made late is looked at now. */
export async function climbAll(reading: PracticeTx): Promise<void> {
  const tx = writing(reading)
  for (const taskId of await waitingTasks(tx)) await startClimbing(tx, taskId)
}

/** When a house opens: the first beat is its own, every later one a job's. */
export async function startBeating(reading: PracticeTx): Promise<void> {
  const tx = writing(reading)
  await moveBeat(tx)
  await enqueue(tx, beatTask, { payload: {}, key: beatTask })
}

/** Shows that jobs are being done. A house where this stands still tells its staff so. */
export const beat = (reading: PracticeTx): Promise<void> => moveBeat(writing(reading))

export const setLadder = command(
  async (tx, ladder: { readonly id: string; readonly minutes: readonly number[] }, { careNow }: Call) => {
    const { seatId } = tx.actor
    if (!seatId) throw new Problem('not-allowed')
    await addLadder(tx, { ...ladder, setBy: seatId, setAt: careNow })
    return { id: ladder.id }
  },
)
