import { ownFormAt } from '../form/form.queries.ts'
import { fromLibrary } from '../instrument/library.content.ts'
import { isWorded } from '../instrument/ownWords.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { isNeverSelfServed } from './occasion.ts'
import { occasionOf } from './occasions.ts'
import { noteShown, refuseAsking, setSchedule } from './schedule.commands.ts'
import * as contract from './schedule.contract.ts'
import { askableHere, scheduleHere, standOf } from './schedule.queries.ts'
import { usualSourceOf } from './usual.content.ts'

export function scheduleRoutes(shell: Shell): void {
  serve(shell, contract.readSchedule, (tx) => scheduleNow(tx))
  serve(shell, contract.setSchedule, setSchedule)
  serve(shell, contract.noteShown, noteShown)
  serve(shell, contract.refuseAsking, refuseAsking)
  serve(shell, contract.readOccasions, async (tx, { personId }, { careNow }) => {
    const stand = await standOf(tx, personId, careNow)
    const known = { log: stand?.facts.log ?? [], instruments: stand?.instruments ?? new Map() }
    return { occasions: (stand?.all ?? []).map((one) => occasionOf(known, one)) }
  })
}

async function scheduleNow(tx: PracticeTx) {
  const { lines, usual } = await scheduleHere(tx)
  const askable = await askableHere(tx)
  const named = new Set(lines.flatMap(({ instruments }) => instruments))
  return {
    usual,
    lines: lines.map((line) => ({
      ...line,
      instruments: line.instruments.filter((id) => askable.has(id)),
      source: usualSourceOf(line),
    })),
    silent: await Promise.all([...named].filter((id) => !askable.has(id)).map((id) => nameOf(tx, id))),
    instruments: [...askable.values()].map((instrument) => ({
      id: instrument.id,
      name: instrument.name,
      items: instrument.items.length,
      recallDays: instrument.recallDays,
      languages: (['en', 'es'] as const).filter((language) => isWorded(instrument, language)),
      alone: instrument.rater === 'self' && !isNeverSelfServed(instrument),
      validated: instrument.tier !== 'O',
      brought: instrument.own !== undefined,
    })),
  }
}

/** Of an instrument without words; or of a form that was taken back. */
const nameOf = async (tx: PracticeTx, id: string): Promise<string> =>
  fromLibrary(id)?.name ?? (await ownFormAt(tx, id))?.name ?? id
