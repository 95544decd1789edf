import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { SavedLine } from '../platform/ui/SavedLine.tsx'
import { setMark, type MarkNow } from './mark.contract.ts'
import { en } from './words.mark.en.ts'
import { es } from './words.mark.es.ts'

const words = { en, es }
const usual = 'usual'

export function MarkItem({ mark }: { mark: MarkNow }) {
  const said = useWords(words)
  const place = usePlace()
  const { instrumentId, name, value, set } = mark
  const [chosen, choose] = useState(value === null ? usual : String(value))
  const { mutate, error, isPending, isSuccess, submittedAt } = useSend(setMark)
  const send = (event: FormEvent) => {
    event.preventDefault()
    mutate({ id: newId(), instrumentId, value: chosen === usual ? null : Number(chosen) })
  }
  const [last] = set
  return (
    <section className="tl-pack" aria-labelledby={`mark-${instrumentId}`}>
      <h2 id={`mark-${instrumentId}`}>{name}</h2>
      <form className="tl-pack-form" onSubmit={send} noValidate>
        <RadioGroup
          label={fill(said.legend, { name })}
          options={useOptions(mark)}
          value={chosen}
          onChange={choose}
        />
        <Refusal refused={error} />
        <div className="tl-row">
          <Button type="submit" kind="act" busy={isPending}>
            {said.save}
          </Button>
          <SavedLine saved={isSuccess ? { state: 'saved', at: submittedAt } : { state: 'nothing' }} />
        </div>
      </form>
      {last && <p>{fill(said.setBy, { name: last.by, day: formatDate(last.at, place, 'date') })}</p>}
      <Past set={set} />
    </section>
  )
}

function useOptions({ choice: { usual: words_, choices } }: MarkNow) {
  const said = useWords(words)
  const language = useLanguage()
  return [
    { value: usual, words: fill(said.usual, { words: words_[language] }) },
    ...choices.map(({ value, why, source }) => ({
      value: String(value),
      words: fill(said.choice, { n: value, words: why[language] }),
      hint: fill(said.source, { source }),
    })),
  ]
}

function Past({ set }: { set: MarkNow['set'] }) {
  const said = useWords(words)
  const place = usePlace()
  if (set.length < 2) return null
  return (
    <Disclosure title={said.before}>
      <ol className="tl-pack-past">
        {set.map(({ value, source, by, at }) => {
          const told = { name: by, day: formatDate(at, place, 'moment'), n: value ?? 0, source }
          return <li key={at}>{fill(value === null ? said.back : said.past, told)}</li>
        })}
      </ol>
    </Disclosure>
  )
}
