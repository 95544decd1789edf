import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { acceptPack, takePackBack, type PackNow } from './pack.contract.ts'
import { en } from './words.pack.en.ts'
import { es } from './words.pack.es.ts'

const words = { en, es }

/** What is accepted is the text above, in the language in which it was read. */
export function PackAccept({ pack }: { pack: PackNow }) {
  const said = useWords(words)
  const language = useLanguage()
  const [hasRead, read] = useState(false)
  const [tried, setTried] = useState(false)
  const { mutate, error, isPending } = useSend(acceptPack)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (hasRead) mutate({ id: newId(), instrumentId: pack.instrumentId, edition: pack.edition, language })
  }
  return (
    <form className="tl-pack-form" onSubmit={send} noValidate>
      <Checkbox checked={hasRead} onChange={read} error={tried && !hasRead ? said.confirmMissing : undefined}>
        {said.confirm}
      </Checkbox>
      <Refusal refused={error} />
      <Button type="submit" kind="act" busy={isPending}>
        {said.accept}
      </Button>
    </form>
  )
}

export function PackTakeBack({ pack: { instrumentId } }: { pack: PackNow }) {
  const said = useWords(words)
  const language = useLanguage()
  const [reason, say] = useState('')
  const [tried, setTried] = useState(false)
  const { mutate, error, isPending } = useSend(takePackBack)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() !== '') mutate({ id: newId(), instrumentId, language, reason })
  }
  return (
    <Disclosure title={said.takeBack}>
      <form className="tl-pack-form" onSubmit={send} noValidate>
        <TextField
          label={said.why}
          hint={said.whyHint}
          value={reason}
          maxLength={300}
          error={tried && reason.trim() === '' ? said.whyMissing : undefined}
          onChange={say}
        />
        <Refusal refused={error} />
        <Button type="submit" size="small" busy={isPending}>
          {said.takeBackNow}
        </Button>
      </form>
    </Disclosure>
  )
}
