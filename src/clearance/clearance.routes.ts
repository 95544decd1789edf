import { can } from '../access/policy.ts'
import { careTeamOf } from '../person/person.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import { decide, override, promiseCall, stateFindings } from './clearance.commands.ts'
import { ruleTable } from './clearance.content.ts'
import * as contract from './clearance.contract.ts'
import { clearanceState, isHeld } from './clearance.ts'
import { clearancesOf, factsOf, holdOf, overridesOf, promisedCallOf } from './clearance.queries.ts'
import { readHold } from './hold.contract.ts'
import { findingsOf, verdictOf, weighed, type Weighed } from './eligibility.ts'

export function clearanceRoutes(shell: Shell): void {
  serve(shell, contract.readClearance, readClearance)
  serve(shell, contract.stateFindings, stateFindings)
  serve(shell, contract.decide, decide)
  serve(shell, contract.override, override)
  serve(shell, contract.promiseCall, promiseCall)
  serve(shell, readHold, (tx, { personId }, { careNow }) => holdOf(tx, personId, careNow))
}

async function readClearance(
  tx: PracticeTx,
  { personId }: { personId: string },
  { careNow, relation }: Asked,
) {
  const facts = await factsOf(tx, personId, careNow)
  const found = weighed(findingsOf(facts), await overridesOf(tx, personId), careNow)
  const clearances = await clearancesOf(tx, personId)
  const standing = clearanceState(clearances, careNow)
  const may = (action: string) => can(tx.actor.roles, action, relation)
  return {
    verdict: verdictOf(found),
    standing,
    findings: found.map(inWords),
    questions: ruleTable.questions,
    answers: [...facts.history.answers].map(([question, said]) => ({ ...said, question })),
    clearances: clearances.toReversed(),
    call: await promisedCallOf(tx, personId),
    held: isHeld(standing, found),
    team: await careTeamOf(tx, personId),
    rules: { version: ruleTable.version, ratifiedBy: ruleTable.ratifiedBy },
    careNow,
    can: { state: may('history.confirm'), decide: may('clearance.decide'), promise: may('call.promise') },
  }
}

function inWords(found: Weighed) {
  const { title, clears, who, sources, tags } = ruleTable.rules.find(({ id }) => id === found.rule)!
  return { ...found, title, clears, who, sources, tags }
}
