import { can } from '../access/policy.ts'
import type { Role } from '../kernel/actor.ts'
import { Problem } from '../kernel/problem.ts'
import { careTeamOf, type TeamMember } from '../person/person.queries.ts'
import { treat } from '../safety/task.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { contactsOf, departuresOf } from './departure.queries.ts'
import { missedOf } from './journeys.queries.ts'
import { checkCriterion, clearDanger, discharge, dischargeDespite } from './discharge.commands.ts'
import * as contract from './discharge.contract.ts'
import { criteriaOf, needsExam } from './discharge.ts'
import { closingOf } from './discharge.queries.ts'
import { callOf } from './room.queries.ts'

/** By the one table of who may do what: never by a role named here. A role it does not know opens nothing. */
const whatTheyMay = ({ memberId, name, roles }: TeamMember) => {
  const may = (action: string) => can(roles as readonly Role[], action, 'assigned')
  return {
    memberId,
    name,
    roles: [...roles],
    signs: may('discharge.sign'),
    overrides: may('discharge.override'),
    clears: may('discharge.clear'),
  }
}

export function dischargeRoutes(shell: Shell): void {
  serve(shell, contract.readClosing, async (tx, { sessionId }, { careNow, relation }) => {
    const found = await closingOf(tx, sessionId)
    if (!found) throw new Problem('not-found')
    const { head, facts } = found
    const { name, roles } = tx.actor
    const may = (action: string) => can(roles, action, relation)
    return {
      ...head,
      facts,
      departures: await departuresOf(tx, sessionId),
      contacts: await contactsOf(tx, sessionId),
      ...(await missedOf(tx, sessionId, careNow)),
      team: (await careTeamOf(tx, head.personId))
        .filter(({ roles: theirs }) => treat(theirs))
        .map(whatTheyMay),
      now: careNow,
      dosedAt: facts.lastDoseAt,
      criteria: criteriaOf(facts, careNow),
      needsExam: head.discharged === null && needsExam(facts, careNow),
      ride: head.ride && { name: head.ride.name ?? '', phone: head.ride.phone ?? '' },
      call: await callOf(tx, sessionId),
      can: {
        clear: may('discharge.clear'),
        check: may('discharge.check'),
        sign: may('discharge.sign'),
        override: may('discharge.override'),
        askSafety: may('asked.record'),
        name: may('ride.name'),
        depart: may('departure.record'),
      },
      me: { seatId: tx.actor.seatId, name, roles: [...roles] },
    }
  })
  serve(shell, contract.checkCriterion, checkCriterion)
  serve(shell, contract.clearDanger, clearDanger)
  serve(shell, contract.discharge, discharge)
  serve(shell, contract.dischargeDespite, dischargeDespite)
}
