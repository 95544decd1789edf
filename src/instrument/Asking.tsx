import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Settling } from '../platform/ui/Settling.tsx'
import { HelpNow, type Told } from '../safety/HelpNow.tsx'
import { BegunIn } from './BegunIn.tsx'
import { AskingList } from './AskingList.tsx'
import { AskingReview } from './AskingReview.tsx'
import { AskingSent } from './AskingSent.tsx'
import { refusedOf } from './askingRefused.web.ts'
import type { AskingNow } from './instrument.contract.ts'
import { NotTaken } from './NotTaken.tsx'
import { Question, type Answering } from './Question.tsx'
import type { Language } from './response.ts'
import { useAsking, type Begun } from './useAsking.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  begun: Begun
  now: AskingNow
  outbox: Outbox
  personId: string
  pace: 'one' | 'list'
  /** On to what else is asked now; nothing where that was all. */
  onNext: (() => void) | undefined
  onScreen: (() => void) | undefined
  onAnew: (language: Language) => void
  /** An answer before this form has opened it: help stays to its end. */
  opened: boolean
}

export function Asking({ begun, now, outbox, personId, pace, onNext, onScreen, onAnew, opened }: Props) {
  const asking = useAsking(begun, { outbox, personId, pace, onScreen })
  const { view, show, progress, danger } = asking
  const told = toldOf(begun, now, outbox)
  const { onward, slip, slipWords } = useWords(words)
  if (view.kind === 'help')
    return (
      <Settling>
        <HelpNow told={told} reading={now.reading} phone={now.phone}>
          <Button onPress={() => show(view.onward)}>{onward}</Button>
          <Button kind="link" onPress={() => show(view.answered)}>
            {slip}
          </Button>
        </HelpNow>
        <p className="tl-quiet-words">{slipWords}</p>
      </Settling>
    )
  if (view.kind === 'sent')
    return (
      <AskingSent
        begun={begun}
        now={now}
        progress={progress}
        told={danger || opened ? told : undefined}
        outbox={outbox}
        // After such an answer no more is asked for now: the home page says who has it, and where to turn.
        onNext={danger || opened ? undefined : onNext}
      />
    )
  return (
    <>
      <NotTaken outbox={outbox} />
      <BegunIn instrument={begun.instrument} begunIn={begun.language} onAnew={onAnew}>
        <Body asking={asking} begun={begun} outbox={outbox} />
      </BegunIn>
    </>
  )
}

type BodyProps = { asking: ReturnType<typeof useAsking>; begun: Begun; outbox: Outbox }

function Body({ asking, begun: { instrument }, outbox }: BodyProps) {
  const { view, progress, asked } = asking
  const saving = { waiting: outbox.waiting.length > 0, offline: outbox.why !== undefined }
  const answering: Answering = { onAnswer: asking.answer, onLeaveOut: asking.leaveOut }
  const common = { instrument, progress }
  if (view.kind === 'list') return <AskingList {...common} {...answering} {...saving} onSend={asking.send} />
  if (view.kind !== 'question')
    return (
      <AskingReview
        {...common}
        danger={asking.danger}
        onChange={(place) => asking.show(asking.at(place))}
        onSend={asking.send}
      />
    )
  return (
    <Question
      key={String(asked[view.place]?.id)}
      {...common}
      {...answering}
      {...saving}
      place={view.place}
      onGo={(place) => asking.show(asking.at(place))}
    />
  )
}

/** What is true: someone is named by the server, or it was not taken, or it is on its way, or it cannot be sent now. */
function toldOf({ instrument, id }: Begun, { due, last }: AskingNow, outbox: Outbox): Told {
  const { why, waiting } = outbox
  const named =
    due.find((one) => one.instrument.id === instrument.id)?.told ?? (last?.id === id ? last.told : null)
  if (named) return { state: 'told', ...named }
  if (refusedOf(outbox, id).length > 0) return { state: 'refused' }
  return { state: why !== undefined && waiting.length > 0 ? 'not-told' : 'telling' }
}
