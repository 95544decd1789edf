import { useState } from 'react'
import type { output } from 'zod/v4/core'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { CodeField } from '../platform/ui/CodeField.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { useArrive } from './arrive.web.ts'
import { Door, DoorForm } from './Door.tsx'
import { LinkGone } from './LinkGone.tsx'
import { LostNotice } from './LostNotice.tsx'
import { NewPasswordField } from './NewPasswordField.tsx'
import { useOnce } from './once.web.ts'
import { lookAtLink, lostToo, newPassword, renew } from './recover.contract.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { Refusal } from './Refusal.tsx'
import { faultOf, passwordWords } from './way.web.ts'
import { WayIn } from './WayIn.tsx'
import { en } from './words.door.en.ts'
import { es } from './words.door.es.ts'
import { en as wayEn } from './words.way.en.ts'
import { es as wayEs } from './words.way.es.ts'

const words = { en, es }
const wayWords = { en: wayEn, es: wayEs }

type Link = output<typeof lookAtLink.reply>
type Props = { token: string; link: Link }

/** What a link from the mail opens: a new password, or everything anew once a second person has allowed it. */
export function LinkPage({ token }: { token: string }) {
  const { data, error } = useOnce(lookAtLink, { token })
  if (error) return <LinkGone refused={error} />
  if (!data)
    return (
      <Door>
        <Loading />
      </Door>
    )
  return (
    <Door>
      {data.kind === 'renewal' ? <Anew token={token} link={data} /> : <Password token={token} link={data} />}
    </Door>
  )
}

function Anew({ token, link }: Props) {
  const own = useWords(words).renew
  const { mutate, error, isPending, data } = useSend(renew)
  const arrive = useArrive()
  if (data?.codes.length) return <RecoveryCodes codes={data.codes} onKept={() => void arrive()} />
  return (
    <>
      <h1>{own.titleAll}</h1>
      <p className="tl-lead">{link.email}</p>
      <WayIn
        staff={link.staff}
        authenticator={link.authenticator}
        passkey={link.passkey}
        go={own.go}
        working={own.working}
        busy={isPending}
        refused={error}
        onChosen={(chosen) =>
          mutate({ token, ...chosen }, { onSuccess: ({ codes }) => void (codes.length === 0 && arrive()) })
        }
      />
    </>
  )
}

function Password({ token, link }: Props) {
  const own = useWords(words)
  const way = useWords(wayWords)
  const { mutate, error, isPending } = useSend(newPassword)
  const arrive = useArrive()
  const [password, setPassword] = useState('')
  const [second, setSecond] = useState({ code: '', recoveryCode: '' })
  const [missing, mark] = useState(false)
  const send = () => {
    mark(password === '')
    if (password === '') return
    const { code, recoveryCode } = second
    const shown = { code: code.length === 6 ? code : null, recoveryCode: recoveryCode.trim() || null }
    mutate({ token, password, ...shown }, { onSuccess: () => void arrive() })
  }
  return (
    <>
      <h1>{own.renew.title}</h1>
      <p className="tl-lead">{link.email}</p>
      <DoorForm onSend={send}>
        {!faultOf(error) && <Refusal refused={error} />}
        <NewPasswordField
          staff={link.staff}
          value={password}
          onChange={setPassword}
          error={missing ? way.faults.missing : passwordWords(way, error, link.staff)}
        />
        <SecondShown needs={link.needs} second={second} onChange={setSecond} />
        <Button kind="act" type="submit" wide busy={isPending} busyWords={own.renew.working}>
          {own.renew.go}
        </Button>
      </DoorForm>
      {(link.needs.code || link.needs.passkey) && <LostToo token={token} />}
    </>
  )
}

type Second = { code: string; recoveryCode: string }
type ShownProps = { needs: Link['needs']; second: Second; onChange: (second: Second) => void }

/** The second step is asked for here too: a mailbox alone opens nothing that two factors closed. */
function SecondShown({ needs, second, onChange }: ShownProps) {
  const own = useWords(words).second
  const [recovering, recover] = useState(!needs.code && needs.recoveryCode)
  if (!needs.code && !needs.recoveryCode) return null
  return (
    <>
      {recovering ? (
        <TextField
          label={own.recovery}
          hint={own.recoveryHint}
          autoComplete="off"
          spellCheck={false}
          value={second.recoveryCode}
          onChange={(recoveryCode) => onChange({ code: '', recoveryCode })}
        />
      ) : (
        <CodeField
          label={own.code}
          hint={own.codeHint}
          value={second.code}
          onChange={(code) => onChange({ code, recoveryCode: '' })}
        />
      )}
      {needs.code && needs.recoveryCode && (
        <div>
          <Button kind="link" onPress={() => recover(!recovering)}>
            {recovering ? own.useCode : own.useRecovery}
          </Button>
        </div>
      )}
    </>
  )
}

function LostToo({ token }: { token: string }) {
  const own = useWords(words)
  const { mutate, error, isPending, isSuccess } = useSend(lostToo)
  return (
    <LostNotice
      open={own.renew.lostAll}
      onAsk={() => mutate({ token })}
      asking={isPending}
      asked={isSuccess}
      refused={error}
    />
  )
}
