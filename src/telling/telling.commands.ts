import { command } from '../audit/audit.commands.ts'
import { dueBeforeJourney } from '../clearance/ended.queries.ts'
import { recallIfTurned } from '../clearance/recall.commands.ts'
import type { ListKind, TakenBackWay } from '../intake/list-said.ts'
import type { Call } from '../kernel/call.ts'
import { instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { careTeamOf } from '../person/person.queries.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { raiseTask } from '../safety/safety.commands.ts'
import { saidAt } from '../safety/saidAt.ts'
import { form } from './telling.content.ts'
import { doneOf, ownLine } from './telling.queries.ts'
import { addListSaid, addTellingDone, addTellings, type ByHand } from './telling.store.ts'
import { acceptSaid, type Said } from './telling.ts'

interface TellingNow {
  readonly personId: string
  readonly at?: string | undefined
  readonly edition: string
  readonly language: 'en' | 'es'
  readonly said: readonly (Said & { readonly id: string })[]
}

/** What a client says of themself is taken down as they say it, and decides nothing; what it turns over is asked anew. */
export const tell = command(async (tx, { personId, at, said, ...of }: TellingNow, asked) => {
  const accepted = said.map(({ id, ...one }) => ({ ...acceptedOf(one, asked), id }))
  await addTellings(tx, { ...of, said: accepted }, handOf(tx, { personId, at }, asked))
  await recallIfTurned.within(tx, { personId }, asked)
  return { told: accepted.length }
})

function acceptedOf(said: Said, { careNow }: Call): Said {
  const accepted = acceptSaid(form, said, careNow)
  if (!accepted.ok) throw new Problem(accepted.refusal, [{ path: said.question, fault: accepted.refusal }])
  return accepted.value
}

interface OfList {
  readonly id: string
  readonly personId: string
  readonly at?: string | undefined
  readonly kind: ListKind
  readonly about: { readonly said: 'none' } | { readonly said: TakenBackWay; readonly itemId: string }
}

/** Nothing leaves the history by it: whether a medicine is still taken is not known any more, and a clinician says what holds. */
export const tellList = command(async (tx, { id, personId, at, kind, about }: OfList, asked) => {
  const itemId = about.said === 'none' ? null : about.itemId
  const words = itemId === null ? '' : await ownLine(tx, { personId, itemId, kind })
  if (words === undefined) throw new Problem('not-found')
  if (about.said === 'stopped' && kind !== 'medicine')
    throw new Problem('malformed', [{ path: 'about', fault: 'not-possible' }])
  await addListSaid(tx, { id, kind, said: about.said, itemId, words }, handOf(tx, { personId, at }, asked))
  await recallIfTurned.within(tx, { personId }, asked)
  return { id }
})

interface Done {
  readonly id: string
  readonly personId: string
  readonly at?: string | undefined
}

/** Said again with nothing new in it, it calls nobody a second time. */
export const finishTelling = command(async (tx, { id, ...done }: Done, asked) => {
  const { doneAt, isNew } = await doneOf(tx, done.personId)
  if (doneAt !== null && !isNew) return { id }
  await addTellingDone(tx, id, handOf(tx, done, asked))
  await raiseTask.within(
    tx,
    {
      personId: done.personId,
      kind: 'history-told',
      aboutId: id,
      urgency: 'listed',
      ownerSeatId: await reviewerOf(tx, done.personId),
      noLaterThan: await dueBeforeJourney(tx, done.personId, asked.careNow),
    },
    asked,
  )
  return { id }
})

/** Who decides reads it; where nobody does yet, whoever looks after this person. */
const reviewerOf = async (tx: WriteTx, personId: string): Promise<string | undefined> =>
  (await careTeamOf(tx, personId)).find(({ roles }) => roles.includes('prescriber'))?.memberId

function handOf(
  tx: WriteTx,
  { personId, at }: { readonly personId: string; readonly at?: string | undefined },
  { careNow }: Call,
): ByHand {
  const { seatId } = tx.actor
  if (!seatId) throw new Problem('not-allowed')
  return { personId, by: seatId, ...saidAt(at === undefined ? undefined : instant(at), careNow) }
}
