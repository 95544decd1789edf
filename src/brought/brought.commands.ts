import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import { recallIfTurned } from '../clearance/recall.commands.ts'
import type { Call } from '../kernel/call.ts'
import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { faultIn, type BroughtSaid } from './brought.ts'
import { isBrought, timeZoneHere } from './brought.queries.ts'
import { addBrought, addTakenBack } from './brought.store.ts'

/** Takes down what is known of a journey elsewhere. What the rules make of it is asked at once, as of any fact that comes in. */
export const bringJourney = command(
  async (tx, said: BroughtSaid & { readonly id: string; readonly courseId: string }, asked: Call) => {
    const { personId, by } = whose(tx, asked)
    const fault = faultIn(said, asked.careNow, await timeZoneHere(tx))
    if (fault !== null)
      throw new Problem('malformed', [
        { path: fault === 'salt-without-amount' ? 'labelSalt' : 'givenOn', fault },
      ])
    if (!(await addBrought(tx, { ...said, personId, by, at: asked.careNow }))) throw new Problem('id-taken')
    await recallIfTurned.within(tx, { personId }, asked)
    return { id: said.id }
  },
)

export interface Back {
  readonly id: string
  readonly courseId: string
  readonly broughtId: string
  readonly reason: string
}

export const takeBack = command(
  async (tx, back: Back, asked: Call) => {
    const { personId, by } = whose(tx, asked)
    if (!(await isBrought(tx, back))) throw new Problem('not-found')
    if (!(await addTakenBack(tx, { ...back, personId, by, at: asked.careNow })))
      throw new Problem('changed-meanwhile')
    await recallIfTurned.within(tx, { personId }, asked)
    return { id: back.id }
  },
  ({ id }) => reasonIn('journey_brought_back', id),
)

function whose(tx: PracticeTx, { personId }: Call): { personId: string; by: string } {
  const by = tx.actor.seatId
  if (personId === null || by === null) throw new Problem('not-found')
  return { personId, by }
}
