import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { FieldError } from '../platform/ui/Field.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import type { Cover } from './cover.ts'
import { dayWord } from './coverWords.web.ts'
import { readCover, typed, type CoverFault, type TypedCover } from './coverTyped.ts'
import { declareCover } from './safety.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

const days = [1, 2, 3, 4, 5, 6, 7] as const

export function CoverForm({ cover, onDone }: { cover: Cover | null; onDone: () => void }) {
  const { cover: own } = useWords(words)
  const { mutate, error, isPending } = useSend(declareCover)
  const [id] = useState(newId)
  const [said, say] = useState(() => typed(cover))
  const [faults, mark] = useState<readonly CoverFault[]>([])
  const save = (event: FormEvent) => {
    event.preventDefault()
    const read = readCover(said)
    if (!('weekdays' in read)) return mark(read)
    mark([])
    mutate({ ...read, weekdays: [...read.weekdays], id }, { onSuccess: onDone })
  }
  return (
    <form className="tl-asked-form" onSubmit={save} noValidate>
      <p>{own.lead}</p>
      <Days said={said} say={say} wrong={faults.includes('days')} />
      <Hours said={said} say={say} wrong={faults.includes('times')} />
      <NumberField
        label={own.within}
        unit={own.minutes}
        value={said.within}
        onChange={(within) => say({ ...said, within })}
        error={faults.includes('within') ? own.withinWrong : undefined}
      />
      <Refusal refused={error} />
      <Button kind="act" type="submit" busy={isPending}>
        {own.save}
      </Button>
    </form>
  )
}

type PartProps = { said: TypedCover; say: (said: TypedCover) => void; wrong: boolean }

function Days({ said, say, wrong }: PartProps) {
  const { cover: own } = useWords(words)
  const language = useLanguage()
  const turn = (one: number, on: boolean) =>
    say({ ...said, weekdays: on ? [...said.weekdays, one] : said.weekdays.filter((other) => other !== one) })
  return (
    <fieldset className="tl-cover-days">
      <legend className="tl-label">{own.days}</legend>
      {days.map((one) => (
        <Checkbox key={one} checked={said.weekdays.includes(one)} onChange={(on) => turn(one, on)}>
          {dayWord(one, language)}
        </Checkbox>
      ))}
      <FieldError id="cover-days" error={wrong ? own.daysMissing : undefined} />
    </fieldset>
  )
}

function Hours({ said, say, wrong }: PartProps) {
  const { cover: own } = useWords(words)
  return (
    <div className="tl-row">
      <TextField
        type="time"
        label={own.opens}
        value={said.opens}
        onChange={(opens) => say({ ...said, opens })}
      />
      <TextField
        type="time"
        label={own.closes}
        value={said.closes}
        onChange={(closes) => say({ ...said, closes })}
        error={wrong ? own.timesWrong : undefined}
      />
    </div>
  )
}
