import { command } from '../audit/audit.commands.ts'
import { Problem } from '../kernel/problem.ts'
import { fromLibrary } from './library.content.ts'
import { markChoiceOf } from './mark.content.ts'
import { addMark } from './mark.store.ts'
import { isMarkOf } from './mark.ts'

interface Setting {
  readonly id: string
  readonly instrumentId: string
  readonly value: number | null
}

/** What is usual is no source of its own: it is said so. */
const usual = 'usual'

/** Holds for what is answered from now on; what was answered keeps the mark it was read by. */
export const setMark = command(async (tx, { id, instrumentId, value }: Setting, { careNow }) => {
  const { seatId } = tx.actor
  if (!seatId) throw new Problem('not-allowed')
  const choice = markChoiceOf(instrumentId)
  const instrument = fromLibrary(instrumentId)
  if (!choice || !instrument) throw new Problem('not-found')
  const chosen = choice.choices.find((each) => each.value === value)
  if (value !== null && (!chosen || !isMarkOf(instrument, choice, value)))
    throw new Problem('malformed', [{ path: 'value', fault: 'not-an-option' }])
  const source = chosen?.source ?? usual
  await addMark(tx, { id, instrumentId, value, source, setBy: seatId, setAt: careNow })
  return { id }
})
