import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { SavedLine } from '../platform/ui/SavedLine.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { DirectorPart } from '../director/DirectorPart.tsx'
import type { PracticeHelp } from './help.ts'
import './settings.css'
import { readHelp, setHelp } from './practice.contract.ts'
import { JourneyLength } from './JourneyLength.tsx'
import { RoomStay } from './RoomStay.tsx'
import { StaffFrame } from './StaffFrame.tsx'
import { en } from './words.settings.en.ts'
import { es } from './words.settings.es.ts'

const words = { en, es }

/** What a practice says of itself to the people in its care. Each change is kept; the newest holds. */
export function SettingsPage() {
  const said = useWords(words)
  const { data, error } = useAsk(readHelp, {})
  return (
    <StaffFrame current="/app/practice">
      <div className="tl-settings">
        <h1>{said.title}</h1>
        <p className="tl-lead">{said.lead}</p>
        <div className="tl-row">
          <LinkButton href="/app/practice/questions">{said.questions}</LinkButton>
          <LinkButton href="/app/practice/words">{said.ownWords}</LinkButton>
          <LinkButton href="/app/listings">{said.listings}</LinkButton>
          <LinkButton href="/app/practice/packs">{said.packs}</LinkButton>
          <LinkButton href="/app/practice/marks">{said.marks}</LinkButton>
          <LinkButton href="/app/practice/forms">{said.ownForms}</LinkButton>
        </div>
        {!data && (error ? <Refusal refused={error} /> : <Loading />)}
        {data && <HelpForm help={data.help} />}
        <DirectorPart />
        <RoomStay />
        <JourneyLength />
      </div>
    </StaffFrame>
  )
}

/** The fields of the form, each a line of text. */
const fields = [
  'hoursEn',
  'hoursEs',
  'afterHoursEn',
  'afterHoursEs',
  'concernName',
  'concernRoleEn',
  'concernRoleEs',
  'concernPhone',
  'boardName',
  'boardPhone',
  'boardSite',
] as const
type Name = (typeof fields)[number]
type Typed = Readonly<Record<Name, string>>

const nothing = Object.fromEntries(fields.map((name) => [name, ''])) as Typed

const typedOf = (help: PracticeHelp): Typed => ({
  hoursEn: help.hours.en,
  hoursEs: help.hours.es,
  afterHoursEn: help.afterHours.en,
  afterHoursEs: help.afterHours.es,
  concernName: help.concernName,
  concernRoleEn: help.concernRole.en,
  concernRoleEs: help.concernRole.es,
  concernPhone: help.concernPhone,
  boardName: help.boardName,
  boardPhone: help.boardPhone,
  boardSite: help.boardSite ?? '',
})

const helpOf = (typed: Typed): PracticeHelp => ({
  hours: { en: typed.hoursEn, es: typed.hoursEs },
  afterHours: { en: typed.afterHoursEn, es: typed.afterHoursEs },
  concernName: typed.concernName,
  concernRole: { en: typed.concernRoleEn, es: typed.concernRoleEs },
  concernPhone: typed.concernPhone,
  boardName: typed.boardName,
  boardPhone: typed.boardPhone,
  boardSite: typed.boardSite.trim() === '' ? null : typed.boardSite,
})

const mayBeEmpty = (name: Name): boolean => name === 'boardSite'

function HelpForm({ help }: { help: PracticeHelp | null }) {
  const said = useWords(words)
  const [typed, type] = useState(() => (help ? typedOf(help) : nothing))
  const [tried, setTried] = useState(false)
  const { mutate, error, isPending, isSuccess, submittedAt } = useSend(setHelp)
  const lacks = (name: Name) => typed[name].trim() === '' && !mayBeEmpty(name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!fields.some(lacks)) mutate({ id: newId(), ...helpOf(typed) })
  }
  const part = (names: readonly Name[]) =>
    names.map((name) => (
      <TextField
        key={name}
        label={said.fields[name]}
        optional={mayBeEmpty(name)}
        value={typed[name]}
        maxLength={200}
        error={tried && lacks(name) ? said.missing : undefined}
        onChange={(value) => type({ ...typed, [name]: value })}
      />
    ))
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>{said.hours}</legend>
        <p className="tl-quiet-words">{said.hoursWords}</p>
        <div className="tl-settings-fields">{part(fields.slice(0, 4))}</div>
      </fieldset>
      <fieldset>
        <legend>{said.concern}</legend>
        <p className="tl-quiet-words">{said.concernWords}</p>
        <div className="tl-settings-fields">{part(fields.slice(4, 8))}</div>
      </fieldset>
      <fieldset>
        <legend>{said.board}</legend>
        <p className="tl-quiet-words">{said.boardWords}</p>
        <div className="tl-settings-fields">{part(fields.slice(8))}</div>
      </fieldset>
      <Refusal refused={error} />
      <div className="tl-row">
        <Button type="submit" kind="act" busy={isPending}>
          {said.save}
        </Button>
        <SavedLine saved={isSuccess ? { state: 'saved', at: submittedAt } : { state: 'nothing' }} />
      </div>
    </form>
  )
}
