import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { fromLibrary } from './library.content.ts'
import { setMark } from './mark.commands.ts'
import { markChoices } from './mark.content.ts'
import * as contract from './mark.contract.ts'
import { marksSet } from './mark.queries.ts'

export function markRoutes(shell: Shell): void {
  serve(shell, contract.readMarks, (tx) => marksNow(tx))
  serve(shell, contract.setMark, setMark)
}

async function marksNow(tx: PracticeTx) {
  const all = await marksSet(tx)
  return {
    marks: Object.entries(markChoices).map(([instrumentId, choice]) => {
      const set = all.filter((each) => each.instrumentId === instrumentId)
      const name = fromLibrary(instrumentId)?.name ?? instrumentId
      return { instrumentId, name, choice, value: set[0]?.value ?? null, set }
    }),
  }
}
