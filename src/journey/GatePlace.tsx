import { type ReactNode, useState } from 'react'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { AskAlone } from './AskAlone.tsx'
import { AskSafety } from './AskSafety.tsx'
import { ClosingPlace, FastingPlace, StandingPlace, type PlaceProps } from './DayPlaces.tsx'
import { MedicinesPlace, ReportPlace, TestPlace } from './EvidencePlaces.tsx'
import { ChangesPlace, ReviewPlace, SubstancesPlace, TodayPlace } from './LinesPlace.tsx'
import { DecideDay } from './DecideDay.tsx'
import { CountPlace, EquipmentPlace, RemsPlace } from './KitPlace.tsx'
import type { DecidedGate } from './gateFacts.ts'
import { PeoplePlace } from './PeoplePlace.tsx'
import { PressurePlace } from './PressurePlace.tsx'
import { PressuresTaken } from './PressuresTaken.tsx'
import { RidePlace } from './RidePlace.tsx'
import { TalkedPlace } from './TalkedPlace.tsx'
import type { Ready, ReadyGate } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

type Props = { gate: ReadyGate; ready: Ready }

const told: Partial<Record<ReadyGate['id'], (props: PlaceProps) => ReactNode>> = {
  fasting: FastingPlace,
  standing: StandingPlace,
  equipment: EquipmentPlace,
  rems: RemsPlace,
  closing: ClosingPlace,
  talked: TalkedPlace,
  count: CountPlace,
  today: TodayPlace,
  medicines: MedicinesPlace,
  pregnancy: TestPlace,
  report: ReportPlace,
  changes: ChangesPlace,
  substances: SubstancesPlace,
}
/** Told by those who may give the medicine, and nobody else. */
const byMedical: readonly ReadyGate['id'][] = ['count', 'rems', 'pregnancy', 'report']

/** What is typed in place, because it is done at the bedside. */
export function GatePlace({ gate, ready }: Props) {
  const { id, state, because } = gate
  const { can } = ready
  if (id === 'people' && can.note)
    return <Fold open={state !== 'met'}>{() => <PeoplePlace ready={ready} />}</Fold>
  if (id === 'ride' && can.name) return <RidePlace ready={ready} />
  if (id === 'pressure') return <PressureParts ready={ready} state={state} code={because.code} />
  return <ToldPlace gate={gate} ready={ready} />
}

/** What is told on the day, by whoever may tell it; of a first journey there is nothing to tell. */
function ToldPlace({ gate: { id, state, because }, ready }: Props) {
  const { can } = ready
  const Place = told[id]
  const may = byMedical.includes(id) ? can.tellMedicine : can.tell
  if (!Place || !may || because.code === 'talked-first') return null
  const place = (
    <Fold key={state} open={state !== 'met'}>
      {(onDone) => <Place ready={ready} onDone={onDone} />}
    </Fold>
  )
  if (because.code !== 'changes-some' || !can.decide) return place
  return (
    <div className="ready-lines">
      <ReviewPlace ready={ready} onDone={nothing} />
      {place}
    </div>
  )
}

const nothing = () => undefined

/** What was measured, each to be corrected; and, where measuring again can change anything, the place for it. */
function PressureParts({ ready, state, code }: { ready: Ready; state: ReadyGate['state']; code: string }) {
  const again = state !== 'met' && code !== 'pressure-not-today' && code !== 'pressure-decided-against'
  return (
    <>
      <PressuresTaken ready={ready} again={again && ready.can.take} />
      {again && ready.can.take && <PressurePlace ready={ready} />}
    </>
  )
}

/** What is met already is told anew on demand. */
function Fold({ open, children }: { open: boolean; children: (onDone: () => void) => ReactNode }) {
  const own = useWords(words)
  const [shown, show] = useState(false)
  if (open || shown) return children(() => show(false))
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

/** A prescriber’s written decision for today, where the gate waits for one. */
function decided(gateId: DecidedGate, ...codes: readonly string[]) {
  return ({ gate, ready }: Props): ReactNode =>
    ready.can.decide && codes.includes(gate.because.code) && <DecideDay ready={ready} gate={gateId} />
}

const acts: Partial<Record<ReadyGate['id'], (props: Props) => ReactNode>> = {
  asked: ({ gate, ready }) =>
    ready.can.ask && gate.because.code !== 'asked-own-screen' && <AskAlone ready={ready} />,
  suicide: ({ gate, ready }) =>
    ready.can.askSafety && gate.because.code === 'suicide-not-asked' && <AskSafety ready={ready} />,
  pressure: decided('pressure', 'pressure-needs-decision'),
  standing: decided('standing', 'standing-drops'),
  count: decided('count', 'count-differs'),
  today: decided('today', 'today-weighs'),
  medicines: decided('medicines', 'medicines-taken'),
  report: decided('report', 'report-none', 'report-old', 'report-concern'),
  substances: decided('substances', 'substances-weighs'),
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
