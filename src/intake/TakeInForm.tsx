import { type FormEvent, useState } from 'react'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { PartialDate } from '../platform/ui/PartialDate.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { lackingIn, type Lacking, type Typed } from './taking-in-typed.ts'
import { en as intakeEn } from './words.en.ts'
import { es as intakeEs } from './words.es.ts'
import { en } from './words.taking.en.ts'
import { es } from './words.taking.es.ts'

const words = { en, es }
const intake = { en: intakeEn, es: intakeEs }

type Props = {
  /** What they asked to be called, where they wrote. */
  called: string | undefined
  typed: Typed
  onType: (change: Partial<Typed>) => void
  onGo: () => void
}
type Part = Pick<Props, 'typed' | 'onType'> & { fault: (name: Lacking) => string | undefined }

export function TakeInForm({ called, typed, onType, onGo }: Props) {
  const said = useWords(words)
  const { careNow } = useHere()
  const [tried, setTried] = useState(false)
  const lacking = lackingIn(typed, careNow)
  const fault = (name: Lacking) => (tried && lacking.includes(name) ? said.faults[name] : undefined)
  const go = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (lacking.length === 0) onGo()
  }
  const part = { typed, onType, fault }
  return (
    <form className="tl-stack" onSubmit={go} noValidate autoComplete="off">
      <Names {...part} called={called} />
      <PartialDate
        whole
        words={said.fields.born}
        value={typed}
        onChange={({ year, month, day }) => onType({ year, month, day })}
        error={fault('born')}
      />
      <Reached {...part} />
      {tried && lacking.length > 0 && <p role="alert">{said.faults.mend}</p>}
      <Button kind="act" type="submit">
        {said.go}
      </Button>
    </form>
  )
}

function Names({ called, typed, onType, fault }: Part & Pick<Props, 'called'>) {
  const { fields } = useWords(words)
  return (
    <>
      <TextField
        label={fields.givenName}
        hint={called && fill(fields.givenNameAs, { name: called })}
        value={typed.givenName}
        onChange={(givenName) => onType({ givenName })}
        error={fault('givenName')}
        maxLength={200}
      />
      <TextField
        label={fields.familyName}
        value={typed.familyName}
        onChange={(familyName) => onType({ familyName })}
        error={fault('familyName')}
        maxLength={200}
      />
      <TextField
        label={fields.calledBy}
        hint={fields.calledByHint}
        optional
        value={typed.calledBy}
        onChange={(calledBy) => onType({ calledBy })}
        maxLength={200}
      />
    </>
  )
}

function Reached({ typed, onType, fault }: Part) {
  const { fields } = useWords(words)
  const { languages } = useWords(intake).facts
  return (
    <>
      <RadioGroup
        label={fields.language}
        options={(['en', 'es'] as const).map((value) => ({ value, words: languages[value] }))}
        value={typed.language}
        onChange={(language) => onType({ language })}
        error={fault('language')}
      />
      <TextField
        type="tel"
        label={fields.phone}
        hint={fields.contactHint}
        optional
        value={typed.phone}
        onChange={(phone) => onType({ phone })}
        maxLength={120}
      />
      <TextField
        type="email"
        label={fields.email}
        hint={fields.contactHint}
        optional
        value={typed.email}
        onChange={(email) => onType({ email })}
        error={fault('email')}
        maxLength={120}
      />
    </>
  )
}
