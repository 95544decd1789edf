import { can } from '../access/policy.ts'
import { careTeamOf } from '../person/person.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import { isRaised, isRatified } from '../rule/own.ts'
import { tellingsOf } from '../telling/telling.queries.ts'
import { decide, override, promiseCall, stateFindings } from './clearance.commands.ts'
import { measures, questions, table } from './clearance.content.ts'
import * as contract from './clearance.contract.ts'
import { clearanceState, isHeld, type Clearance } from './clearance.ts'
import { clearancesOf, holdOf, overridesOf, promisedCallOf } from './clearance.queries.ts'
import { knownOf } from './known.queries.ts'
import type { Known } from './known.ts'
import { changedSince } from './changed.ts'
import { itemsOf, listSaidOf, statementsOf } from '../intake/intake.queries.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Telling } from '../telling/telling.ts'
import { readHold } from './hold.contract.ts'
import { findingsOf, verdictOf, weighed, type Weighed } from './eligibility.ts'
import { topicsOf } from './screening.ts'
import { toldWords } from './toldWords.content.ts'

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
  const tellings = await tellingsOf(tx, personId)
  const may = (action: string) => can(tx.actor.roles, action, relation)
  return {
    verdict: verdictOf(found),
    standing,
    findings: found.map(inWords),
    questions: asked,
    measures: [...measures],
    answers: [...known.history.answers].map(([question, said]) => ({ ...said, question })),
    told: toldWords(known, tellings),
    changed: await changedFor(tx, { personId, known, tellings, since: clearances.at(-1)?.decidedAt }),
    clearances: clearances.toReversed().map(asDecided),
    brokenOverrides: overrides
      .filter(({ broken }) => broken)
      .map(({ id, rule, writtenBy, writtenAt }) => ({ id, rule, by: writtenBy, at: writtenAt })),
    call: await promisedCallOf(tx, personId),
    held: isHeld(standing, found),
    team: await careTeamOf(tx, personId),
    rules: { version: table.version, unratified: found.filter(isUnratified).length },
    careNow,
    can: { state: may('history.confirm'), decide: may('clearance.decide'), promise: may('call.promise') },
  }
}

interface Since {
  readonly personId: string
  readonly known: Known
  readonly tellings: readonly Telling[]
  readonly since: Instant | undefined
}

async function changedFor(tx: PracticeTx, { personId, known, tellings, since }: Since) {
  if (since === undefined) return null
  const received = new Map((await itemsOf(tx, personId)).map((one) => [one.id, one.receivedAt]))
  const items = known.history.items.map((one) => ({ ...one, receivedAt: received.get(one.id) ?? 0 }))
  const statements = await statementsOf(tx, personId)
  const said = await listSaidOf(tx, personId)
  const what = changedSince({ items, statements, tellings, told: known.told ?? new Map(), said }, since)
  const byId = new Map(items.map((one) => [one.id, one]))
  return {
    since,
    what: what.map((one) => {
      if (one.kind !== 'item') return one
      const { item, standing } = byId.get(one.id)!
      return { ...one, of: item.kind, text: item.coded.text, standing }
    }),
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
  const rule = table.byId.get(found.rule)!
  const { title, clears, who, sources, tags, version } = rule
  const own = found.own ?? null
  return { ...found, title, clears, who, sources, tags, version, own, raised: isRaised(rule, own) }
}

const isUnratified = ({ rule, own }: Weighed): boolean => !isRatified(table.byId.get(rule)!, own ?? undefined)

/** A decision with what it was judged by. */
const asDecided = (clearance: Clearance) => ({
  ...clearance,
  rulesVersion: clearance.rulesVersion ?? '',
  raised: clearance.findings.flatMap(({ rule, own }) => {
    const of = table.byId.get(rule)
    return own && of && isRaised(of, own) ? [{ rule, title: of.title, since: own.since, by: own.by }] : []
  }),
})
