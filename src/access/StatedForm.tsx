import { useState } from 'react'
import type { output } from 'zod/v4/core'
import { stateNames } from '../find/states.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { DoorForm } from './Door.tsx'
import type { Stated as Shape } from './join.contract.ts'
import { en } from './words.guest.en.ts'
import { es } from './words.guest.es.ts'

const words = { en, es }

export type Stated = output<typeof Shape>

const states = Object.entries(stateNames).map(([value, name]) => ({ value, words: name }))

/** Who a guest is, as they state it. The practice reads it; nobody here checks it. */
export function StatedForm({ onStated }: { onStated: (stated: Stated) => void }) {
  const { stated: own } = useWords(words)
  const [typed, write] = useState<Stated>({ name: '', licenseState: '', licenseNumber: '' })
  const [asked, ask] = useState(false)
  const lacks = (field: keyof Stated) => asked && typed[field].trim() === ''
  const send = () => {
    ask(true)
    if (Object.values(typed).every((one) => one.trim() !== '')) onStated(typed)
  }
  return (
    <DoorForm onSend={send}>
      <h2>{own.who}</h2>
      <TextField
        label={own.name}
        autoComplete="name"
        maxLength={200}
        value={typed.name}
        error={lacks('name') ? own.empty.name : undefined}
        onChange={(name) => write({ ...typed, name })}
      />
      <Select
        label={own.state}
        placeholder={own.choose}
        options={states}
        value={typed.licenseState}
        error={lacks('licenseState') ? own.empty.state : undefined}
        onChange={(licenseState) => write({ ...typed, licenseState })}
      />
      <TextField
        label={own.number}
        hint={own.numberHint}
        autoComplete="off"
        maxLength={60}
        value={typed.licenseNumber}
        error={lacks('licenseNumber') ? own.empty.number : undefined}
        onChange={(licenseNumber) => write({ ...typed, licenseNumber })}
      />
      <Button kind="act" type="submit" wide>
        {own.go}
      </Button>
    </DoorForm>
  )
}
