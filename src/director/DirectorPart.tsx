import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { SavedLine } from '../platform/ui/SavedLine.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { nameDirector, readDirector } from './director.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Who the medical director is, for an administrator to say. */
export function DirectorPart() {
  const said = useWords(words)
  const { data, error } = useAsk(readDirector, {})
  const [chosen, choose] = useState<string>()
  const { mutate, error: refused, isPending, isSuccess, submittedAt } = useSend(nameDirector)
  if (!data) return error ? <Refusal refused={error} /> : null
  const now = chosen ?? data.director?.seatId ?? ''
  const save = (event: FormEvent) => {
    event.preventDefault()
    mutate({ id: newId(), memberId: now === '' ? null : now })
  }
  return (
    <section className="tl-settings-part" aria-labelledby="medical-director">
      <h2 id="medical-director">{said.title}</h2>
      <p className="tl-quiet-words">{said.words}</p>
      {data.prescribers.length === 0 && <p>{said.none}</p>}
      <form className="tl-stack" onSubmit={save}>
        <Select
          label={said.label}
          placeholder={said.nobody}
          options={data.prescribers.map(({ id, name }) => ({ value: id, words: name }))}
          value={now}
          onChange={choose}
        />
        <Refusal refused={refused} />
        <div className="tl-row">
          <Button type="submit" busy={isPending}>
            {said.save}
          </Button>
          <SavedLine saved={isSuccess ? { state: 'saved', at: submittedAt } : { state: 'nothing' }} />
        </div>
      </form>
    </section>
  )
}
