import { useState } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { en } from './words.way.en.ts'
import { es } from './words.way.es.ts'

const words = { en, es }

type Props = {
  staff: boolean
  value: string
  onChange: (password: string) => void
  error?: string | undefined
}

/** Can be pasted, filled by a password manager, and shown: that is what makes people choose long ones. */
export function NewPasswordField({ staff, value, onChange, error }: Props) {
  const own = useWords(words).password
  const [shown, show] = useState(false)
  return (
    <div className="tl-door-pair">
      <TextField
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        label={own.label}
        hint={own.hint(staff)}
        value={value}
        error={error}
        onChange={onChange}
      />
      <Checkbox checked={shown} onChange={show}>
        {own.show}
      </Checkbox>
    </div>
  )
}
