import { useState } from 'react'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { Button } from '../platform/ui/Button.tsx'
import { ProblemNotice } from '../platform/ui/ProblemNotice.tsx'
import { HelpNow, type Told } from '../safety/HelpNow.tsx'
import { AskingReview } from './AskingReview.tsx'
import { AskingSent } from './AskingSent.tsx'
import { answered, firstOpen, itemsAsked, leftOut, toSend, type Progress } from './asking.ts'
import { keepDraft, sendAnswers, type AskingNow } from './instrument.contract.ts'
import type { Instrument, ItemId } from './instrument.ts'
import { Question } from './Question.tsx'
import { dangerFlagged, type Withholding } from './response.ts'
import { score } from './score.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export interface Begun {
  readonly instrument: Instrument
  readonly id: string
  readonly progress: Progress
  /** Something was answered before. */
  readonly begun: boolean
}

type View =
  | { readonly kind: 'question'; readonly place: number }
  | { readonly kind: 'help'; readonly place: number }
  | { readonly kind: 'review' }
  | { readonly kind: 'sent' }

type Props = { begun: Begun; now: AskingNow; outbox: Outbox; personId: string }

export function Asking({ begun, now, outbox, personId }: Props) {
  const asking = useAsking(begun, { outbox, personId })
  const { view, show, progress, asked, danger } = asking
  const told = toldOf(begun, now, outbox)
  const { onward } = useWords(words)
  if (view.kind === 'help')
    return (
      <HelpNow told={told} reading={now.reading} phone={now.phone}>
        <Button onPress={() => show(asking.at(view.place))}>{onward}</Button>
      </HelpNow>
    )
  if (view.kind === 'sent')
    return <AskingSent now={now} progress={progress} told={danger ? told : undefined} outbox={outbox} />
  if (view.kind === 'review')
    return (
      <>
        <Refused outbox={outbox} />
        <AskingReview
          instrument={begun.instrument}
          progress={progress}
          onChange={(place) => show({ kind: 'question', place })}
          onSend={asking.send}
        />
      </>
    )
  return (
    <>
      <Refused outbox={outbox} />
      <Question
        key={String(asked[view.place]!.id)}
        instrument={begun.instrument}
        progress={progress}
        place={view.place}
        waiting={outbox.waiting.length > 0}
        offline={outbox.why !== undefined}
        onAnswer={(id, value) => asking.give(answered(progress, id, value), view.place)}
        onLeaveOut={(id: ItemId, why: Withholding) => asking.give(leftOut(progress, id, why), view.place)}
        onGo={(place) => show(asking.at(place))}
      />
    </>
  )
}

function useAsking(begun: Begun, { outbox, personId }: { outbox: Outbox; personId: string }) {
  const { instrument, id } = begun
  const language = useLanguage()
  const [progress, setProgress] = useState(begun.progress)
  const [view, show] = useState<View>(() =>
    viewAt(instrument, begun.progress, firstOpen(instrument, begun.progress)),
  )
  const sheet = ({ answers, withheld }: Progress) =>
    ({ personId, id, instrumentId: instrument.id, language, answers, withheld }) as const
  const give = (next: Progress, place: number) => {
    setProgress(next)
    void outbox.put(keepDraft, sheet(next))
    const alarmed = isDanger(instrument, next) && !isDanger(instrument, progress)
    show(alarmed ? { kind: 'help', place: place + 1 } : viewAt(instrument, next, place + 1))
  }
  const send = () => {
    const last = toSend(instrument, progress)
    setProgress(last)
    void outbox.put(sendAnswers, sheet(last))
    show({ kind: 'sent' })
  }
  return {
    view,
    show,
    progress,
    give,
    send,
    danger: isDanger(instrument, progress),
    asked: itemsAsked(instrument, progress),
    at: (place: number) => viewAt(instrument, progress, place),
  }
}

function viewAt(instrument: Instrument, progress: Progress, place: number): View {
  const inRange = place < itemsAsked(instrument, progress).length
  return inRange ? { kind: 'question', place: Math.max(0, place) } : { kind: 'review' }
}

/** The same rule as on the server, so that help is there at once, with or without a network. */
function isDanger(instrument: Instrument, { answers }: Progress): boolean {
  const scored = score(instrument, answers)
  return scored.status !== 'invalid' && dangerFlagged(instrument, scored)
}

/** What is true: someone is named by the server, or it is on its way, or it cannot be sent now. */
function toldOf({ instrument, id }: Begun, { due, last }: AskingNow, { why, waiting }: Outbox): Told {
  const named =
    due.find((one) => one.instrument.id === instrument.id)?.told ?? (last?.id === id ? last.told : null)
  if (named) return { state: 'told', ownerName: named.ownerName }
  return { state: why !== undefined && waiting.length > 0 ? 'not-told' : 'telling' }
}

function Refused({ outbox }: { outbox: Outbox }) {
  const { refused, understood } = useWords(words)
  const [first] = outbox.refused
  if (!first) return null
  return (
    <>
      <ProblemNotice
        problem={{ happened: first.refusal?.title || refused, next: first.refusal?.detail ?? '' }}
      />
      <Button size="small" onPress={() => void outbox.dismiss(first.order)}>
        {understood}
      </Button>
    </>
  )
}
