import { table } from '../rule/rule.content.ts'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Against } from './against.contract.ts'
import { standingGate } from './atBedside.ts'
import { dayRules } from './dayRules.content.ts'
import { medicinesGate, pregnancyGate } from './evidenceToday.ts'
import { sessionFacts } from './gateFacts.queries.ts'
import { weighedNow } from './gates.queries.ts'

/** Found here and not in the database; what is found comes before what nobody knows. */
export async function againstOf(
  tx: PracticeTx,
  sessionId: string,
  careNow: Instant,
): Promise<Against | undefined> {
  const found = await sessionFacts(tx, sessionId)
  if (!found) return undefined
  const { personId, timeZone, protocol } = found.head
  const { open, dropping, needs } = await weighedNow(tx, personId, careNow)
  const facts = { ...found.facts, timeZone, protocol, dropping, needs, dayRules }
  const rules = open.map(({ rule, state }) => ({ rule, title: titleOf(rule), present: state === 'present' }))
  return {
    rules: rules.toSorted((one, other) => Number(other.present) - Number(one.present)),
    standing: standingGate(facts, careNow).state !== 'met',
    medicines: medicinesGate(facts, careNow).state !== 'met',
    pregnancy: pregnancyGate(facts, careNow).state !== 'met',
  }
}

const titleOf = (rule: string) => table.byId.get(rule)?.title ?? { en: rule, es: rule }
