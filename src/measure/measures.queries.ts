import { isOwnForm } from '../form/form.queries.ts'
import { responsesOf, type StoredResponse } from '../instrument/instrument.queries.ts'
import { standing } from '../instrument/response.ts'
import { wordedHere } from '../instrument/wording.queries.ts'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Moment } from './followed.ts'
import { changeRule } from './measure.content.ts'
import { momentsOf } from './measure.queries.ts'
import { idsIn, measuredOf, unansweredIn, type Measured } from './measured.ts'
import { standOf, type Stand } from './schedule.queries.ts'

interface Wanted {
  readonly personId: string
  readonly careNow: Instant
  /** Whether the reader may know what was asked and not answered. */
  readonly asked: boolean
}

export interface Gathered {
  readonly moments: readonly Moment[]
  readonly measured: readonly Measured<StoredResponse>[]
  /** Answers to the practice's own forms, which are compared with nothing. */
  readonly toForms: readonly StoredResponse[]
  readonly stand: Stand | undefined
}

/** Everything that one person was asked and answered, folded by instrument: for whoever reads it, by the same rules. */
export async function measuresOf(tx: PracticeTx, { personId, careNow, asked }: Wanted): Promise<Gathered> {
  const stand = asked ? await standOf(tx, personId, careNow) : undefined
  // What was corrected stands beside what the team wrote down; here is what counts.
  const all = standing(await responsesOf(tx, personId))
  const responses = all.filter(({ instrumentId }) => !isOwnForm(instrumentId))
  const toForms = all.filter(({ instrumentId }) => isOwnForm(instrumentId))
  const moments = await momentsOf(tx, personId)
  const unanswered = unansweredIn(stand?.facts.log ?? [], stand?.all ?? []).filter(
    ({ instrumentId }) => !isOwnForm(instrumentId),
  )
  const instruments = await wordedHere(tx, idsIn({ responses, unanswered }), 'read')
  const given = { responses, unanswered, moments, instruments, ruleFor: changeRule }
  return { moments, measured: measuredOf(given), toForms, stand }
}
