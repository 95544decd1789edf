import { type FormEvent, useRef, useState } from 'react'
import { fill } from '../platform/i18n/fill.ts'
import { listed } from '../platform/i18n/plural.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { closingActs, type ClosingNow } from './closingState.web.ts'
import { WhomToCall } from './WhomToCall.tsx'
import { en } from './words.danger.en.ts'
import { es } from './words.danger.es.ts'

const words = { en, es }

/** What to do first, before everything else on this page. */
export function DangerNow({ state: { read, criteria } }: { state: ClosingNow }) {
  const own = useWords(words)
  const stands = criteria.some(({ code }) => code === 'asked-danger')
  if (!stands) return null
  return (
    <div role="alert">
      <Notice state="stop" title={own.title}>
        <p>{own.stay}</p>
        <WhomToCall room={read} level="call" />
        <p className="tl-row">
          <a className="tl-button tl-glove" href="tel:988">
            {own.call988}
          </a>
          <a className="tl-button tl-glove" href="tel:911">
            {own.call911}
          </a>
        </p>
        <p>{own.together}</p>
      </Notice>
    </div>
  )
}

/** Whoever may, in writing; for everyone else, who that is. */
export function ClearDanger({ state }: { state: ClosingNow }) {
  const own = useWords(words)
  const language = useLanguage()
  const { read } = state
  const names = read.team.filter(({ clears }) => clears).map(({ name }) => name)
  if (read.can.clear) return <Clear state={state} />
  return (
    <p className="closing-wide">
      {names.length > 0 ? fill(own.who, { names: listed(language, names) }) : own.nobody}
    </p>
  )
}

function Clear({ state }: { state: ClosingNow }) {
  const own = useWords(words)
  const [reason, write] = useState('')
  const [marked, mark] = useState(false)
  const isWritten = useRef(false)
  const isShort = reason.trim().length < 3
  const save = (event: FormEvent) => {
    event.preventDefault()
    mark(true)
    if (isShort || isWritten.current) return
    isWritten.current = true
    void closingActs(state).clear(reason.trim())
  }
  return (
    <form className="closing-wide tl-stack" noValidate onSubmit={save}>
      <TextArea
        label={own.reason}
        hint={own.reasonHint}
        maxLength={2000}
        value={reason}
        onChange={write}
        error={marked && isShort ? own.reasonMissing : undefined}
      />
      <Button type="submit">{own.clear}</Button>
    </form>
  )
}
