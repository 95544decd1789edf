import { type ReactNode, useEffect, useState } from 'react'
import type { output } from 'zod/v4/core'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { readAccount } from './account.contract.ts'
import { useArrive } from './arrive.web.ts'
import { demoChoice } from './demo.web.ts'
import { demoPeople } from './demo.contract.ts'
import { Door, DoorForm } from './Door.tsx'
import { useOnce } from './once.web.ts'
import { PasskeyButton } from './PasskeyButton.tsx'
import { Refusal } from './Refusal.tsx'
import { SecondStep } from './SecondStep.tsx'
import { signIn } from './signin.contract.ts'
import { en } from './words.door.en.ts'
import { es } from './words.door.es.ts'

const words = { en, es }

export type Ways = output<typeof signIn.reply>['ways']

/** First the password or a passkey; then, where it is owed, the second step; then in. */
export function SignInPage() {
  const { data: account } = useOnce(readAccount, {})
  const [ways, owe] = useState<Ways>()
  const arrive = useArrive()
  const go = (arrived: { complete: boolean; ways: Ways }) =>
    arrived.complete ? void arrive() : owe(arrived.ways)
  const own = useWords(words).signIn
  const already = account?.complete === true
  useEffect(() => {
    if (already) void arrive()
  }, [already, arrive])
  return (
    <Door>
      {ways ? (
        <SecondStep ways={ways} onArrived={go} onAgain={() => owe(undefined)} />
      ) : (
        <FirstStep
          head={
            <>
              <h1>{own.title}</h1>
              <WhyHere />
            </>
          }
          onArrived={go}
        />
      )}
    </Door>
  )
}

/** On a demo, with whom was chosen; else empty. */
const filledIn = () => {
  const { email = '', password = '' } = demoChoice() ?? {}
  return { email, password }
}

type StepProps = { onArrived: (arrived: output<typeof signIn.reply>) => void }

/** `head` says where one is: at the door, or before a page that has covered itself. */
export function FirstStep({ head, onArrived }: StepProps & { head: ReactNode }) {
  const own = useWords(words).signIn
  const { mutate, error, isPending } = useSend(signIn)
  const [typed, type] = useState(filledIn)
  const [missing, mark] = useState({ email: false, password: false })
  const send = () => {
    const lacking = { email: typed.email.trim() === '', password: typed.password === '' }
    mark(lacking)
    if (!lacking.email && !lacking.password) mutate(typed, { onSuccess: onArrived })
  }
  return (
    <>
      {head}
      <DoorForm onSend={send}>
        <Refusal refused={error} notRecognised={own.wrong} />
        <TextField
          type="email"
          name="email"
          autoComplete="username webauthn"
          autoCapitalize="none"
          spellCheck={false}
          label={own.email}
          value={typed.email}
          error={missing.email ? own.empty.email : undefined}
          onChange={(email) => type({ ...typed, email })}
        />
        <TextField
          type="password"
          name="password"
          autoComplete="current-password"
          label={own.password}
          value={typed.password}
          error={missing.password ? own.empty.password : undefined}
          onChange={(password) => type({ ...typed, password })}
        />
        <Button kind="act" type="submit" wide busy={isPending} busyWords={own.working}>
          {own.go}
        </Button>
      </DoorForm>
      <OtherWays onArrived={onArrived} />
    </>
  )
}

function OtherWays({ onArrived }: StepProps) {
  const own = useWords(words).signIn
  return (
    <>
      <PasskeyButton or={own.or} onArrived={onArrived}>
        {own.passkey}
      </PasskeyButton>
      <div className="tl-door-links">
        <LinkButton kind="link" href="/recover">
          {own.lost}
        </LinkButton>
      </div>
      <DemoLink />
    </>
  )
}

/** Why one stands at the door again, when the last page said so. */
function WhyHere() {
  const own = useWords(words).signIn
  const why = window.location.search.slice(1)
  if (why === 'away') return <Notice title={own.away.title}>{own.away.text}</Notice>
  return why === 'out' ? <Notice>{own.out}</Notice> : null
}

function DemoLink() {
  const own = useWords(words).signIn
  const { data } = useAsk(demoPeople, {})
  if (!data || data.people.length === 0) return null
  return (
    <Notice>
      <div className="tl-row">
        <p>{own.demo}</p>
        <LinkButton size="small" href="/demo">
          {own.demoChoose}
        </LinkButton>
      </div>
    </Notice>
  )
}
