import { can } from '../access/policy.ts'
import { careTeamOf } from '../person/person.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import { decide, override, promiseCall, stateFindings } from './clearance.commands.ts'
import { measures, questions, table } from './clearance.content.ts'
import * as contract from './clearance.contract.ts'
import { clearanceState, isHeld } from './clearance.ts'
import { clearancesOf, holdOf, overridesOf, promisedCallOf } from './clearance.queries.ts'
import { knownOf } from './known.queries.ts'
import { readHold } from './hold.contract.ts'
import { findingsOf, verdictOf, weighed, type Weighed } from './eligibility.ts'
import { topicsOf } from './screening.ts'

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
  const known = await knownOf(tx, personId, careNow)
  const overrides = await overridesOf(tx, personId)
  const found = weighed(findingsOf(known), overrides, careNow)
  const clearances = await clearancesOf(tx, personId)
  const standing = clearanceState(clearances, careNow)
  const may = (action: string) => can(tx.actor.roles, action, relation)
  return {
    verdict: verdictOf(found),
    standing,
    findings: found.map(inWords),
    questions: asked,
    measures: [...measures],
    answers: [...known.history.answers].map(([question, said]) => ({ ...said, question })),
    clearances: clearances.toReversed(),
    brokenOverrides: overrides
      .filter(({ broken }) => broken)
      .map(({ id, rule, writtenBy, writtenAt }) => ({ id, rule, by: writtenBy, at: writtenAt })),
    call: await promisedCallOf(tx, personId),
    held: isHeld(standing, found),
    team: await careTeamOf(tx, personId),
    rules: { version: table.version, ratifiedBy: null },
    careNow,
    can: { state: may('history.confirm'), decide: may('clearance.decide'), promise: may('call.promise') },
  }
}

const topics = topicsOf(table)
const asked = questions.map(({ id, kind, ask, options = [], never, valid }) => {
  const topic = topics.get(id) ?? 'other'
  const ofToday = valid?.unit === 'same-day'
  if (kind === 'date' && never) return { kind, id, topic, ask, ofToday, never }
  return {
    kind: 'choice' as const,
    id,
    topic,
    ask,
    ofToday,
    options: options.map(({ value, label }) => ({ value, label })),
  }
})

function inWords(found: Weighed) {
  const { title, clears, who, sources, tags } = table.byId.get(found.rule)!
  return { ...found, title, clears, who, sources, tags }
}
