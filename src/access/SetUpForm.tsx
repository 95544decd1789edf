import { useState } from 'react'
import type { AskRefused } from '../platform/http/ask.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { DoorForm } from './Door.tsx'
import { Refusal } from './Refusal.tsx'
import { en } from './words.join.en.ts'
import { es } from './words.join.es.ts'

const words = { en, es }

export interface First {
  readonly code: string
  readonly practice: string
  readonly timeZone: string
  readonly phone: string
  readonly name: string
  readonly email: string
}

type Props = {
  first: First
  onChange: (first: First) => void
  onSend: () => void
  busy: boolean
  refused: AskRefused | null
}

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({
  value: zone,
  words: zone.replaceAll('_', ' '),
}))

/** Where, who, and the code that only whoever started the program has seen. */
export function FirstForm({ first, onChange, onSend, busy, refused }: Props) {
  const own = useWords(words).setUp
  const [asked, ask] = useState(false)
  const send = () => {
    ask(true)
    if (needed.every((name) => first[name].trim())) onSend()
  }
  const field = (name: keyof First) => ({
    value: first[name],
    onChange: (typed: string) => onChange({ ...first, [name]: typed }),
    error: asked && isNeeded(name) && first[name].trim() === '' ? own.empty[name] : undefined,
  })
  return (
    <DoorForm onSend={send}>
      <Refusal refused={refused} notRecognised={own.wrongCode} />
      <TextField
        {...field('code')}
        {...plain}
        label={own.code}
        hint={own.codeHint}
        autoCapitalize="characters"
      />
      <TextField {...field('practice')} label={own.practice} autoComplete="organization" />
      <Select
        {...field('timeZone')}
        label={own.zone}
        hint={own.zoneHint}
        placeholder={own.zoneChoose}
        options={zones}
      />
      <TextField
        {...field('phone')}
        type="tel"
        optional
        autoComplete="tel"
        label={own.phone}
        hint={own.phoneHint}
      />
      <TextField {...field('name')} label={own.name} autoComplete="name" />
      <TextField {...field('email')} {...plain} type="email" autoComplete="username" label={own.email} />
      <Button kind="act" type="submit" wide busy={busy} busyWords={own.checking}>
        {own.next}
      </Button>
    </DoorForm>
  )
}

const plain = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const

const needed = ['code', 'practice', 'name', 'email'] as const
type Needed = (typeof needed)[number]
const isNeeded = (name: keyof First): name is Needed => needed.some((one) => one === name)
