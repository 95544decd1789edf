import { command } from '../audit/audit.commands.ts'
import { instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { planNow, planSteps, type PlanWords } from './plan.ts'
import { changesOf } from './plan.queries.ts'
import { addPlanChange } from './plan.store.ts'
import { saidAt } from './saidAt.ts'
import { plansOf } from './suicide.queries.ts'
import { addPlan } from './suicide.store.ts'

interface Change extends PlanWords {
  readonly id: string
  readonly personId: string
  readonly at?: string | undefined
}

/** The client's own change holds at once. A plan with not one word in it is none, and the old one stays. */
export const changePlan = command(async (tx, { at, ...change }: Change, { careNow }) => {
  const { seatId } = tx.actor
  if (!seatId) throw new Problem('not-allowed')
  if (planSteps.every((step) => change[step] === '')) throw new Problem('malformed')
  const said = saidAt(at === undefined ? undefined : instant(at), careNow)
  const { at: writtenAt, arrivedAt, doubt } = said
  await addPlanChange(tx, { ...change, writtenBy: seatId, writtenAt, arrivedAt, doubt })
  return { id: change.id }
})

interface Review {
  readonly id: string
  readonly personId: string
  readonly seen: PlanWords
}

/** A clinician and the client looked at it together and left it as it is: made anew with the words that hold, where it is whole. */
export const reviewPlan = command(async (tx, { id, personId, seen }: Review, { careNow }) => {
  const { seatId } = tx.actor
  if (!seatId) throw new Problem('not-allowed')
  const now = planNow(await plansOf(tx, personId), await changesOf(tx, personId))
  if (!now) throw new Problem('not-found')
  if (planSteps.some((step) => now.words[step] !== seen[step])) throw new Problem('changed-meanwhile')
  if (planSteps.some((step) => step !== 'peopleAndPlaces' && now.words[step] === ''))
    throw new Problem('malformed')
  await addPlan(tx, { ...now.words, id, personId, madeWith: seatId, madeAt: careNow })
  return { id }
})
