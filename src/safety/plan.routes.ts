import { can } from '../access/policy.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { practiceHere } from '../practice/practice.queries.ts'
import { cameAfter, planNow, planReview, wordsOf } from './plan.ts'
import { changePlan, reviewPlan } from './plan.commands.ts'
import * as contract from './plan.contract.ts'
import { changesOf, planSettings } from './plan.queries.ts'
import { plansOf } from './suicide.queries.ts'
import { arrivedLater } from './saidAt.ts'

export function planRoutes(shell: Shell): void {
  serve(shell, contract.readPlan, async (tx, { personId }, { relation }) => {
    const made = await plansOf(tx, personId)
    const changes = await changesOf(tx, personId)
    const plan = planNow(made, changes)
    const late = cameAfter(made, changes)
    const newest = changes[0]
    const may = (action: string) => can(tx.actor.roles, action, relation)
    return {
      plan,
      changed:
        plan?.changedAt == null || !newest
          ? null
          : { arrivedAt: arrivedLater(newest.writtenAt, newest.arrivedAt), doubt: newest.doubt },
      late: late && { ...late, words: wordsOf(late) },
      review: may('asked.plan') ? planReview(plan, await planSettings(tx, personId), late) : null,
      phone: (await practiceHere(tx)).phone,
      can: { change: may('plan.change'), review: may('asked.plan') },
    }
  })
  serve(shell, contract.changePlan, changePlan)
  serve(shell, contract.reviewPlan, reviewPlan)
}
