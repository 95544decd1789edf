import { command } from '../audit/audit.commands.ts'
import { Problem } from '../kernel/problem.ts'
import { followEveryone } from '../measure/schedule.commands.ts'
import type { Wording } from './instrument.ts'
import { fromLibrary } from './library.content.ts'
import type { Language } from './response.ts'
import { packsHere } from './pack.queries.ts'
import { withPack } from './pack.ts'
import { addOwnWording } from './wording.store.ts'
import { faultsInWording, isWorded } from './ownWords.ts'

interface Loaded {
  readonly id: string
  readonly instrumentId: string
  readonly language: Language
  readonly wording: Wording | null
  readonly licence: string
}

/**
 * Words of the practice's own, with what gives it the right to them: a fact with a name and a time. What the project gives
 * in its own exact words is never replaced, or two practices would mean different things by one score.
 */
export const loadWording = command(async (tx, loaded: Loaded, { careNow }) => {
  const { seatId } = tx.actor
  const library = fromLibrary(loaded.instrumentId)
  const pack = (await packsHere(tx, [loaded.instrumentId], 'ask')).get(loaded.instrumentId)
  const instrument = library && withPack(library, pack)
  if (!seatId) throw new Problem('not-allowed')
  if (!instrument) throw new Problem('not-found')
  // Words of one's own that a pack stands before now can still be taken back.
  if (loaded.wording !== null && isWorded(instrument, loaded.language))
    throw new Problem('malformed', [{ path: 'language', fault: 'has-words' }])
  const faults = loaded.wording === null ? [] : faultsInWording(instrument, loaded.wording)
  if (faults.length > 0) throw new Problem('malformed', faults.slice(0, 50))
  await addOwnWording(tx, {
    ...loaded,
    instrumentVersion: instrument.version,
    addedBy: seatId,
    addedAt: careNow,
  })
  await followEveryone(tx)
  return { id: loaded.id }
})
