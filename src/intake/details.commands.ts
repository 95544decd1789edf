import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import { weighedFor } from '../clearance/clearance.queries.ts'
import { recallIfTurned } from '../clearance/recall.commands.ts'
import type { Call } from '../kernel/call.ts'
import { Problem } from '../kernel/problem.ts'
import { isZone } from '../kernel/zone.ts'
import { changedParts, detailsOf, isBirthDate, saysWho, type Details } from '../person/details.ts'
import { personById } from '../person/person.queries.ts'
import { setDetailsRight } from '../person/person.commands.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { bornThen, holdImports } from './intake.queries.ts'
import { namesakesOf } from './match.ts'

interface SettingRight {
  readonly personId: string
  readonly id: string
  readonly was: Details
  readonly now: Details
  readonly why: string
  readonly someoneElse: boolean
}

/**
 * Who a person is taken to be is set right. A clearance that had not seen what now stands against it (an age, say) holds no
 * longer, and the details are to be confirmed again.
 */
export const correctDetails = command(
  async (tx, asking: SettingRight, asked) => {
    const { personId, id, was, now, why } = asking
    const by = tx.actor.seatId
    if (by === null) throw new Problem('not-allowed')
    check(now, asked)
    await holdImports(tx)
    const person = await personById(tx, personId)
    if (!person) throw new Problem('not-found')
    const before = detailsOf(person)
    if (changedParts(before, was).length > 0) throw new Problem('changed-meanwhile')
    const parts = changedParts(before, now)
    if (parts.length === 0) throw new Problem('nothing-to-correct')
    if (saysWho(parts) && !asking.someoneElse) await lookForNamesakes(tx, personId, now)
    const stood = await weighedFor(tx, personId, asked.careNow)
    const correction = { id, personId, before, after: now, why, by, at: asked.careNow }
    await setDetailsRight.within(tx, correction, asked)
    await recallIfTurned.within(tx, { personId, before: stood }, asked)
    return { id }
  },
  ({ id }) => reasonIn('details_correction', id),
)

function check(now: Details, { careNow }: Call): void {
  if (`${now.givenName}${now.familyName}` === '')
    throw new Problem('malformed', [{ path: 'now.givenName', fault: 'empty' }])
  if (!isZone(now.timeZone)) throw new Problem('malformed', [{ path: 'now.timeZone', fault: 'not-possible' }])
  if (now.birthDate !== null && !isBirthDate(now.birthDate, careNow)) throw new Problem('date-not-possible')
}

async function lookForNamesakes(tx: PracticeTx, personId: string, now: Details): Promise<void> {
  const told = { given: now.givenName, family: now.familyName, otherNames: [], birthDate: now.birthDate }
  const others = namesakesOf(await bornThen(tx, now.birthDate), told).filter(
    (one) => one.personId !== personId,
  )
  if (others.length > 0)
    throw new Problem(
      'someone-else-perhaps',
      others.map((one) => ({ path: 'someoneElse', fault: one.personId })),
    )
}
