import { useState } from 'react'
import type { input, output } from 'zod/v4/core'
import type { AskRefused } from '../platform/http/ask.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { AuthenticatorField } from './AuthenticatorField.tsx'
import { DoorForm } from './Door.tsx'
import type { Authenticator } from './factor.contract.ts'
import type { join } from './join.contract.ts'
import { NewPasswordField } from './NewPasswordField.tsx'
import { PasskeyMaker, type NewPasskey } from './PasskeyMaker.tsx'
import type { PasskeyOffer } from './passkey.contract.ts'
import { passkeysWork } from './passkey.web.ts'
import { Refusal } from './Refusal.tsx'
import { faultOf, passwordWords } from './way.web.ts'
import { en } from './words.way.en.ts'
import { es } from './words.way.es.ts'

const words = { en, es }

export type Chosen = Pick<input<typeof join.input>, 'password' | 'second'>

type Props = {
  /** Works in a practice: a longer password, and always a second step. */
  staff: boolean
  authenticator: output<typeof Authenticator>
  passkey: output<typeof PasskeyOffer>
  go: string
  working: string
  busy: boolean
  refused: AskRefused | null
  onChosen: (chosen: Chosen) => void
}

type Missing = { password?: boolean; code?: boolean; passkey?: boolean }

/** Setting up how one signs in: a password (for staff with an app beside it), or a passkey, which is both. */
export function WayIn({ staff, authenticator, passkey, go, working, busy, refused, onChosen }: Props) {
  const own = useWords(words)
  const [way, choose] = useState<'password' | 'passkey'>('password')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [made, setMade] = useState<NewPasskey>()
  const [missing, mark] = useState<Missing>({})
  const send = () => {
    const { lacking, chosen } = gathered({ way, staff, password, code, made, sealed: authenticator.sealed })
    mark(lacking)
    if (chosen) onChosen(chosen)
  }
  return (
    <DoorForm onSend={send}>
      {!faultOf(refused) && <Refusal refused={refused} />}
      {passkeysWork() && (
        <Choice
          label={own.choose}
          value={way}
          onChange={choose}
          options={[
            { value: 'password', words: staff ? own.password.wayStaff : own.password.way },
            { value: 'passkey', words: own.passkey.way },
          ]}
        />
      )}
      {way === 'passkey' ? (
        <PasskeyMaker
          offer={passkey}
          made={made}
          onMade={setMade}
          error={missing.passkey ? own.passkey.missing : undefined}
        />
      ) : (
        <ByPassword
          {...{ staff, authenticator, refused, missing, password, code }}
          onPassword={setPassword}
          onCode={setCode}
        />
      )}
      <Button kind="act" type="submit" wide busy={busy} busyWords={working}>
        {go}
      </Button>
    </DoorForm>
  )
}

type ByPasswordProps = Pick<Props, 'staff' | 'authenticator' | 'refused'> & {
  missing: Missing
  password: string
  onPassword: (password: string) => void
  code: string
  onCode: (code: string) => void
}

function ByPassword({ staff, authenticator, refused, missing, ...typed }: ByPasswordProps) {
  const own = useWords(words)
  return (
    <>
      <NewPasswordField
        staff={staff}
        value={typed.password}
        onChange={typed.onPassword}
        error={missing.password ? own.faults.missing : passwordWords(own, refused, staff)}
      />
      {staff && (
        <AuthenticatorField
          authenticator={authenticator}
          code={typed.code}
          onCode={typed.onCode}
          error={codeWords(own, missing.code === true, refused)}
        />
      )}
    </>
  )
}

function codeWords(own: typeof en, missing: boolean, refused: AskRefused | null): string | undefined {
  if (missing) return own.app.missing
  return faultOf(refused)?.path === 'code' ? own.app.wrong : undefined
}

interface Typed {
  readonly way: 'password' | 'passkey'
  readonly staff: boolean
  readonly password: string
  readonly code: string
  readonly made: NewPasskey | undefined
  readonly sealed: string
}

/** What was chosen, once nothing is lacking. */
function gathered({ way, staff, password, code, made, sealed }: Typed): {
  lacking: Missing
  chosen?: Chosen
} {
  if (way === 'passkey') {
    return made ? { lacking: {}, chosen: { password: null, second: made } } : { lacking: { passkey: true } }
  }
  const lacking = { password: password === '', code: staff && code.length < 6 }
  if (lacking.password || lacking.code) return { lacking }
  return { lacking, chosen: { password, second: staff ? { sealed, code } : null } }
}
