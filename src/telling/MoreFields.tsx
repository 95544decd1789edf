import { type FormEvent, type ReactNode } from 'react'
import { instant } from '../kernel/instant.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { PartialDate } from '../platform/ui/PartialDate.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { useWrongFirst } from '../platform/ui/useWrongFirst.web.ts'
import { DraftLine } from '../practice/DraftLine.tsx'
import { useCareClock } from '../practice/useCareClock.web.ts'
import { useDraft } from '../practice/useDraft.web.ts'
import { isOther, moreDraft, moreOf, withMore, wrongPart } from './more.web.ts'
import type { Said } from './telling.ts'
import type { ToldHere } from './useOwnTelling.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  asksWhen: boolean
  told: ToldHere
  onTell: (said: Omit<Said, 'question'>) => Promise<void>
  /** Said under it where nothing waits: that all of it is kept. */
  saved: ReactNode
}

/** When it was, as exactly as it is known, and a few words; both may stay empty. Kept in the tab until they are kept for good. */
export function MoreFields({ asksWhen, told, onTell, saved }: Props) {
  const said = useWords(words)
  const careNow = useCareClock()
  // The name is another once this is kept, so that a form that begins anew finds nothing of the old one.
  const draft = useDraft(moreDraft(told), moreOf(told))
  const { form, find, tried } = useWrongFirst()
  const now = instant(careNow())
  const wrong = wrongPart(draft.said.when, now)
  const isChanged = isOther(draft.said, told)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    find()
    if (wrong || !isChanged) return
    void onTell(withMore(told, draft.said)).then(draft.forget)
  }
  return (
    <>
      <form ref={form} className="tl-history-more" onSubmit={keep} noValidate>
        {asksWhen && (
          <PartialDate
            words={said.when}
            value={draft.said.when}
            error={tried && wrong ? said.wrong[wrong](String(new Date(now).getFullYear())) : undefined}
            wrong={wrong}
            onChange={(when) => draft.say({ ...draft.said, when })}
          />
        )}
        <TextArea
          label={said.more}
          hint={said.moreHint}
          optional
          ownWords
          rows={2}
          maxLength={1000}
          value={draft.said.words}
          onChange={(text) => draft.say({ ...draft.said, words: text })}
        />
        {isChanged && (
          <>
            <Button size="small" type="submit">
              {said.keep}
            </Button>
            <DraftLine draft={draft} beside={said.answerKept} />
          </>
        )}
      </form>
      {!isChanged && saved}
    </>
  )
}
