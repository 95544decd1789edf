import { can } from '../access/policy.ts'
import { Problem } from '../kernel/problem.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { checkCriterion, discharge, dischargeDespite } from './discharge.commands.ts'
import * as contract from './discharge.contract.ts'
import { criteriaOf, needsExam } from './discharge.ts'
import { closingOf } from './discharge.queries.ts'

export function dischargeRoutes(shell: Shell): void {
  serve(shell, contract.readClosing, async (tx, { sessionId }, { careNow, relation }) => {
    const found = await closingOf(tx, sessionId)
    if (!found) throw new Problem('not-found')
    const { head, facts } = found
    const may = (action: string) => can(tx.actor.roles, action, relation)
    return {
      ...head,
      now: careNow,
      dosedAt: facts.lastDoseAt,
      criteria: criteriaOf(facts, careNow),
      needsExam: head.discharged === null && needsExam(facts, careNow),
      ride: head.ride && { name: head.ride.name ?? '', phone: head.ride.phone ?? '' },
      can: {
        check: may('discharge.check'),
        sign: may('discharge.sign'),
        override: may('discharge.override'),
        askSafety: may('asked.record'),
      },
      me: { name: tx.actor.name },
    }
  })
  serve(shell, contract.checkCriterion, checkCriterion)
  serve(shell, contract.discharge, discharge)
  serve(shell, contract.dischargeDespite, dischargeDespite)
}
