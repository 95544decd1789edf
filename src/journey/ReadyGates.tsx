import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { GateList, GateRow } from '../platform/ui/GateRow.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
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
        <section className="ready-open">
          <h2>{own.open}</h2>
          <ToOpen gates={open} ready={ready} />
          <GateList>
            {open.map((gate) => (
              <Row key={gate.id} gate={gate} ready={ready} />
            ))}
          </GateList>
        </section>
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

/** On a phone the page is long: what stands open, each a step away, mine first. The address says only the place in the line. */
function ToOpen({ gates, ready }: { gates: readonly ReadyGate[]; ready: Ready }) {
  const own = useWords(words)
  const isMine = (gate: ReadyGate) => clearersOf(gate, { own, ready }) === own.who.you
  const parts = [
    { title: own.openYours, gates: gates.filter(isMine) },
    { title: own.openOthers, gates: gates.filter((gate) => !isMine(gate)) },
  ].filter((part) => part.gates.length > 0)
  return (
    <nav className="ready-to-open" aria-label={own.open}>
      {parts.map((part) => (
        <div key={part.title}>
          <p className="tl-label">{part.title}</p>
          <ul>
            {part.gates.map((gate) => (
              <li key={gate.id}>
                <StatusMark state={gate.state} />
                <a href={`#${anchorOf(gate, ready)}`}>{own.gates[gate.id]}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

const anchorOf = ({ id }: ReadyGate, { gates }: Ready): string =>
  `g${gates.findIndex((one) => one.id === id) + 1}`

function Row({ gate, ready }: { gate: ReadyGate; ready: Ready }) {
  const own = useWords(words)
  const place = usePlace()
  const { id, state } = gate
  return (
    <GateRow
      state={state}
      title={own.gates[id]}
      because={becauseOf(gate, { own, ready, place })}
      anchor={anchorOf(gate, ready)}
      clears={state === 'met' ? null : clearersOf(gate, { own, ready })}
      action={<GateAction gate={gate} ready={ready} />}
    >
      <GatePlace gate={gate} ready={ready} />
    </GateRow>
  )
}
