import { command } from '../audit/audit.commands.ts'
import { Problem } from '../kernel/problem.ts'
import { followEveryone } from '../measure/schedule.commands.ts'
import { packs } from './pack.content.ts'
import { packsHere } from './pack.queries.ts'
import { addPackDecision } from './pack.store.ts'
import { hasPackWords } from './pack.ts'
import type { Language } from './response.ts'

interface Accepting {
  readonly id: string
  readonly instrumentId: string
  /** Of the text that was on the screen. */
  readonly edition: string
  readonly language: Language
}

/** The condition is written down as it was read. Where another edition came meanwhile, it is to be read first. */
export const acceptPack = command(async (tx, given: Accepting, { careNow }) => {
  const { seatId } = tx.actor
  if (!seatId) throw new Problem('not-allowed')
  const { id, instrumentId, edition, language } = given
  const pack = packs().get(instrumentId)
  if (!pack || !hasPackWords(pack)) throw new Problem('not-found')
  if (pack.edition !== edition) throw new Problem('changed-meanwhile')
  const words = pack.condition[language]
  const decided = { decidedBy: seatId, decidedAt: careNow }
  await addPackDecision(tx, { id, instrumentId, edition, language, words, accepted: true, ...decided })
  await followEveryone(tx)
  return { id }
})

interface TakingBack {
  readonly id: string
  readonly instrumentId: string
  readonly language: Language
  readonly reason: string
}

/** Not asked from now on. What was answered stays. */
export const takePackBack = command(async (tx, given: TakingBack, { careNow }) => {
  const { seatId } = tx.actor
  if (!seatId) throw new Problem('not-allowed')
  const { id, instrumentId, language, reason: words } = given
  const held = (await packsHere(tx, [instrumentId], 'ask')).get(instrumentId)
  if (!held) throw new Problem('not-found')
  const decided = { decidedBy: seatId, decidedAt: careNow }
  const { edition } = held
  await addPackDecision(tx, { id, instrumentId, edition, language, words, accepted: false, ...decided })
  await followEveryone(tx)
  return { id }
})
