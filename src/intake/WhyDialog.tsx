import { useState, type FormEvent } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export type Doubt = 'refuted' | 'cannot-be-known'

type Props = {
  doubt: Doubt | null
  about: string
  onClose: () => void
  onWhy: (doubt: Doubt, note: string) => void
}

/** "Not so" and "cannot be known" need a few words, because somebody will rely on them. */
export function WhyDialog({ doubt, about, onClose, onWhy }: Props) {
  return (
    <Dialog open={doubt !== null} onClose={onClose} title={about}>
      {doubt && <WhyForm doubt={doubt} onClose={onClose} onWhy={onWhy} />}
    </Dialog>
  )
}

function WhyForm({ doubt, onClose, onWhy }: Omit<Props, 'about' | 'doubt'> & { doubt: Doubt }) {
  const { why } = useWords(words).history
  const [note, write] = useState('')
  const [missing, mark] = useState(false)
  const hand = (event: FormEvent) => {
    event.preventDefault()
    if (note.trim() === '') mark(true)
    else onWhy(doubt, note.trim())
  }
  return (
    <form className="tl-stack" onSubmit={hand} noValidate>
      <TextArea
        label={why[doubt]}
        hint={why.hint}
        value={note}
        onChange={write}
        rows={3}
        error={missing ? why.missing : undefined}
      />
      <div className="tl-dialog-actions">
        <Button kind="act" type="submit">
          {why.save}
        </Button>
        <Button onPress={onClose}>{why.cancel}</Button>
      </div>
    </form>
  )
}
