import { doorAddress } from '../learn/address.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { TextArea, TextField } from '../platform/ui/TextField.tsx'
import { messages, reaches } from './enquiry.ts'
import { languages } from './listing.ts'
import { PlainRadios, PlainSelect } from './PlainControls.tsx'
import type { EnquiryFault, EnquiryView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Part = { view: EnquiryView }

export function WriteForm({ view }: Part) {
  const { write } = useWords(words)
  const { listing, desk, language, intent, id } = view
  return (
    <form
      className="tl-write-form"
      method="post"
      action={doorAddress(language, `/find/${listing.id}/write`)}
      autoComplete="off"
    >
      {Object.entries({ intent, id, practiceId: desk.practiceId }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Typed view={view} field="called" label={write.called} hint={write.calledHint} most={80} />
      <Reached view={view} />
      <Spoken view={view} />
      <Typed view={view} field="place" label={write.place} optional most={80} />
      <OwnWords view={view} />
      <div className="tl-problem" role="alert" tabIndex={-1} data-unsent hidden>
        <h2 className="tl-problem-title">{write.unsent}</h2>
        <p>{write.unsentSay(desk.phone)}</p>
      </div>
      <Button kind="act" type="submit">
        {write.send}
      </Button>
    </form>
  )
}

/** What is wrong with a field, in one sentence, or nothing. */
function useFault({ faults }: EnquiryView, field: EnquiryFault): string | undefined {
  const said = useWords(words).write.faults[field]
  return faults.includes(field) ? said : undefined
}

type TypedProps = Part & {
  field: 'called' | 'contact' | 'place'
  label: string
  hint?: string
  optional?: boolean
  most: number
}

const Typed = ({ view, field, most, ...said }: TypedProps) => (
  <TextField
    {...said}
    id={field}
    name={field}
    defaultValue={view.typed[field] ?? ''}
    error={useFault(view, field)}
    autoComplete="off"
    maxLength={most}
  />
)

function Reached({ view }: Part) {
  const { write } = useWords(words)
  return (
    <>
      <PlainRadios
        id="reachBy"
        label={write.reachBy}
        options={reaches.map((reach) => ({ value: reach, words: write.reaches[reach] }))}
        value={view.typed['reachBy']}
        error={useFault(view, 'reachBy')}
      />
      <Typed view={view} field="contact" label={write.contact} most={120} />
      <PlainRadios
        id="message"
        label={write.message}
        options={messages.map((message) => ({ value: message, words: write.messages[message] }))}
        value={view.typed['message']}
        error={useFault(view, 'message')}
      />
    </>
  )
}

function Spoken({ view: { typed, language } }: Part) {
  const { write, languages: names } = useWords(words)
  return (
    <PlainSelect
      label={write.language}
      id="language"
      name="language"
      value={typed['language'] ?? language}
      options={languages.map((spoken) => ({ value: spoken, words: names[spoken] }))}
    />
  )
}

function OwnWords({ view }: Part) {
  const { write } = useWords(words)
  return (
    <TextArea
      label={write.words}
      hint={write.wordsHint}
      optional
      ownWords
      id="words"
      name="words"
      defaultValue={view.typed['words'] ?? ''}
      error={useFault(view, 'words')}
      rows={5}
    />
  )
}
