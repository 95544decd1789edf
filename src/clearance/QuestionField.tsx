import { useState } from 'react'
import type { output } from 'zod/v4/core'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { noDate, PartialDate, partialDateOf } from '../platform/ui/PartialDate.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import type { AnswerFault, Answering } from './answering.ts'
import type { QuestionShape } from './table.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  question: output<typeof QuestionShape>
  answering: Answering
  fault: AnswerFault | null
  onChange: (answering: Answering) => void
}

/** One question: its answers, "cannot be known" with a word of why, and for a date as much of it as is known. */
export function QuestionField({ question, answering, fault, onChange }: Props) {
  const { ask } = useWords(words)
  const { language } = usePlace()
  const offered =
    question.kind === 'date'
      ? [
          { value: 'on', words: ask.onDate },
          { value: 'never', words: question.never[language] },
        ]
      : question.options.map(({ value, label }) => ({ value, words: label[language] }))
  return (
    <div className="tl-question">
      <Choice
        label={question.ask[language]}
        options={[...offered, { value: 'cannot-be-known', words: ask.cannotBeKnown }]}
        value={answering.answer === '' ? undefined : answering.answer}
        onChange={(answer) => onChange({ ...answering, answer })}
      />
      {answering.answer === 'on' && (
        <DateOf
          error={fault && fault !== 'noteMissing' ? ask[fault] : undefined}
          onChange={(on) => onChange({ ...answering, on })}
        />
      )}
      {answering.answer === 'cannot-be-known' && (
        <TextField
          label={ask.note}
          hint={ask.noteHint}
          value={answering.note}
          error={fault === 'noteMissing' ? ask.noteMissing : undefined}
          onChange={(note) => onChange({ ...answering, note })}
        />
      )}
    </div>
  )
}

function DateOf({ error, onChange }: { error: string | undefined; onChange: (on: string) => void }) {
  const { date } = useWords(words)
  const [typed, type] = useState(noDate)
  return (
    <PartialDate
      words={date}
      value={typed}
      error={error}
      onChange={(next) => {
        type(next)
        onChange(partialDateOf(next))
      }}
    />
  )
}
