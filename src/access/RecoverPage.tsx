import { useState } from 'react'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { Door, DoorForm } from './Door.tsx'
import { LinkPage } from './LinkPage.tsx'
import { tokenOfPage } from './once.web.ts'
import { forgot } from './recover.contract.ts'
import { Refusal } from './Refusal.tsx'
import { en } from './words.door.en.ts'
import { es } from './words.door.es.ts'

const words = { en, es }

/** Getting back in: what to do about what was lost; with a link from the mail, the doing of it. */
export function RecoverPage() {
  const [token] = useState(tokenOfPage)
  return token ? <LinkPage token={token} /> : <Ways />
}

function Ways() {
  const own = useWords(words).recover
  return (
    <Door>
      <h1>{own.title}</h1>
      <section className="tl-door-form">
        <h2>{own.forgot.title}</h2>
        <Forgot />
      </section>
      <section className="tl-door-pair">
        <h2>{own.second.title}</h2>
        <p>{own.second.text}</p>
      </section>
      <section className="tl-door-pair">
        <h2>{own.both.title}</h2>
        <p>{own.both.text}</p>
      </section>
      <div>
        <LinkButton kind="link" href="/sign-in">
          {own.back}
        </LinkButton>
      </div>
    </Door>
  )
}

function Forgot() {
  const own = useWords(words)
  const { mutate, error, isPending, data } = useSend(forgot)
  const [email, type] = useState('')
  const [missing, mark] = useState(false)
  const send = () => {
    mark(!email.includes('@'))
    if (email.includes('@')) mutate({ email })
  }
  if (data?.mailLeaves === false)
    return <Notice title={own.recover.forgot.noMail}>{own.recover.forgot.noMailNext}</Notice>
  if (data) return <Notice title={own.recover.forgot.sent}>{own.recover.forgot.sentNext}</Notice>
  return (
    <>
      <p>{own.recover.forgot.text}</p>
      <DoorForm onSend={send}>
        <Refusal refused={error} />
        <TextField
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          label={own.recover.forgot.email}
          value={email}
          error={missing ? own.signIn.empty.email : undefined}
          onChange={type}
        />
        <Button kind="act" type="submit" wide busy={isPending}>
          {own.recover.forgot.go}
        </Button>
      </DoorForm>
    </>
  )
}
