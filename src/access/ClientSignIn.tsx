import { useState } from 'react'
import type { output } from 'zod/v4/core'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { ByHand, NoMail } from './ByHand.tsx'
import { DoorForm } from './Door.tsx'
import { askForClient, clientStanding, inviteClient } from './invite.contract.ts'
import './members.css'
import { Refusal } from './Refusal.tsx'
import { en } from './words.members.en.ts'
import { es } from './words.members.es.ts'

const words = { en, es }

type Standing = output<typeof clientStanding.reply>
type Props = { personId: string }

/** For whoever brings clients in: whether this one can sign in yet, and the invitation. */
export function ClientSignIn({ personId }: Props) {
  const own = useWords(words).client
  const { data } = useAsk(clientStanding, { personId })
  if (!data) return null
  return (
    <section className="tl-chart-part tl-members-part">
      <h2>{own.title}</h2>
      <HowItStands standing={data} />
      {data.state === 'joined' ? (
        <Lost personId={personId} />
      ) : (
        <Invite personId={personId} standing={data} />
      )}
    </section>
  )
}

function HowItStands({ standing: { state, expiresAt, email } }: { standing: Standing }) {
  const own = useWords(words).client
  const place = usePlace()
  if (state === 'joined') return <StatusMark state="met">{own.joined}</StatusMark>
  if (state === 'invited' && expiresAt !== null)
    return (
      <StatusMark state="waiting">
        {own.invited(formatDate(expiresAt, place, 'date'))} {email}
      </StatusMark>
    )
  return <StatusMark state="waiting">{state === 'expired' ? own.expired : own.none}</StatusMark>
}

function Invite({ personId, standing }: Props & { standing: Standing }) {
  const own = useWords(words).client
  const [email, type] = useState('')
  const [id] = useState(newId)
  const { mutate, error, isPending, data } = useSend(inviteClient)
  const { mailLeaves } = useHere()
  const missing = error?.problem.kind === 'malformed'
  const send = () => mutate({ personId, id, ...(email.trim() && { email: email.trim() }) })
  return (
    <DoorForm onSend={send}>
      {!missing && <Refusal refused={error} />}
      <NoMail />
      <TextField
        type="email"
        optional
        autoComplete="off"
        label={own.email}
        hint={mailLeaves ? own.emailHint : undefined}
        value={email}
        error={missing ? own.missing : undefined}
        onChange={type}
      />
      <div className="tl-row">
        <Button type="submit" busy={isPending}>
          {standing.state === 'none' ? own.invite : own.again}
        </Button>
        {data && mailLeaves && <StatusMark state="met">{own.sent}</StatusMark>}
      </div>
      <ByHand made={data} />
    </DoorForm>
  )
}

function Lost({ personId }: Props) {
  const own = useWords(words).client
  const { mutate, error, isPending, isSuccess } = useSend(askForClient)
  if (isSuccess) return <StatusMark state="waiting">{own.recoverAsked}</StatusMark>
  return (
    <div>
      <Refusal refused={error} />
      <Button kind="link" busy={isPending} onPress={() => mutate({ personId, id: newId() })}>
        {own.recover}
      </Button>
    </div>
  )
}
