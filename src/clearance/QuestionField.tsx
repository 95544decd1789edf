import { useState } from 'react'
import type { output } from 'zod/v4/core'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { PartialDate, partialDateOf, typedOf } from '../platform/ui/PartialDate.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import type { AnswerFault, Answering } from './answering.ts'
import type { QuestionShape } from './table.contract.ts'
import { ToldLine, type ToldRead } from './ToldLine.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  question: output<typeof QuestionShape>
  answering: Answering
  fault: AnswerFault | null
  /** What the client told by themself and nobody has confirmed yet. */
  told?: ToldRead | undefined
  onChange: (answering: Answering) => void
}

/** One question: its answers, "cannot be known" with a word of why, and for a date as much of it as is known. */
export function QuestionField({ question, answering, fault, told, onChange }: Props) {
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
      {told && <ToldLine told={told} question={question.id} onTake={onChange} />}
      <Choice
        label={question.ask[language]}
        options={[...offered, { value: 'cannot-be-known', words: ask.cannotBeKnown }]}
        value={answering.answer === '' ? undefined : answering.answer}
        onChange={(answer) => onChange({ ...answering, answer })}
      />
      {answering.answer === 'on' && (
        <DateOf
          key={answering.taken}
          begin={answering.on}
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

type DateProps = { begin: string; error: string | undefined; onChange: (on: string) => void }

function DateOf({ begin, error, onChange }: DateProps) {
  const { date } = useWords(words)
  const [typed, type] = useState(() => typedOf(begin))
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
