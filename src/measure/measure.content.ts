import change from '../../content/measures/change.json' with { type: 'json' }
import spread from '../../content/measures/spread.json' with { type: 'json' }
import type { ChangeBasis } from './change.ts'
import { ruleOf, type ChangeRule, type FoundSpread } from './rule.ts'

/** What counts as a change, by instrument. Where nothing was published, there is no basis. */
export const changeBases: Readonly<Record<string, ChangeBasis>> = change as Record<string, ChangeBasis>

const spreads: Readonly<Record<string, FoundSpread>> = spread.spreads

const ownOf = <Value>(record: Readonly<Record<string, Value>>, id: string): Value | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined

export const basisOf = (instrumentId: string): ChangeBasis | undefined => ownOf(changeBases, instrumentId)

/** By what a change of it is judged here; the version is that of both files together. */
export const changeRule = (instrumentId: string): ChangeRule =>
  ruleOf(instrumentId, {
    version: spread.version,
    basis: basisOf(instrumentId),
    spread: ownOf(spreads, instrumentId),
  })
