import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { GateList, GateRow } from '../platform/ui/GateRow.tsx'
import { GateAction, GatePlace } from './GatePlace.tsx'
import { isNeeded } from './gate.ts'
import { becauseOf, clearersOf, openFirst, type Ready, type ReadyGate } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

/** Stops first, then what waits, each with its way to clear it in place; then everything that is met. */
export function ReadyGates({ ready }: { ready: Ready }) {
  const own = useWords(words)
  const open = openFirst(ready.gates)
  const met = ready.gates.filter((gate) => gate.state === 'met' && isNeeded(gate))
  if (ready.doses.length > 0) return null
  return (
    <>
      {open.length > 0 && (
        <GateList>
          {open.map((gate) => (
            <Row key={gate.id} gate={gate} ready={ready} />
          ))}
        </GateList>
      )}
      <section className="ready-met">
        <h2>{own.met}</h2>
        <GateList>
          {met.map((gate) => (
            <Row key={gate.id} gate={gate} ready={ready} />
          ))}
        </GateList>
      </section>
    </>
  )
}

function Row({ gate, ready }: { gate: ReadyGate; ready: Ready }) {
  const own = useWords(words)
  const place = usePlace()
  const { id, state } = gate
  return (
    <GateRow
      state={state}
      title={own.gates[id]}
      because={becauseOf(gate, { own, ready, place })}
      clears={clearersOf(gate, { own, ready })}
      action={<GateAction gate={gate} ready={ready} />}
    >
      <GatePlace gate={gate} ready={ready} />
    </GateRow>
  )
}
