import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { handOver } from '../form/file.web.ts'
import { ask, type AskRefused } from '../platform/http/ask.web.ts'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { readMirror, readMirrors, type MirrorsNow } from './mirror.contract.ts'
import { useCalled } from './useCalled.web.ts'
import { en } from './words.mirror.en.ts'
import { es } from './words.mirror.es.ts'

const words = { en, es }

/** Any instrument as a FHIR R4 Questionnaire, for whoever receives a record or works on with its answers. */
export function MirrorPart() {
  const said = useWords(words)
  const { data, error } = useAsk(readMirrors, {})
  return (
    <section className="tl-forms-list" aria-labelledby="mirrors">
      <h2 id="mirrors">{said.title}</h2>
      <p>{said.lead}</p>
      {!data && (error ? <Refusal refused={error} /> : <Loading />)}
      {data && <Fetch instruments={data.instruments} />}
    </section>
  )
}

function Fetch({ instruments }: { instruments: MirrorsNow['instruments'] }) {
  const said = useWords(words)
  const called = useCalled()
  const [id, choose] = useState('')
  const [language, speak] = useState<'en' | 'es'>('en')
  const [error, refuse] = useState<AskRefused | null>(null)
  const chosen = instruments.find((each) => each.id === id)
  const get = () => {
    refuse(null)
    ask(readMirror, { instrumentId: id, language }).then(
      (mirror) => handOver(JSON.stringify(mirror, null, 1), 'questionnaire.json'),
      (refused: AskRefused) => refuse(refused),
    )
  }
  return (
    <>
      <Select
        label={said.which}
        placeholder={said.choose}
        options={instruments.map((each) => ({ value: each.id, words: called(each.name) }))}
        value={id}
        onChange={choose}
      />
      <Choice
        label={said.language}
        options={(['en', 'es'] as const).map((value) => ({ value, words: said.languages[value] }))}
        value={language}
        onChange={speak}
      />
      {chosen && !chosen.worded.includes(language) && <p className="tl-quiet-words">{said.unworded}</p>}
      <Refusal refused={error} />
      <Button size="small" disabled={!chosen} onPress={get}>
        {said.get}
      </Button>
    </>
  )
}
