import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import './wording.css'
import { loadWording, readWordings, type WordingsNow } from './wording.contract.ts'
import { WordingForm } from './WordingForm.tsx'
import { en } from './words.wording.en.ts'
import { es } from './words.wording.es.ts'

const words = { en, es }

type Needed = WordingsNow['instruments'][number]

/** Words the practice has the right to use, for instruments whose words the project may not give. */
export function WordingPage() {
  const said = useWords(words)
  const { data, error } = useAsk(readWordings, {})
  return (
    <StaffFrame current="/app/practice">
      <div className="tl-wording">
        <h1>{said.page}</h1>
        <p className="tl-lead">{said.lead}</p>
        <p>{said.exact}</p>
        {!data && (error ? <Refusal refused={error} /> : <Loading />)}
        {data && <Chosen instruments={data.instruments} />}
      </div>
    </StaffFrame>
  )
}

function Chosen({ instruments }: { instruments: readonly Needed[] }) {
  const said = useWords(words)
  const [id, choose] = useState('')
  const [wanted, speak] = useState<'en' | 'es'>('en')
  const instrument = instruments.find((each) => each.id === id)
  const languages = instrument?.languages ?? (['en', 'es'] as const)
  const language = languages.find((each) => each === wanted) ?? languages[0] ?? 'en'
  return (
    <>
      <Select
        label={said.which}
        placeholder={said.choose}
        options={instruments.map((each) => ({ value: each.id, words: each.name }))}
        value={id}
        onChange={choose}
      />
      <Choice
        label={said.language}
        options={languages.map((value) => ({ value, words: said.languages[value] }))}
        value={language}
        onChange={speak}
      />
      {instrument && (
        <>
          <p className="tl-quiet-words" lang="en">
            {instrument.licence}
          </p>
          {instrument.own.map((own) => (
            <Loaded key={own.language} instrument={instrument} own={own} />
          ))}
          <WordingForm key={`${id} ${language}`} instrument={instrument} language={language} />
        </>
      )}
    </>
  )
}

function Loaded({ instrument, own }: { instrument: Needed; own: Needed['own'][number] }) {
  const said = useWords(words)
  const place = usePlace()
  const { mutate, error, isPending } = useSend(loadWording)
  const { language, licence, by, at } = own
  const takeBack = {
    id: newId(),
    instrumentId: instrument.id,
    language,
    wording: null,
    licence: said.takenBack,
  }
  return (
    <Notice
      title={fill(said.loaded, {
        language: said.languages[language],
        name: by,
        day: formatDate(at, place, 'date'),
        licence,
      })}
    >
      <Refusal refused={error} />
      <Button size="small" busy={isPending} onPress={() => mutate(takeBack)}>
        {said.takeBack}
      </Button>
    </Notice>
  )
}
