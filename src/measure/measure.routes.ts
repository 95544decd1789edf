import { instruments } from '../instrument/instrument.content.ts'
import { responsesOf } from '../instrument/instrument.queries.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { changeBases } from './measure.content.ts'
import * as contract from './measure.contract.ts'
import { changeSinceFirst } from './measure.ts'

export function measureRoutes(shell: Shell): void {
  serve(shell, contract.readMeasures, async (tx, { personId }) => {
    const responses = await responsesOf(tx, personId)
    const asked = [...new Set(responses.map(({ instrumentId }) => instrumentId))]
    return {
      measures: asked.flatMap((id) => {
        const instrument = instruments[id]
        const basis = changeBases[id]
        const those = responses.filter(({ instrumentId }) => instrumentId === id)
        const told = basis ? { reliable: basis.reliable, source: basis.reliableSource } : null
        const change = changeSinceFirst(basis, those)
        return instrument ? [{ instrument, basis: told, change, responses: those }] : []
      }),
    }
  })
}
