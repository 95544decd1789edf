import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { wrongs, type Wrong } from './facts.ts'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

type Props = { value: Wrong; onChange: (wrong: Wrong) => void }

/** Asked of every correction: only what was written wrong gets a new value, everything else is taken back. */
export function WhatWasWrong({ value, onChange }: Props) {
  const own = useWords(words)
  return (
    <RadioGroup
      label={own.whatWasWrong}
      hint={own.bothKept}
      value={value}
      onChange={onChange}
      options={wrongs.map((wrong) => ({ value: wrong, words: own.wrong[wrong] }))}
    />
  )
}

/** The last row of a form about one entry: what it does is said by its first button. */
type ActionsProps = { wrong: Wrong; isNew?: boolean; onDone: () => void }

export function CorrectActions({ wrong, isNew, onDone }: ActionsProps) {
  const own = useWords(words)
  return (
    <div className="room-form-actions">
      <Button kind="act" size="glove" type="submit">
        {isNew ? own.save : wrong === 'mistyped' ? own.saveCorrection : own.strike}
      </Button>
      <Button size="glove" onPress={onDone}>
        {own.cancel}
      </Button>
    </div>
  )
}
