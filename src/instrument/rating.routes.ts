import { ownFormsHere } from '../form/form.queries.ts'
import type { Instant } from '../kernel/instant.ts'
import { standOf } from '../measure/schedule.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { ownerNameFor } from '../safety/safety.queries.ts'
import { responsesOf } from './instrument.queries.ts'
import { libraryIds } from './library.content.ts'
import { keepRating, sendRating } from './rating.commands.ts'
import * as contract from './rating.contract.ts'
import { openRatings } from './rating.queries.ts'
import { askableAs } from './rating.ts'
import { ratedReasons } from './response.ts'
import { wordedHere } from './wording.queries.ts'

export function ratingRoutes(shell: Shell): void {
  serve(shell, contract.readRatings, (tx, { personId }, { careNow }) => ratingsOf(tx, personId, careNow))
  serve(shell, contract.keepRating, keepRating)
  serve(shell, contract.sendRating, sendRating)
}

/** Whole, because whoever sits with someone goes on without a network. */
async function ratingsOf(tx: PracticeTx, personId: string, careNow: Instant) {
  const all = [...(await wordedHere(tx, [...libraryIds(), ...(await ownFormsHere(tx)).keys()])).values()]
  const stand = await standOf(tx, personId, careNow)
  const due = new Set(
    stand?.all.flatMap(({ state, alone, intended }) =>
      state === 'open' && !alone ? [intended.instrumentId] : [],
    ),
  )
  const responses = await responsesOf(tx, personId)
  return {
    instruments: all
      .filter((instrument) => askableAs(instrument, 'en') ?? askableAs(instrument, 'es'))
      .map((instrument) => ({ instrument, due: due.has(instrument.id) })),
    drafts: (await openRatings(tx, personId)).map((draft) => ({
      ...draft,
      withheld: ratedReasons(draft.withheld),
    })),
    written: responses
      .filter(({ given }) => given === 'together' || given === 'rated')
      .map((response) => ({ ...response, withheld: ratedReasons(response.withheld) }))
      .toReversed(),
    careNow,
    ownerName: await ownerNameFor(tx, personId),
  }
}
