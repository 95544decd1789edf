import { dueInstruments } from '../measure/measure.queries.ts'
import { careTeamOf } from '../person/person.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import { readingHere } from '../safety/safety.queries.ts'
import { keepDraft, sendAnswers } from './instrument.commands.ts'
import * as contract from './instrument.contract.ts'
import { openDrafts, responsesOf } from './instrument.queries.ts'

export function instrumentRoutes(shell: Shell): void {
  serve(shell, contract.readAsking, (tx, { personId }, asked) => asking(tx, personId, asked))
  serve(shell, contract.keepDraft, keepDraft)
  serve(shell, contract.sendAnswers, sendAnswers)
}

async function asking(tx: PracticeTx, personId: string, { careNow }: Asked) {
  const due = await dueInstruments(tx, personId, careNow)
  const drafts = await openDrafts(tx, personId)
  const team = await careTeamOf(tx, personId)
  const answered = await responsesOf(tx, personId)
  const draftOf = (id: string, version: string) =>
    drafts.find(({ instrumentId, instrumentVersion }) => instrumentId === id && instrumentVersion === version)
  return {
    due: due.map(({ instrument, occasion, since }) => ({
      instrument,
      occasion,
      since,
      draft: draftOf(instrument.id, instrument.version) ?? null,
    })),
    readers: team.map(({ name, roles }) => ({ name, roles })),
    ...(await readingHere(tx, careNow)),
    lastAnsweredAt: answered.at(-1)?.answeredAt ?? null,
  }
}
