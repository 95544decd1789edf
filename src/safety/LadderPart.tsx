import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { FieldError } from '../platform/ui/Field.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import './ladder.css'
import { minutesTyped } from './ladder.ts'
import { setLadder, type TasksNow } from './safety.contract.ts'
import { en } from './words.ladder.en.ts'
import { es } from './words.ladder.es.ts'

const words = { en, es }

type Props = { ladder: TasksNow['ladder']; canSet: boolean }

/** Whom a call climbs to, and after how long; changed only by whoever administers. */
export function LadderPart({ ladder: { minutes, usual }, canSet }: Props) {
  const said = useWords(words)
  const language = useLanguage()
  const { mailLeaves } = useHere()
  const [changing, change] = useState(false)
  const [second, third, last] = minutes
  return (
    <section className="tl-ladder" aria-labelledby="ladder">
      <h2 id="ladder">{said.ladder}</h2>
      <ol>
        <li>{said.rungs.owner}</li>
        <li>{plural(language, second ?? 0, said.rungs.second)}</li>
        <li>{plural(language, third ?? 0, said.rungs.third)}</li>
        <li>{plural(language, last ?? 0, said.rungs.last)}</li>
      </ol>
      <p>{said.counted}</p>
      <p>{mailLeaves ? said.ways : said.waysNoMail}</p>
      <p className="tl-quiet-words">
        {said.source} {usual && said.usual}
      </p>
      {canSet && !changing && (
        <Button size="small" onPress={() => change(true)}>
          {said.change}
        </Button>
      )}
      {changing && <LadderForm minutes={minutes} onDone={() => change(false)} />}
    </section>
  )
}

function LadderForm({ minutes, onDone }: { minutes: readonly number[]; onDone: () => void }) {
  const said = useWords(words)
  const { mutate, error, isPending } = useSend(setLadder)
  const [id] = useState(newId)
  const [typed, type] = useState(() => minutes.map(String))
  const [wrong, mark] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const read = minutesTyped(typed)
    mark(read === undefined)
    if (read) mutate({ id, minutes: [...read] }, { onSuccess: onDone })
  }
  return (
    <form className="tl-asked-form" onSubmit={save} noValidate>
      {[said.second, said.third, said.last].map((label, place) => (
        <NumberField
          key={label}
          label={label}
          unit={said.minutes}
          value={typed[place] ?? ''}
          onChange={(value) => type(typed.with(place, value))}
        />
      ))}
      <FieldError id="ladder-minutes" error={wrong ? said.wrong : undefined} />
      <Refusal refused={error} />
      <div className="tl-row">
        <Button kind="act" type="submit" busy={isPending}>
          {said.save}
        </Button>
        <Button kind="link" onPress={onDone}>
          {said.cancel}
        </Button>
      </div>
    </form>
  )
}
