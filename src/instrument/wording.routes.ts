import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import type { Instrument } from './instrument.ts'
import { fromLibrary, libraryIds } from './library.content.ts'
import { loadWording } from './wording.commands.ts'
import * as contract from './wording.contract.ts'
import { packsHere } from './pack.queries.ts'
import { withPack } from './pack.ts'
import { ownWordingsHere, type OwnHere } from './wording.queries.ts'
import { isWorded, optionCount } from './ownWords.ts'

export function wordingRoutes(shell: Shell): void {
  serve(shell, contract.readWordings, (tx) => wordingsNow(tx))
  serve(shell, contract.loadWording, loadWording)
}

async function wordingsNow(tx: PracticeTx) {
  const own = await ownWordingsHere(tx)
  const held = await packsHere(tx, libraryIds(), 'ask')
  const instruments = libraryIds().flatMap((id) => {
    const instrument = fromLibrary(id)
    return instrument ? [withPack(instrument, held.get(id))] : []
  })
  return { instruments: instruments.filter(lacksWords).map((instrument) => neededBy(instrument, own)) }
}

const both = ['en', 'es'] as const
const open = (instrument: Instrument) => both.filter((language) => !isWorded(instrument, language))
const lacksWords = (instrument: Instrument) => open(instrument).length > 0

function neededBy(instrument: Instrument, own: readonly OwnHere[]) {
  const { id, name, version, tier, licence, items: all } = instrument
  const items = all.filter(({ setting }) => !setting)
  return {
    id,
    name,
    version,
    tier,
    licence: licence.line,
    languages: open(instrument),
    items: items.map((item) => String(item.id)),
    options: Object.fromEntries(items.map((item) => [item.options, optionCount(item)])),
    own: own
      .filter((each) => each.instrumentId === id && each.instrumentVersion === version)
      .flatMap(({ wording, language, licence: right, by, at }) =>
        wording ? [{ wording, language, licence: right, by, at }] : [],
      ),
  }
}
