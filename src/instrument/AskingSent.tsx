import { useEffect, useRef, useState } from 'react'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { HelpNow, type Told } from '../safety/HelpNow.tsx'
import type { Progress } from './asking.ts'
import { refusedOf } from './askingRefused.web.ts'
import { AnsweredList } from './AskingReview.tsx'
import type { Instrument } from './instrument.ts'
import type { AskingNow } from './instrument.contract.ts'
import { NotTaken } from './NotTaken.tsx'
import { medicalFlagged } from './response.ts'
import { mayOpenScreen } from './screen.ts'
import { score } from './score.ts'
import type { Begun } from './useAsking.web.ts'
import { isWorded } from './ownWords.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  begun: Pick<Begun, 'id' | 'instrument' | 'language'>
  now: AskingNow
  progress: Progress
  told: Told | undefined
  outbox: Outbox
  onNext: (() => void) | undefined
}

/** Never a number alone, and never a form that closes on someone: help stays where an answer asked for it. */
export function AskingSent({ told, ...props }: Props) {
  const { now, onNext, begun, outbox, progress } = props
  const { instrument, id } = begun
  const { sent } = useWords(words)
  const language = useLanguage()
  const isUnscreened = mayOpenScreen(instrument) && !(now.screen && isWorded(now.screen, language))
  const isUnhanded = useUnhanded(outbox, id)
  const unhanded = { begun, outbox, progress }
  if (!told) return isUnhanded ? <UnhandedAlone {...unhanded} /> : <Thanks {...props} />
  return (
    <HelpNow told={told} reading={now.reading} phone={now.phone}>
      {isUnhanded && <Unhanded {...unhanded} />}
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

function Thanks({ begun: { instrument }, now, progress, outbox, onNext }: Omit<Props, 'told'>) {
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

/** Once refused it stays so on this page, also when its reason was read and put away. */
function useUnhanded(outbox: Outbox, id: string): boolean {
  const isRefused = refusedOf(outbox, id).length > 0
  const [wasRefused, remember] = useState(isRefused)
  if (isRefused && !wasRefused) remember(true)
  return isRefused || wasRefused
}

type UnhandedProps = Pick<Props, 'begun' | 'outbox' | 'progress'>

function UnhandedAlone(props: UnhandedProps) {
  const { sent } = useWords(words)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {sent.unhanded}
      </h1>
      <Unhanded {...props} />
      <div className="tl-row">
        <LinkButton href="/me/help">{sent.unhandedHelp}</LinkButton>
        <LinkButton kind="link" href="/me">
          {sent.home}
        </LinkButton>
      </div>
    </>
  )
}

/** It did not arrive, and will not by itself: what was answered is here to be read out, and that is said. */
function Unhanded({ begun: { instrument, language }, outbox, progress }: UnhandedProps) {
  const { sent } = useWords(words)
  return (
    <div>
      <p>{sent.unhandedWords}</p>
      <NotTaken outbox={outbox} />
      <Disclosure title={sent.unhandedAnswers}>
        <AnsweredList {...{ instrument, progress, language }} />
      </Disclosure>
    </div>
  )
}
