import type { output } from 'zod/v4/core'
import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import type { Call } from '../kernel/call.ts'
import { instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { told } from './ready.commands.ts'
import { isPossible, type DayTelling } from './told.ts'
import type * as contract from './told.contract.ts'
import { addDayTold } from './told.store.ts'

type Asked = output<typeof contract.tellDay.input> | output<typeof contract.tellMedicine.input>

/** A fact of the day. Why a journey is not talked through is written by each for themself, in the part they have here. */
export const tellDay = command(
  async (tx, asked: Asked, call: Call) => {
    const telling = tellingOf(asked.told)
    if (!isPossible(telling, call.careNow))
      throw new Problem('malformed', [{ path: 'told', fault: 'moment' }])
    if (!mayTell(tx.actor.roles, telling)) throw new Problem('not-allowed')
    await addDayTold(tx, told(tx, asked, call), telling)
    return { id: asked.id }
  },
  ({ id, told: { kind } }) =>
    kind === 'talked-instead' || kind === 'reviewed' ? reasonIn('day_told', id) : null,
)

/** Why not, each for themself; and what a change means for today, a prescriber. */
function mayTell(roles: readonly string[], telling: DayTelling): boolean {
  if (telling.kind === 'talked-instead') return roles.includes(telling.capacity)
  return telling.kind !== 'reviewed' || roles.includes('prescriber')
}

const byName = (said: readonly (readonly [string, string])[]) => Object.fromEntries(said)

function tellingOf(said: Asked['told']): DayTelling {
  switch (said.kind) {
    case 'fasting':
      return { kind: 'fasting', solidAt: instant(said.solidAt), clearAt: instant(said.clearAt) }
    case 'closing':
      return { kind: 'closing', untilAt: instant(said.untilAt) }
    case 'answers':
      return { kind: 'answers', answers: byName(said.said.map(({ line, answer }) => [line, answer])) }
    case 'medicines':
      return {
        kind: 'medicines',
        answers: byName(said.taken.map(({ ingredient, last }) => [ingredient, last])),
      }
    default:
      return said
  }
}
