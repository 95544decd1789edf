import { command } from '../audit/audit.commands.ts'
import { correcting } from '../audit/why.ts'
import { ownFormAt } from '../form/form.queries.ts'
import type { Call } from '../kernel/call.ts'
import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { heardAt, type HeardHere } from './hearing.queries.ts'
import { askableAs, takenAt, wayTaken } from './rating.ts'
import { correctable } from './rating.queries.ts'
import { saveRating } from './rating.store.ts'
import type { Draft, Response } from './response.ts'
import { totalOf } from './score.ts'
import { takeDraft, takeResponse } from './taking.commands.ts'
import { wordedHere } from './wording.queries.ts'

type Written = Omit<Draft, 'instrumentVersion'> & {
  /** The one that was on the screen; where none is named, the one that is asked now. */
  readonly instrumentVersion?: string | undefined
  readonly ratedAt: Instant | null
  readonly readFrom: string | null
  readonly replaces: string | null
  /** They see to it now: what they are doing about an answer that asks for a person. */
  readonly handling: string | null
}
type Finished = Written & { readonly finishedAt?: number | undefined }

/** Where whoever asks is, kept at each answer; an answer about death is put before a named person at once, as a client's is. */
export const keepRating = command(async (tx, written: Written, asked) => {
  const { instrument, scored } = await heard(tx, written)
  const draft = { ...written, instrumentVersion: instrument.version }
  const kept = await saveRating(tx, { ...draft, bySeatId: seatOf(tx) }, asked.careNow)
  if (!kept) throw new Problem('id-taken')
  const { handling } = written
  return {
    id: written.id,
    savedAt: asked.careNow,
    help: await takeDraft(tx, draft, { instrument, scored, handling, asked }),
  }
})

/** Written down as it was: by whom, when it was asked, and what it corrects. */
export const sendRating = command(
  async (tx, { finishedAt, handling, ...written }: Finished, asked) => {
    const { instrument, scored, mark } = await heard(tx, written)
    const response: Response = {
      ...written,
      ...(await whenAndWhat(tx, { ...written, finishedAt }, asked)),
      instrumentVersion: instrument.version,
      scored,
      total: totalOf(instrument, scored),
      given: wayTaken(instrument),
      mark,
    }
    seatOf(tx)
    return takeResponse(tx, response, { instrument, scored, handling, asked })
  },
  ({ replaces }) => correcting('instrument_response', replaces),
)

type Placed = Pick<Finished, 'personId' | 'instrumentId' | 'ratedAt' | 'replaces' | 'finishedAt'>

async function whenAndWhat(
  tx: WriteTx,
  { finishedAt, ratedAt, replaces: id, ...about }: Placed,
  asked: Call,
) {
  const taken = takenAt({ ratedAt, finishedAt }, asked)
  if ('fault' in taken) throw new Problem('malformed', [{ path: 'ratedAt', fault: taken.fault }])
  if (id === null) return { ...taken, replaces: null }
  const replaces = await correctable(tx, { ...about, id })
  if (!replaces) throw new Problem('nothing-to-correct')
  return { ...taken, replaces }
}

async function heard(tx: WriteTx, written: Omit<Written, 'handling'>): Promise<HeardHere> {
  const { instrumentId, instrumentVersion, language, readFrom, answers } = written
  const instrument = (await wordedHere(tx, [instrumentId])).get(instrumentId)
  const asked = instrument && askableAs(instrument, language)
  if (!instrument || !asked) throw new Problem('not-found')
  if (asked === 'own-copy' && !readFrom)
    throw new Problem('malformed', [{ path: 'readFrom', fault: 'missing' }])
  // A form of the practice's own may ask something else in each version, and all of them are kept.
  const earlier = instrument.own && (await ownFormAt(tx, instrumentId, instrumentVersion))
  return heardAt(tx, earlier ?? instrument, { instrumentVersion, answers })
}

function seatOf({ actor }: WriteTx): string {
  if (!actor.seatId) throw new Problem('not-allowed')
  return actor.seatId
}
