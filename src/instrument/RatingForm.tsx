import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Instant } from '../kernel/instant.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { plural } from '../platform/i18n/plural.ts'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { isOpen } from './asking.ts'
import { askableAs, answerOfKey, reasonsFor } from './rating.ts'
import { RatingDanger } from './RatingDanger.tsx'
import { RatingItem } from './RatingItem.tsx'
import { RatingWhen, whenFault, whenOf, type When } from './RatingWhen.tsx'
import { Saving } from './Question.tsx'
import { useCareClock, useRating, type Written } from './useRating.web.ts'
import { focusUnread } from './unread.web.ts'
import { useSettledFirst } from './useSettled.web.ts'
import { focusPlace, useRatingKeys, type Pressed } from './useRatingKeys.web.ts'
import { en } from './words.rating.en.ts'
import { es } from './words.rating.es.ts'

const words = { en, es }

type Props = {
  first: Written
  outbox: Outbox
  personId: string
  careNow: Instant
  ownerName: string | null
  onSaved: (written: Written, handled: boolean) => void
  onSetAside: () => void
}

/** All items on one page, quick by keyboard: a number answers and goes on. Nothing is chosen beforehand. */
export function RatingForm({ first, outbox, personId, careNow, ownerName, onSaved, onSetAside }: Props) {
  const rating = useRating(first, { outbox, personId })
  const { written, asked } = rating
  const list = useRef<HTMLDivElement>(null)
  useItemKeys(list, rating)
  const { timeZone } = usePlace()
  const [when, setWhen] = useState(() => whenOf(first.ratedAt, timeZone))
  const [tried, attempt] = useState(false)
  const now = useCareClock(careNow)
  const faults = {
    when: whenFault(when, now()),
    copy: isOwnCopy(written) && written.readFrom.trim() === '',
    handling: rating.danger && rating.handling?.trim() === '',
  }
  const [held, hold] = useState(false)
  const save = useSettledFirst(() => {
    // What is wrong is drawn first, and the focus goes to it: on a phone it may stand far above.
    flushSync(() => attempt(true))
    const isHeld = focusUnread(list.current)
    hold(isHeld)
    if (isHeld || faults.when || faults.copy || faults.handling) return
    rating.send()
    onSaved(written, rating.danger && rating.handling !== null)
  })
  return (
    <div className="tl-rate" ref={list}>
      <Head written={written} />
      <About {...{ rating, when, setWhen }} faults={tried ? faults : undefined} />
      <ol className="tl-rate-list">
        {asked.map((item, place) => (
          <RatingItem
            key={String(item.id)}
            {...{ item, place, written }}
            onAnswer={(value) => rating.answer(item, value)}
            onLeaveOut={(why) => rating.leaveOut(item, why)}
          />
        ))}
      </ol>
      {rating.danger && (
        <RatingDanger {...{ rating, ownerName }} missing={tried && faults.handling === true} />
      )}
      <Foot {...{ written, asked, outbox, onSetAside, held }} onSave={save} />
    </div>
  )
}

const isOwnCopy = ({ instrument, language }: Written) => askableAs(instrument, language) === 'own-copy'

function Head({ written: { instrument, language, replaces, progress } }: { written: Written }) {
  const { form } = useWords(words)
  const place = usePlace()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const wording = instrument.languages[language]
  const how = !wording ? form.ownCopy : instrument.rater === 'clinician' ? form.rated : form.together
  const isBegun = Object.keys(progress.withheld).length > 0
  return (
    <header className="tl-rate-head">
      <h1 tabIndex={-1} ref={heading} data-begun={isBegun || undefined}>
        {wording?.title ?? instrument.name}
      </h1>
      <p className="tl-lead">{how}</p>
      {replaces && <Notice>{form.corrects(formatDate(replaces.at, place, 'moment'), replaces.by)}</Notice>}
      {wording?.stem && (
        <p className="tl-rate-stem" lang={language}>
          {wording.stem}
        </p>
      )}
    </header>
  )
}

type AboutProps = {
  rating: ReturnType<typeof useRating>
  when: When
  setWhen: (when: When) => void
  faults: { when: 'missing' | 'future' | 'long' | undefined; copy: boolean } | undefined
}

/** In which language, when, and from which copy: what is usual is chosen, and passed over by a keyboard's one Tab each. */
function About({ rating: { written, change }, when, setWhen, faults }: AboutProps) {
  const { form } = useWords(words)
  const { instrument, language } = written
  const spoken = (['en', 'es'] as const).filter((each) => askableAs(instrument, each))
  const tell = (next: When) => {
    setWhen(next)
    if (next.ratedAt !== written.ratedAt) change({ ratedAt: next.ratedAt })
  }
  return (
    <div className="tl-rate-about">
      {spoken.length > 1 && (
        <Choice
          label={form.language}
          value={language}
          onChange={(next) => change({ language: next })}
          options={spoken.map((value) => ({ value, words: form.languages[value] }))}
        />
      )}
      <RatingWhen when={when} onChange={tell} fault={faults?.when} />
      {isOwnCopy(written) && (
        <TextField
          label={form.copy}
          hint={form.copyHint}
          value={written.readFrom}
          maxLength={200}
          error={faults?.copy ? form.copyMissing : undefined}
          onChange={(readFrom) => change({ readFrom })}
        />
      )}
    </div>
  )
}

function useItemKeys(list: React.RefObject<HTMLElement | null>, rating: ReturnType<typeof useRating>) {
  const { form } = useWords(words)
  const { asked, written } = rating
  useRatingKeys(list, (pressed: Pressed) => {
    const place =
      pressed.place ??
      Math.max(
        0,
        asked.findIndex((item) => isOpen(written.progress, item)),
      )
    const item = asked[place]
    if (!item) return false
    const value = answerOfKey(item, pressed)
    const why = reasonsFor(item).find((each) => form.keys[each] === pressed.key)
    if (value === undefined && !why) return false
    // Drawn before the next key comes, however quickly it does: it then belongs to the next item.
    flushSync(() => (value === undefined ? rating.leaveOut(item, why!) : rating.answer(item, value)))
    focusPlace(list.current, place + 1)
    return true
  })
}

type FootProps = {
  written: Written
  asked: ReturnType<typeof useRating>['asked']
  outbox: Outbox
  /** Something above has to be put right first. */
  held: boolean
  onSave: () => void
  onSetAside: () => void
}

function Foot({ written, asked, outbox, held, onSave, onSetAside }: FootProps) {
  const { form } = useWords(words)
  const language = useLanguage()
  const open = asked.filter((item) => isOpen(written.progress, item)).length
  return (
    <footer className="tl-rate-foot">
      <p className="tl-quiet-words">{form.unknown}</p>
      {open > 0 && <p>{plural(language, open, form.open)}</p>}
      {held && <p role="alert">{form.held}</p>}
      <div className="tl-row" data-save>
        <Button kind="act" onPress={onSave}>
          {form.save}
        </Button>
        <Button kind="link" onPress={onSetAside}>
          {form.later}
        </Button>
        <Saving
          waiting={outbox.waiting.length > 0}
          offline={outbox.why !== undefined}
          begun={open < asked.length}
        />
      </div>
      <p className="tl-quiet-words tl-ask-keys">{form.keysWords}</p>
    </footer>
  )
}
