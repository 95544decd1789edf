import { command } from '../audit/audit.commands.ts'
import { lastMedicineOf } from '../consent/medicine.queries.ts'
import { consentWindow, underMedicine } from '../consent/window.ts'
import { widens, type Audience } from '../integration/integration.ts'
import type { Call } from '../kernel/call.ts'
import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { audienceOf, beliefsOf, stopSignalOf } from './preparation.queries.ts'
import * as store from './preparation.store.ts'

interface Telling {
  readonly id: string
  readonly courseId: string
}

const saidOf = ({ id, courseId }: Telling, { personId, careNow }: Call): store.Said => {
  if (personId === null) throw new Problem('not-found')
  return { id, courseId, personId, at: careNow }
}

export const tellIntention = command(async (tx, told: Telling & { readonly words: string }, asked) => {
  await store.addIntention(tx, { ...saidOf(told, asked), words: told.words })
  return { id: told.id }
})

interface TellingBelief extends Telling {
  readonly ratingId: string
  readonly words: string
  readonly rating: number
}

/** A belief and how true it feels now are one telling: without the first rating nothing could be seen to change. */
export const tellBelief = command(async (tx, told: TellingBelief, asked) => {
  const said = saidOf(told, asked)
  await demandClearHead(tx, said, asked)
  await store.addBelief(tx, { ...said, words: told.words })
  await store.addRating(tx, { ...said, id: told.ratingId, beliefId: told.id, rating: told.rating })
  return { id: told.id }
})

export const rateBelief = command(
  async (tx, told: Telling & { readonly beliefId: string; readonly rating: number }, asked) => {
    const said = saidOf(told, asked)
    const beliefs = await beliefsOf(tx, told.courseId)
    if (!beliefs.some(({ id }) => id === told.beliefId)) throw new Problem('not-found')
    await demandClearHead(tx, said, asked)
    await store.addRating(tx, { ...said, beliefId: told.beliefId, rating: told.rating })
    return { id: told.id }
  },
)

/** Between a dose and discharge no ratings are taken (clinical.md 9.4). */
async function demandClearHead(tx: PracticeTx, { personId }: store.Said, { careNow }: Call): Promise<void> {
  if (underMedicine(await lastMedicineOf(tx, personId), careNow)) throw new Problem('rest-first')
}

export const tellComfort = command(
  async (tx, told: Telling & { readonly helps: string; readonly hinders: string }, asked) => {
    await store.addComfort(tx, { ...saidOf(told, asked), helps: told.helps, hinders: told.hinders })
    return { id: told.id }
  },
)

/** Under the medicine no other way to say stop takes the place of the one that was agreed on; a first one always may. */
export const agreeStopSignal = command(
  async (tx, told: Telling & { readonly word: string; readonly gesture: string }, asked) => {
    if (told.word === '' && told.gesture === '')
      throw new Problem('malformed', [{ path: 'word', fault: 'empty' }])
    const said = saidOf(told, asked)
    const isOther = (await stopSignalOf(tx, told.courseId)) !== null
    if (isOther && !consentWindow(await lastMedicineOf(tx, said.personId), asked.careNow).open)
      throw new Problem('nothing-widens-yet')
    await store.addStopSignal(tx, { ...said, word: told.word, gesture: told.gesture })
    return { id: told.id }
  },
)

/** Opening further waits for a clear head; closing never waits. */
export const chooseReaders = command(async (tx, chosen: Telling & { readonly audience: Audience }, asked) => {
  const said = saidOf(chosen, asked)
  const before = await audienceOf(tx, chosen.courseId)
  const window = consentWindow(await lastMedicineOf(tx, said.personId), asked.careNow)
  if (widens(before, chosen.audience) && !window.open) throw new Problem('nothing-widens-yet')
  await store.addReader(tx, { ...said, audience: chosen.audience })
  return { audience: chosen.audience }
})
