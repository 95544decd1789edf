import { useEffect, useRef } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { HelpNow, type Told } from '../safety/HelpNow.tsx'
import type { Progress } from './asking.ts'
import type { AskingNow } from './instrument.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { now: AskingNow; progress: Progress; told: Told | undefined; outbox: Outbox }

/** Never a number alone, and never a form that closes on someone: help stays where an answer asked for it. */
export function AskingSent({ now, progress, told, outbox }: Props) {
  const { sent } = useWords(words)
  if (!told) return <Thanks now={now} progress={progress} outbox={outbox} />
  return (
    <HelpNow told={told} reading={now.reading} phone={now.phone}>
      <LinkButton href="/me">{sent.home}</LinkButton>
    </HelpNow>
  )
}

function Thanks({ now, progress, outbox }: Omit<Props, 'told'>) {
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
      <LinkButton href="/me">{sent.home}</LinkButton>
    </>
  )
}
