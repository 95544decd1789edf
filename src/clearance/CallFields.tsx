import type { output } from 'zod/v4/core'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import type { CallTyped } from './calling.ts'
import type { readClearance } from './clearance.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  read: Pick<output<typeof readClearance.reply>, 'team'>
  typed: CallTyped
  wrong: { readonly who: boolean; readonly by: boolean }
  onChange: (typed: CallTyped) => void
}

/** Somebody of the care team, and by the end of which day. */
export function CallFields({ read, typed, wrong, onChange }: Props) {
  const said = useWords(words).call
  return (
    <>
      <Select
        label={said.who}
        placeholder={said.choose}
        options={read.team.map(({ memberId, name }) => ({ value: memberId, words: name }))}
        value={typed.memberId}
        error={wrong.who ? said.missing : undefined}
        onChange={(memberId) => onChange({ ...typed, memberId })}
      />
      <TextField
        type="date"
        label={said.by}
        value={typed.by}
        error={wrong.by ? said.dateMissing : undefined}
        onChange={(by) => onChange({ ...typed, by })}
      />
    </>
  )
}
