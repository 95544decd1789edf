import { useEffect, useRef, useState } from 'react'
import type { output } from 'zod/v4/core'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { CodeField } from '../platform/ui/CodeField.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { DemoCode } from './DemoCode.tsx'
import { demoChoice } from './demo.web.ts'
import { DoorForm } from './Door.tsx'
import { LostNotice } from './LostNotice.tsx'
import { PasskeyButton } from './PasskeyButton.tsx'
import { sayLost } from './recover.contract.ts'
import { Refusal } from './Refusal.tsx'
import { recoveryCode, secondFactor, type signIn } from './signin.contract.ts'
import { en } from './words.door.en.ts'
import { es } from './words.door.es.ts'

const words = { en, es }

type Arrived = output<typeof signIn.reply>
type Props = { ways: Arrived['ways']; onArrived: (arrived: Arrived) => void; onAgain: () => void }

/** The password was right; now a code, a passkey, or one of the codes kept on paper. */
export function SecondStep({ ways, onArrived, onAgain }: Props) {
  const own = useWords(words).second
  const [recovering, recover] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {own.title}
      </h1>
      <Lead ways={ways} />
      {recovering ? <RecoveryStep onArrived={onArrived} /> : <UsualWays ways={ways} onArrived={onArrived} />}
      <div className="tl-door-links">
        {ways.recoveryCode && (
          <Button kind="link" onPress={() => recover(!recovering)}>
            {recovering ? own.useCode : own.useRecovery}
          </Button>
        )}
        <Button kind="link" onPress={onAgain}>
          {own.again}
        </Button>
      </div>
      <Lost />
    </>
  )
}

function Lost() {
  const own = useWords(words).second
  const { mutate, error, isPending, isSuccess } = useSend(sayLost)
  return (
    <LostNotice
      open={own.lost}
      onAsk={() => mutate({})}
      asking={isPending}
      asked={isSuccess}
      refused={error}
    />
  )
}

function Lead({ ways }: Pick<Props, 'ways'>) {
  const own = useWords(words).second
  const some = ways.code || ways.passkey || ways.recoveryCode
  if (some) return <p className="tl-lead">{own.lead}</p>
  return <Notice title={own.none.title}>{own.none.text}</Notice>
}

function UsualWays({ ways, onArrived }: Pick<Props, 'ways' | 'onArrived'>) {
  const own = useWords(words)
  return (
    <>
      {ways.code && <CodeStep onArrived={onArrived} />}
      {ways.passkey && (
        <PasskeyButton or={ways.code ? own.signIn.or : undefined} onArrived={onArrived}>
          {own.second.passkey}
        </PasskeyButton>
      )}
    </>
  )
}

function CodeStep({ onArrived }: Pick<Props, 'onArrived'>) {
  const own = useWords(words).second
  const chosen = demoChoice()
  const { mutate, error, isPending } = useSend(secondFactor)
  const [code, type] = useState('')
  const [missing, mark] = useState(false)
  const send = () => {
    mark(code.length < 6)
    if (code.length === 6) mutate({ code }, { onSuccess: onArrived })
  }
  return (
    <DoorForm onSend={send}>
      <Refusal refused={error} />
      <CodeField
        label={own.code}
        hint={own.codeHint}
        value={code}
        error={missing ? own.empty.code : undefined}
        onChange={type}
      />
      {chosen && <DemoCode email={chosen.email} onUse={type} />}
      <Button kind="act" type="submit" wide busy={isPending} busyWords={own.working}>
        {own.go}
      </Button>
    </DoorForm>
  )
}

function RecoveryStep({ onArrived }: Pick<Props, 'onArrived'>) {
  const own = useWords(words).second
  const { mutate, error, isPending } = useSend(recoveryCode)
  const [typed, type] = useState('')
  const [missing, mark] = useState(false)
  const send = () => {
    mark(typed.trim() === '')
    if (typed.trim()) mutate({ recoveryCode: typed }, { onSuccess: onArrived })
  }
  return (
    <DoorForm onSend={send}>
      <Refusal refused={error} />
      <TextField
        label={own.recovery}
        hint={own.recoveryHint}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={typed}
        error={missing ? own.empty.recovery : undefined}
        onChange={type}
      />
      <Button kind="act" type="submit" wide busy={isPending} busyWords={own.working}>
        {own.go}
      </Button>
    </DoorForm>
  )
}
