import { type ReactNode, useState } from 'react'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { AskAlone } from './AskAlone.tsx'
import { AskSafety } from './AskSafety.tsx'
import { DecideDay } from './DecideDay.tsx'
import { PeoplePlace } from './PeoplePlace.tsx'
import { PressurePlace } from './PressurePlace.tsx'
import { RidePlace } from './RidePlace.tsx'
import type { Ready, ReadyGate } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

type Props = { gate: ReadyGate; ready: Ready }

/** What is typed in place, because it is done at the bedside. */
export function GatePlace({ gate: { id, state, because }, ready }: Props) {
  const { can } = ready
  if (id === 'people' && can.note)
    return (
      <Fold open={state !== 'met'}>
        <PeoplePlace ready={ready} />
      </Fold>
    )
  if (id === 'ride' && can.name) return <RidePlace ready={ready} />
  const measured = because.code !== 'pressure-not-today' && because.code !== 'pressure-decided-against'
  if (id === 'pressure' && can.take && state !== 'met' && measured) return <PressurePlace ready={ready} />
  return null
}

/** What is met already is changed on demand. */
function Fold({ open, children }: { open: boolean; children: ReactNode }) {
  const own = useWords(words)
  const [shown, show] = useState(false)
  if (open || shown) return children
  return (
    <Button kind="link" size="small" onPress={() => show(true)}>
      {own.changeRide}
    </Button>
  )
}

/** One button, for whoever can press it. */
export function GateAction({ gate, ready }: Props) {
  const act = acts[gate.id]
  return gate.state === 'met' || !act ? null : act({ gate, ready })
}

const decision = ({ ready }: Props): ReactNode =>
  ready.can.decide && <ToPage href={`/app/people/${ready.personId}/decision`} word="openDecision" />

const acts: Partial<Record<ReadyGate['id'], (props: Props) => ReactNode>> = {
  asked: ({ gate, ready }) =>
    ready.can.ask && gate.because.code !== 'asked-own-screen' && <AskAlone ready={ready} />,
  suicide: ({ gate, ready }) =>
    ready.can.askSafety && gate.because.code === 'suicide-not-asked' && <AskSafety ready={ready} />,
  pressure: ({ gate, ready }) =>
    ready.can.decide &&
    gate.because.code === 'pressure-needs-decision' && <DecideDay ready={ready} gate="pressure" />,
  interval: ({ ready }) => ready.can.decide && <DecideDay ready={ready} gate="interval" />,
  order: ({ ready }) =>
    ready.can.order && <ToPage href={`/app/people/${ready.personId}/order`} word="openOrder" />,
  findings: decision,
  clearance: decision,
}

function ToPage({ href, word }: { href: string; word: 'openOrder' | 'openDecision' }) {
  const own = useWords(words)
  return <LinkButton href={href}>{own[word]}</LinkButton>
}
