import { useEffect, useState } from 'react'
import { useSend } from '../platform/http/useAsk.web.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Steps } from '../platform/ui/Steps.tsx'
import { RecordingForm, TouchForm } from './ChoiceForm.tsx'
import { openConsent, type ConsentNow } from './consent.contract.ts'
import { ConsentText } from './ConsentText.tsx'
import { nothingChosen, type Choices } from './document.ts'
import { Signing } from './Signing.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  personId: string
  now: ConsentNow
  onSigned: (signatureId: string) => void
  onLeave: () => void
}

/** Six calm pages and a last one; one at a time, back and forth as one likes. */
export function Reading({ personId, now, onSigned, onLeave }: Props) {
  const document = now.documents[useLanguage()]
  const openingId = useOpening(personId)
  const [place, go] = useState(0)
  const [choices, choose] = useState<Choices>(now.choices ?? nothingChosen)
  const screen = document.screens[place]
  const total = document.screens.length + (now.window.open ? 1 : 0)
  useTop(place)
  if (!screen)
    return (
      <Signing
        step={{ step: total, of: total }}
        reading={{ personId, openingId, document, choices, personName: now.personName }}
        onBack={() => go(place - 1)}
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
        last={place + 1 === document.screens.length}
        onBack={() => (place === 0 ? onLeave() : go(place - 1))}
      />
    </div>
  )
}

type TurnProps = { onNext: (() => void) | undefined; onBack: () => void; last: boolean }

function Turn({ onNext, onBack, last }: TurnProps) {
  const { read } = useWords(words)
  return (
    <div className="tl-row">
      {onNext && (
        <Button kind="act" onPress={onNext}>
          {last ? read.toSign : read.next}
        </Button>
      )}
      <Button onPress={onBack}>{read.back}</Button>
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
