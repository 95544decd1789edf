import { useState } from 'react'
import type { input } from 'zod/v4/core'
import { ask } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { CodeField } from '../platform/ui/CodeField.tsx'
import { ProblemNotice } from '../platform/ui/ProblemNotice.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { readAccount } from './account.contract.ts'
import type { Account } from './arrive.web.ts'
import { askToConfirm, confirm } from './confirmation.contract.ts'
import { DemoCode } from './DemoCode.tsx'
import { DoorForm } from './Door.tsx'
import { answerWithPasskey, passkeysWork } from './passkey.web.ts'
import { Refusal } from './Refusal.tsx'
import { en } from './words.confirm.en.ts'
import { es } from './words.confirm.es.ts'

const words = { en, es }

type Proof = input<typeof confirm.input>['proof']

type Props = {
  /** What is confirmed: SHA-256 in hex. */
  documentHash: string
  /** Good for two minutes and one use. */
  onConfirmed: (confirmationId: string) => void
  onClose: () => void
  go: string
  busy: boolean
}

/** Proof that it is you: a passkey where there is one, or the password and a code. Nothing typed is lost on a refusal. */
export function ProofForm({ documentHash, onConfirmed, onClose, go, busy }: Props) {
  const own = useWords(words).confirm
  const { data: account, error: unread, refetch, isFetching } = useAsk(readAccount, {})
  const { mutate, error, isPending } = useSend(confirm)
  if (!account)
    return (
      <div className="tl-door-form">
        {unread ? <Refusal refused={unread} /> : <Loading />}
        <div className="tl-row">
          {unread && (
            <Button onPress={() => void refetch()} busy={isFetching}>
              {own.again}
            </Button>
          )}
          <Button onPress={onClose}>{own.notNow}</Button>
        </div>
      </div>
    )
  const send = (proof: Proof) =>
    mutate({ documentHash, proof }, { onSuccess: ({ confirmationId }) => onConfirmed(confirmationId) })
  const ways = waysOf(account)
  const at = isPending || busy
  return (
    <div className="tl-door-form">
      <Refusal refused={error} />
      {ways.passkey && <ByPasskey documentHash={documentHash} busy={at} onProof={send} />}
      {ways.passkey && ways.password && <p className="tl-door-or">{own.instead}</p>}
      {ways.password && (
        <ByPassword asksCode={account.factors.code} go={go} busy={at} email={ways.demoEmail} onProof={send} />
      )}
      <div>
        <Button onPress={onClose}>{own.notNow}</Button>
      </div>
    </div>
  )
}

/** Staff show two factors, so a password without an app is no way for them. */
const waysOf = ({ factors, staff, seats, email }: Account) => ({
  passkey: factors.passkeys > 0 && passkeysWork(),
  password: factors.password && (factors.code || !staff),
  demoEmail: seats.some(({ demo }) => demo) ? email : undefined,
})

type WayProps = { busy: boolean; onProof: (proof: Proof) => void }

function ByPasskey({ documentHash, busy, onProof }: WayProps & { documentHash: string }) {
  const own = useWords(words).confirm
  const [state, setState] = useState<'rest' | 'asking' | 'failed'>('rest')
  const press = async () => {
    setState('asking')
    try {
      onProof({ passkey: await answerWithPasskey(await ask(askToConfirm, { documentHash })) })
      setState('rest')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      {state === 'failed' && <ProblemNotice problem={own.passkeyFailed} takesFocus />}
      <Button
        kind="act"
        wide
        busy={busy || state === 'asking'}
        busyWords={own.working}
        onPress={() => void press()}
      >
        {own.passkey}
      </Button>
    </>
  )
}

type PasswordProps = WayProps & {
  asksCode: boolean
  go: string
  /** In a demo, whose authenticator may be played. */
  email: string | undefined
}

function ByPassword({ asksCode, go, busy, email, onProof }: PasswordProps) {
  const own = useWords(words).confirm
  const [typed, type] = useState({ password: '', code: '' })
  const [missing, mark] = useState({ password: false, code: false })
  const send = () => {
    const lacking = { password: typed.password === '', code: asksCode && typed.code.length < 6 }
    mark(lacking)
    if (lacking.password || lacking.code) return
    onProof({ password: typed.password, ...(asksCode && { code: typed.code }) })
  }
  return (
    <DoorForm onSend={send}>
      <TextField
        type="password"
        autoComplete="current-password"
        label={own.password}
        value={typed.password}
        error={missing.password ? own.empty.password : undefined}
        onChange={(password) => type({ ...typed, password })}
      />
      {asksCode && (
        <>
          <CodeField
            label={own.code}
            hint={own.codeHint}
            value={typed.code}
            error={missing.code ? own.empty.code : undefined}
            onChange={(code) => type({ ...typed, code })}
          />
          {email && <DemoCode email={email} onUse={(code) => type({ ...typed, code })} />}
        </>
      )}
      <Button kind="act" type="submit" wide busy={busy} busyWords={own.working}>
        {go}
      </Button>
    </DoorForm>
  )
}
