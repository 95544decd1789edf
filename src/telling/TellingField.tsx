import { useEffect, useRef, useState } from 'react'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { SavedLine } from '../platform/ui/SavedLine.tsx'
import { MoreFields } from './MoreFields.tsx'
import type { Said } from './telling.ts'
import type { TellingNow } from './telling.contract.ts'
import type { ToldHere } from './useOwnTelling.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  id: string
  question: TellingNow['questions'][number]
  told: ToldHere | undefined
  /** Resolves once it is safe on this device. */
  onTell: (said: Omit<Said, 'question'>) => Promise<void>
  onAnswer: (answer: string) => Promise<void>
}

/** One question: kept as soon as it is answered, with why it is asked, and what may be added to a yes. */
export function TellingField({ id, question, told, onTell, onAnswer }: Props) {
  const said = useWords(words)
  const { language } = usePlace()
  const more = question.answers.find(({ value }) => value === told?.answer)?.more ?? 'none'
  const place = useRef<HTMLDivElement>(null)
  const [kept, count] = useState(0)
  // What was pressed is gone once it is kept: whoever pressed it goes on from where that is said.
  useEffect(() => {
    if (kept > 0) place.current?.focus()
  }, [kept])
  const keep = (one: Omit<Said, 'question'>) => onTell(one).then(() => count((times) => times + 1))
  const saved = told && (
    <div ref={place} tabIndex={-1}>
      <SavedLine saved={{ state: told.waits ? 'kept' : 'saved', at: told.toldAt }} />
    </div>
  )
  return (
    <div className="tl-history-question" id={id}>
      <RadioGroup
        label={question.ask[language]}
        options={question.answers.map(({ value, label }) => ({ value, words: label[language] }))}
        value={told?.answer}
        onChange={(answer) => void onAnswer(answer)}
        atOnce
      />
      {told && more !== 'none' && (
        <MoreFields
          key={`${told.answer} ${told.on ?? ''} ${told.words}`}
          asksWhen={more === 'when'}
          told={told}
          onTell={keep}
          saved={saved}
        />
      )}
      {more === 'none' && saved}
      <Disclosure title={said.why}>
        <p>{question.why[language]}</p>
      </Disclosure>
    </div>
  )
}
