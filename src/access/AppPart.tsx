import { useState } from 'react'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import type { Account } from './arrive.web.ts'
import { AuthenticatorField } from './AuthenticatorField.tsx'
import { useConfirmed } from './ConfirmYou.tsx'
import { DoorForm } from './Door.tsx'
import { endAuthenticator, offerAuthenticator, setAuthenticator } from './factor.contract.ts'
import { useOnce } from './once.web.ts'
import { Refusal } from './Refusal.tsx'
import { faultOf } from './way.web.ts'
import { en } from './words.account.en.ts'
import { es } from './words.account.es.ts'
import { en as wayEn } from './words.way.en.ts'
import { es as wayEs } from './words.way.es.ts'

const words = { en, es }
const wayWords = { en: wayEn, es: wayEs }

/** The authenticator app that is asked for after the password. */
export function AppPart({ account }: { account: Account }) {
  const own = useWords(words).app
  const [open, setOpen] = useState(false)
  const [said, say] = useState<string>()
  const { mutate, error, isPending } = useSend(endAuthenticator)
  const { confirmed, dialog } = useConfirmed()
  const { code } = account.factors
  const close = (news?: string) => {
    setOpen(false)
    say(news)
  }
  const takeAway = () =>
    confirmed(account.changeHash, (confirmationId) =>
      mutate({ confirmationId }, { onSuccess: () => say(own.removed) }),
    )
  return (
    <section className="tl-door-form">
      <h2>{own.title}</h2>
      <p>{code ? own.set : own.none}</p>
      {said && <StatusMark state="met">{said}</StatusMark>}
      <Refusal refused={error} />
      {open ? (
        <NewApp account={account} onDone={() => close(own.saved)} onClose={close} />
      ) : (
        <div className="tl-row">
          <Button onPress={() => setOpen(true)}>{code ? own.change : own.add}</Button>
          {code && (
            <Button onPress={takeAway} busy={isPending}>
              {own.remove}
            </Button>
          )}
        </div>
      )}
      {dialog}
    </section>
  )
}

type Props = { account: Account; onDone: () => void; onClose: () => void }

function NewApp({ account, onDone, onClose }: Props) {
  const own = useWords(words)
  const way = useWords(wayWords).app
  const { data: authenticator, error: refused } = useOnce(offerAuthenticator, {})
  const [code, type] = useState('')
  const [missing, mark] = useState(false)
  const { mutate, error, isPending } = useSend(setAuthenticator)
  const { confirmed, dialog } = useConfirmed()
  if (!authenticator) return <Refusal refused={refused ?? null} />
  const { sealed } = authenticator
  const send = () => {
    mark(code.length < 6)
    if (code.length < 6) return
    confirmed(account.changeHash, (confirmationId) =>
      mutate({ confirmationId, sealed, code }, { onSuccess: onDone }),
    )
  }
  const wrong = faultOf(error)?.path === 'code' ? way.wrong : undefined
  return (
    <>
      <DoorForm onSend={send}>
        {!wrong && <Refusal refused={error} />}
        <AuthenticatorField
          authenticator={authenticator}
          code={code}
          onCode={type}
          error={missing ? way.missing : wrong}
        />
        <div className="tl-row">
          <Button kind="act" type="submit" busy={isPending}>
            {own.app.save}
          </Button>
          <Button onPress={onClose}>{own.cancel}</Button>
        </div>
      </DoorForm>
      {dialog}
    </>
  )
}
