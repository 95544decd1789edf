import { type FormEvent, useState } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { DraftLine } from '../practice/DraftLine.tsx'
import { useBegun, useDraft } from '../practice/useDraft.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  /** What is being told, and of what: under this name it waits until it is kept. */
  about: string
  label: string
  hint?: string | undefined
  /** Rejects when the words could not be kept; then they stay in the field. */
  onTell: (words: string) => Promise<unknown> | void
  onCancel?: (() => void) | undefined
  /** The one main action of its page. */
  main?: boolean | undefined
  begin?: string | undefined
}

/** A place for one's own words. Nothing is asked of them but to be there. */
export function TellField({ about, label, hint, onTell, onCancel, main = false, begin = '' }: Props) {
  const { tell } = useWords(words)
  const draft = useDraft(about, { words: begin })
  const said = draft.said.words
  const [fault, setFault] = useState<'empty' | 'failed'>()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const trimmed = said.trim()
    if (trimmed === '') return setFault('empty')
    try {
      await onTell(trimmed)
      draft.forget()
      setFault(undefined)
    } catch {
      setFault('failed')
    }
  }
  return (
    <form className="tl-stack tl-tell" onSubmit={send}>
      <TextArea
        label={label}
        hint={hint}
        ownWords
        value={said}
        maxLength={4000}
        error={fault === 'empty' && said.trim() !== '' ? undefined : fault && tell[fault]}
        onChange={(words) => draft.say({ words })}
      />
      <DraftLine draft={draft} />
      <div className="tl-row">
        <Button kind={main ? 'act' : 'quiet'} type="submit" size={main ? 'regular' : 'small'}>
          {tell.keep}
        </Button>
        {onCancel && (
          <Button kind="link" size="small" onPress={onCancel}>
            {tell.notNow}
          </Button>
        )}
      </div>
    </form>
  )
}

/** The same, closed until it is wanted; open where something was begun. */
export function TellLater({ open, ...field }: Omit<Props, 'onCancel'> & { open: string }) {
  const [isOpen, setOpen] = useState(useBegun(field.about))
  if (!isOpen)
    return (
      <Button size="small" onPress={() => setOpen(true)}>
        {open}
      </Button>
    )
  const tell = async (said: string) => {
    await field.onTell(said)
    setOpen(false)
  }
  return <TellField {...field} onTell={tell} onCancel={() => setOpen(false)} />
}
