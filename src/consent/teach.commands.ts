import { command } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { raiseTask } from '../safety/safety.commands.ts'
import { currentConsent } from './consent.content.ts'
import { lastMedicineOf } from './medicine.queries.ts'
import { isAnswer } from './teach.queries.ts'
import { addAnswer, addTalk } from './teach.store.ts'
import { consentWindow } from './window.ts'

interface Told {
  readonly id: string
  readonly personId: string
  readonly question: string
  readonly documentVersion: string
  readonly words: string
  readonly unsure: boolean
}

/** Said in own words. Whoever is not sure is heard by a named person, who talks it through with them. */
export const tellBack = command(async (tx, told: Told, asked) => {
  const { id: documentId, version, teachBack } = currentConsent.en
  const { actor } = tx
  if (!actor.seatId) throw new Problem('not-allowed')
  if (told.documentVersion !== version) throw new Problem('changed-meanwhile')
  if (!teachBack.some(({ id }) => id === told.question)) throw new Problem('not-found')
  if (told.words === '' && !told.unsure) throw new Problem('malformed', [{ path: 'words', fault: 'empty' }])
  await demandClearHead(tx, told.personId, asked)
  await addAnswer(tx, { ...told, documentId, toldBy: actor.seatId, toldAt: asked.careNow })
  if (told.unsure && actor.seatId === told.personId)
    await raiseTask.within(
      tx,
      { personId: told.personId, kind: 'talk-before-signing', aboutId: told.id },
      asked,
    )
  return { id: told.id }
})

interface Talked {
  readonly id: string
  readonly personId: string
  readonly answerId: string
  readonly note: string
}

export const talkThrough = command(async (tx, talked: Talked, asked) => {
  const { seatId } = tx.actor
  if (!seatId) throw new Problem('not-allowed')
  if (!(await isAnswer(tx, talked.personId, talked.answerId))) throw new Problem('not-found')
  await demandClearHead(tx, talked.personId, asked)
  await addTalk(tx, { ...talked, talkedBy: seatId, talkedAt: asked.careNow })
  return { id: talked.id }
})

/** Words of someone under the medicine prove nothing. */
async function demandClearHead(tx: PracticeTx, personId: string, { careNow }: Call): Promise<void> {
  if (!consentWindow(await lastMedicineOf(tx, personId), careNow).open) throw new Problem('not-signed-yet')
}
