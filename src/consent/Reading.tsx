import { useEffect, useState } from 'react'
import { useSend } from '../platform/http/useAsk.web.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Steps } from '../platform/ui/Steps.tsx'
import { RecordingForm, TouchForm } from './ChoiceForm.tsx'
import { keepPlace, openConsent, type ConsentNow } from './consent.contract.ts'
import { ConsentText } from './ConsentText.tsx'
import { nothingChosen, type Choices } from './document.ts'
import { Signing } from './Signing.tsx'
import { useSitting } from './sitting.web.ts'
import { StopHere } from './StopHere.tsx'
import { TeachStep } from './TeachStep.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  personId: string
  now: ConsentNow
  onSigned: (signatureId: string) => void
  onLeave: () => void
}

/** Six calm pages, the main points in own words, and a last page; one at a time, back and forth as one likes. */
export function Reading({ personId, now, onSigned, onLeave }: Props) {
  const document = now.documents[useLanguage()]
  const openingId = useOpening(personId)
  const { place, choices, go, choose } = usePlaceKept(personId, now, document.version)
  const screen = document.screens[place]
  const pages = document.screens.length
  const total = pages + (now.window.open ? 2 : 0)
  useTop(place)
  if (!screen && (place === pages || now.untaught.length > 0))
    return (
      <TeachStep
        {...{ personId, document, now }}
        step={{ step: pages + 1, of: total }}
        onNext={() => go(pages + 1)}
        onBack={() => go(pages - 1)}
      />
    )
  if (!screen)
    return (
      <Signing
        step={{ step: total, of: total }}
        reading={{ personId, openingId, document, choices: trimmed(choices), personName: now.personName }}
        onBack={() => go(pages)}
        onSigned={onSigned}
      />
    )
  return (
    <div className="tl-consent">
      <Steps step={place + 1} of={total} title={screen.title} />
      <ConsentText document={document} screen={screen} />
      {screen.asks === 'touch' && <TouchForm document={document} choices={choices} onChange={choose} />}
      {screen.asks === 'recording' && (
        <RecordingForm document={document} choices={choices} onChange={choose} />
      )}
      <Turn
        onNext={place + 1 < total ? () => go(place + 1) : undefined}
        onBack={() => (place === 0 ? onLeave() : go(place - 1))}
      />
    </div>
  )
}

/** On this device at every touch, and for every other one at each page that is turned. */
function usePlaceKept(personId: string, now: ConsentNow, documentVersion: string) {
  const [sitting, keep] = useSitting(personId, { place: now.place?.page ?? 0, choices: begun(now) })
  const { mutate } = useSend(keepPlace)
  const { place, choices } = sitting
  const { touch, recording } = choices
  return {
    place,
    choices,
    go: (page: number) => {
      keep({ ...sitting, place: page })
      mutate({ personId, documentVersion, page, choices: { touch, recording } })
    },
    choose: (chosen: Choices) => keep({ ...sitting, choices: chosen }),
  }
}

/** What they had chosen when they stopped, or what holds now; and the stop signal of this course, so that nobody writes it twice. */
const begun = ({ choices, stop, place }: ConsentNow): Choices => {
  const chosen = { ...(choices ?? nothingChosen), ...place?.choices }
  return { ...chosen, stop: stop ?? chosen.stop }
}

/** As the server reads it. */
const trimmed = ({ stop, ...choices }: Choices): Choices => ({
  ...choices,
  stop: { word: stop.word.trim(), gesture: stop.gesture.trim() },
})

type TurnProps = { onNext: (() => void) | undefined; onBack: () => void }

function Turn({ onNext, onBack }: TurnProps) {
  const { read } = useWords(words)
  return (
    <div className="tl-row">
      {onNext && (
        <Button kind="act" onPress={onNext}>
          {read.next}
        </Button>
      )}
      <Button onPress={onBack}>{read.back}</Button>
      <StopHere />
    </div>
  )
}

/** Tells the server that reading has begun: from there it knows how long a signature took. */
function useOpening(personId: string): string {
  const now = useLanguage()
  const [{ id, language }] = useState(() => ({ id: newId(), language: now }))
  const { mutate } = useSend(openConsent)
  useEffect(() => mutate({ personId, id, language }), [mutate, personId, id, language])
  return id
}

/** A new page is read from its top. */
function useTop(place: number) {
  useEffect(() => {
    window.scrollTo(0, 0)
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true })
  }, [place])
}
