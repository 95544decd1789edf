import { useState } from 'react'
import { useSearch } from 'wouter'
import { Refusal } from '../access/Refusal.tsx'
import { PersonFrame } from '../course/PersonFrame.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useLanguage } from '../platform/i18n/LanguageProvider.tsx'
import { useKept } from '../platform/offline/useKept.web.ts'
import { useOutbox, type Outbox } from '../platform/offline/useOutbox.web.ts'
import { Loading } from '../platform/ui/Loading.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import type { Instrument } from './instrument.ts'
import { NotTaken } from './NotTaken.tsx'
import { askableAs } from './rating.ts'
import { readRatings, type RatingsNow } from './rating.contract.ts'
import { RatingChoice } from './RatingChoice.tsx'
import { RatingForm } from './RatingForm.tsx'
import { RatingSaved } from './RatingSaved.tsx'
import './asking.css'
import './rating.css'
import type { Language } from './response.ts'
import { begunIn, correctionOf } from './ratingBegun.web.ts'
import { suicideScreen } from './screen.ts'
import { blank, type Written } from './useRating.web.ts'

type Props = { params: { personId: string } }

/** Whoever takes part in the care asks, or judges, and writes it down; the address says nothing of what. */
export function RatingPage({ params: { personId } }: Props) {
  return (
    <PersonFrame personId={personId} current="measures">
      {({ person }) => <Rating key={personId} personId={personId} speaks={person.language} />}
    </PersonFrame>
  )
}

type Shown =
  | { readonly kind: 'choice' }
  | { readonly kind: 'form'; readonly written: Written }
  | { readonly kind: 'saved'; readonly written: Written; readonly handled: boolean }

function Rating({ personId, speaks }: { personId: string; speaks: Language }) {
  const { data, error } = useKept(readRatings, { personId })
  const outbox = useOutbox(`rating ${personId}`)
  const corrects = new URLSearchParams(useSearch()).get('corrects')
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  return (
    <>
      <NotTaken outbox={outbox} />
      <Shown now={data} {...{ outbox, personId, speaks, corrects }} />
    </>
  )
}

type ShownProps = {
  now: RatingsNow
  outbox: Outbox
  personId: string
  speaks: Language
  corrects: string | null
}

function Shown({ now, outbox, personId, speaks, corrects }: ShownProps) {
  const { me } = useHere()
  const own = useLanguage()
  const [shown, show] = useState<Shown>(() => firstShown(now, corrects))
  const begin = (instrument: Instrument) =>
    show({ kind: 'form', written: blank(instrument, newId(), languageFor(instrument, { speaks, own })) })
  const correct = (id: string) => {
    const written = correctionOf(now, id, newId())
    if (written) show({ kind: 'form', written })
  }
  if (shown.kind === 'form')
    return (
      <RatingForm
        key={shown.written.id}
        {...{ outbox, personId }}
        first={shown.written}
        careNow={now.careNow}
        ownerName={now.ownerName}
        onSaved={(written, handled) => show({ kind: 'saved', written, handled })}
        onSetAside={() => show({ kind: 'choice' })}
      />
    )
  if (shown.kind === 'saved')
    return (
      <RatingSaved
        {...shown}
        {...{ personId }}
        waiting={outbox.waiting.length > 0}
        offline={outbox.why !== undefined}
        by={me.name}
        at={now.careNow}
        ownerName={now.ownerName}
        onScreen={screenAfter(now, shown.written, begin)}
        onAnother={() => show({ kind: 'choice' })}
      />
    )
  return (
    <RatingChoice
      now={now}
      begun={begunIn(now, outbox.waiting)}
      personId={personId}
      onBegin={begin}
      onGoOn={(written) => show({ kind: 'form', written })}
      onCorrect={correct}
    />
  )
}

const firstShown = (now: RatingsNow, corrects: string | null): Shown => {
  const written = corrects === null ? undefined : correctionOf(now, corrects, newId())
  return written ? { kind: 'form', written } : { kind: 'choice' }
}

/** Read out in the language the person speaks, where there are words in it; a judgement is read by whoever judges. */
function languageFor(instrument: Instrument, { speaks, own }: { speaks: Language; own: Language }): Language {
  const wanted = instrument.rater === 'self' ? [speaks, own] : [own, speaks]
  const worded = wanted.find((language) => askableAs(instrument, language) === 'words')
  return worded ?? (askableAs(instrument, 'en') === 'words' ? 'en' : wanted[0]!)
}

/** "Same sitting": what opens the suicide screen offers it here and now. */
function screenAfter(now: RatingsNow, { instrument }: Written, begin: (screen: Instrument) => void) {
  const screen = now.instruments.find((one) => one.instrument.id === suicideScreen)?.instrument
  return screen && instrument.danger.includes('suicide-item-positive') ? () => begin(screen) : undefined
}
