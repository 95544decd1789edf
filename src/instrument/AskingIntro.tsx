import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { noteShown, refuseAsking } from '../measure/schedule.contract.ts'
import { listed, plural } from '../platform/i18n/plural.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import type { AskingNow } from './instrument.contract.ts'
import { minutesOf } from './kinds.ts'
import { useReadingSentence } from '../safety/useReadingSentence.web.ts'
import { callsAtOnce } from './screen.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  due: AskingNow['due'][number]
  now: AskingNow
  begun: boolean
  onBegin: () => void
  onPutOff: () => void
  outbox: Outbox
  personId: string
  children: ReactNode
}

/** Why we ask, who reads it and when, before anything is asked. */
export function AskingIntro({ due, now, begun, onBegin, onPutOff, outbox, personId, children }: Props) {
  const { intro, licence } = useWords(words)
  const language = useLanguage()
  const names = listed(
    language,
    now.readers.map(({ name }) => name),
  )
  const when = useReadingSentence()(now.reading)
  const show = useEffectEvent(() => void outbox.put(noteShown, { personId, instrumentId: due.instrument.id }))
  useEffect(() => show(), [])
  return (
    <>
      <h1>{intro.title}</h1>
      <Lead due={due} />
      {due.instrument.danger.length > 0 && !now.reading.openNow && (
        <NoOneReads when={when} calls={callsAtOnce(due.instrument)} />
      )}
      <Ways {...{ due, begun, onBegin, onPutOff, outbox, personId }} />
      <DefinitionList
        items={[
          { term: intro.why, detail: intro.whyWords },
          { term: intro.who, detail: names ? intro.whoWords(names) : intro.whoNone },
          { term: intro.when, detail: `${intro.whenWords} ${when}` },
        ]}
      />
      {due.instrument.danger.length > 0 && <Notice title={intro.danger}>{intro.dangerWords}</Notice>}
      {children}
      <Disclosure title={licence}>
        <p>{due.instrument.languages[language]?.title}</p>
        <p className="tl-quiet-words" lang="en">
          {due.instrument.licence.line}
        </p>
      </Disclosure>
    </>
  )
}

/** Said before anything is typed: nobody is at the other end now, and who is, at any hour. */
function NoOneReads({ when, calls }: { when: string; calls: boolean }) {
  const { intro } = useWords(words)
  return (
    <Notice title={intro.noOneReads}>
      <p>
        {when} {calls && `${intro.rightNow} `}
        {intro.anyHour}
      </p>
      <LinkButton size="small" href="tel:988">
        {intro.call988}
      </LinkButton>
    </Notice>
  )
}

function Lead({ due: { instrument, occasion } }: Pick<Props, 'due'>) {
  const { intro } = useWords(words)
  const language = useLanguage()
  const count = plural(language, instrument.items.length, intro.count)
  if (occasion === 'same-sitting')
    return (
      <p className="tl-lead">
        {intro.opened} {count}
      </p>
    )
  const again = occasion === 'after' || occasion === 'end' ? `${intro.again} ` : ''
  const span = intro.recall[String(instrument.recallDays) as keyof typeof intro.recall] ?? intro.recall.none
  const minutes = plural(language, minutesOf(instrument), intro.minutes)
  return (
    <p className="tl-lead">
      {again}
      {span} {count} {minutes} {intro.stop}
    </p>
  )
}

type WaysProps = Pick<Props, 'due' | 'begun' | 'onBegin' | 'onPutOff' | 'outbox' | 'personId'>

/** To begin, to keep it for later, or to put it off whole; what follows from each is said. */
function Ways({ due, begun, onBegin, onPutOff, outbox, personId }: WaysProps) {
  const { intro } = useWords(words)
  const isOpened = due.occasion === 'same-sitting'
  const about = { personId, instrumentId: due.instrument.id }
  const putOff = () => {
    void outbox.put(refuseAsking, about)
    onPutOff()
  }
  return (
    <>
      <div className="tl-row">
        <Button kind="act" onPress={onBegin}>
          {begun ? intro.goOn : intro.begin}
        </Button>
        <LinkButton kind="link" href="/me">
          {intro.notNow}
        </LinkButton>
        {!isOpened && (
          <Button kind="link" onPress={putOff}>
            {intro.notThisTime}
          </Button>
        )}
      </div>
      {!isOpened && <p className="tl-quiet-words">{intro.follows}</p>}
    </>
  )
}
