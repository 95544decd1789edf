import { useEffect, useRef } from 'react'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { HelpNow, type Told } from '../safety/HelpNow.tsx'
import type { Progress } from './asking.ts'
import type { Instrument } from './instrument.ts'
import type { AskingNow } from './instrument.contract.ts'
import { medicalFlagged } from './response.ts'
import { mayOpenScreen } from './screen.ts'
import { score } from './score.ts'
import { isWorded } from './ownWords.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  instrument: Instrument
  now: AskingNow
  progress: Progress
  told: Told | undefined
  outbox: Outbox
  onNext: (() => void) | undefined
}

/** Never a number alone, and never a form that closes on someone: help stays where an answer asked for it. */
export function AskingSent({ told, ...props }: Props) {
  const { now, onNext, instrument } = props
  const { sent } = useWords(words)
  const language = useLanguage()
  const isUnscreened = mayOpenScreen(instrument) && !(now.screen && isWorded(now.screen, language))
  if (!told) return <Thanks {...props} />
  return (
    <HelpNow told={told} reading={now.reading} phone={now.phone}>
      {isUnscreened && <p>{sent.unscreened}</p>}
      <Onward onNext={onNext} />
    </HelpNow>
  )
}

function Onward({ onNext }: Pick<Props, 'onNext'>) {
  const { sent } = useWords(words)
  return (
    <>
      {onNext && <Button onPress={onNext}>{sent.next}</Button>}
      <LinkButton kind={onNext ? 'link' : undefined} href="/me">
        {sent.home}
      </LinkButton>
    </>
  )
}

function Thanks({ instrument, now, progress, outbox, onNext }: Omit<Props, 'told'>) {
  const { sent } = useWords(words)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const reader = now.readers[0]?.name
  const held = outbox.why !== undefined && outbox.waiting.length > 0
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {sent.title}
      </h1>
      <p className="tl-lead">{held ? sent.waiting : reader ? sent.lead(reader) : sent.leadNone}</p>
      {Object.values(progress.withheld).includes('in-person') && <p>{sent.inPerson}</p>}
      {isMedical(instrument, progress) && <Notice title={sent.medical}>{sent.medicalWords}</Notice>}
      <div className="tl-row">
        <Onward onNext={onNext} />
      </div>
    </>
  )
}

function isMedical(instrument: Instrument, { answers }: Progress): boolean {
  const scored = score(instrument, answers)
  return scored.status !== 'invalid' && medicalFlagged(instrument, scored)
}
