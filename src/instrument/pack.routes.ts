import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { fromLibrary } from './library.content.ts'
import { acceptPack, takePackBack } from './pack.commands.ts'
import { packs } from './pack.content.ts'
import * as contract from './pack.contract.ts'
import { packDecisions, type PackDecided } from './pack.queries.ts'
import { isPackHeld, type Pack } from './pack.ts'

export function packRoutes(shell: Shell): void {
  serve(shell, contract.readPacks, (tx) => packsNow(tx))
  serve(shell, contract.acceptPack, acceptPack)
  serve(shell, contract.takePackBack, takePackBack)
}

async function packsNow(tx: PracticeTx) {
  const decisions = await packDecisions(tx)
  return { packs: [...packs().values()].flatMap((pack) => packNow(pack, decisions)) }
}

function packNow(pack: Pack, all: readonly PackDecided[]) {
  const instrument = fromLibrary(pack.instrument)
  if (!instrument) return []
  const decisions = all.filter(({ instrumentId }) => instrumentId === pack.instrument)
  return [
    {
      instrumentId: pack.instrument,
      name: instrument.name,
      owner: pack.owner,
      edition: pack.edition,
      condition: pack.condition,
      questions: instrument.items.filter(({ setting }) => !setting).length,
      languages: (['en', 'es'] as const).filter((language) => pack.languages[language]),
      without: pack.without,
      held: isPackHeld(pack, decisions[0]),
      decisions,
    },
  ]
}
