import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { ask, newId, type AskRefused } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed, plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { handOver } from './file.web.ts'
import { readFormFile, takeFormBack, type FormNow } from './form.contract.ts'
import { en as dangerEn } from './words.danger.en.ts'
import { es as dangerEs } from './words.danger.es.ts'
import { en } from './words.form.en.ts'
import { es } from './words.form.es.ts'

const words = {
  en: { ...en, traumaIs: dangerEn.traumaIs },
  es: { ...es, traumaIs: dangerEs.traumaIs },
}

/** One form that the practice brought, as it stands now. */
export function FormItem({ form }: { form: FormNow }) {
  const said = useWords(words)
  const place = usePlace()
  const { name, version, by, at, licence, danger, notScored, takenBack } = form
  const day = (moment: number) => formatDate(moment, place, 'date')
  const all = (names: readonly string[]) => listed(place.language, names)
  return (
    <article className="tl-forms-one">
      <h3>{name}</h3>
      <p>
        {fill(said.version, { version, name: by, day: day(at) })}.{' '}
        {plural(place.language, form.questions, said.questions)}.
      </p>
      <p className="tl-quiet-words">{fill(said.right, { licence })}</p>
      <p>{danger.length > 0 ? fill(said.dangerIs, { questions: all(danger) }) : said.dangerIsNone}</p>
      {form.trauma && <p>{said.traumaIs}</p>}
      {notScored.length > 0 && <p>{fill(said.notScoredIs, { names: all(notScored) })}</p>}
      {takenBack ? (
        <p>
          <strong>
            {fill(said.takenBack, { name: takenBack.by, day: day(takenBack.at), reason: takenBack.reason })}
          </strong>
        </p>
      ) : (
        <TakeBack formId={form.formId} />
      )}
      <Download formId={form.formId} />
    </article>
  )
}

function Download({ formId }: { formId: string }) {
  const said = useWords(words)
  const [error, refuse] = useState<AskRefused | null>(null)
  const get = () =>
    ask(readFormFile, { formId }).then(
      ({ original }) => handOver(original, 'questionnaire.json'),
      (refused: AskRefused) => refuse(refused),
    )
  return (
    <>
      <Refusal refused={error} />
      <Button kind="link" size="small" onPress={() => void get()}>
        {said.download}
      </Button>
    </>
  )
}

function TakeBack({ formId }: { formId: string }) {
  const said = useWords(words)
  const [reason, say] = useState('')
  const [tried, setTried] = useState(false)
  const { mutate, error, isPending } = useSend(takeFormBack)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() !== '') mutate({ id: newId(), formId, reason })
  }
  return (
    <Disclosure title={said.takeBack}>
      <form className="tl-forms-confirm" onSubmit={send} noValidate>
        <TextField
          label={said.why}
          hint={said.whyHint}
          value={reason}
          maxLength={500}
          error={tried && reason.trim() === '' ? said.needed : undefined}
          onChange={say}
        />
        <Refusal refused={error} />
        <Button type="submit" size="small" busy={isPending}>
          {said.takeBack}
        </Button>
      </form>
    </Disclosure>
  )
}
