import { useState, type FormEvent } from 'react'
import type { output } from 'zod/v4/core'
import { clientStanding, inviteClient } from '../access/invite.contract.ts'
import { Refusal } from '../access/Refusal.tsx'
import type { Chart } from '../course/chart.contract.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Standing = output<typeof clientStanding.reply>
type Person = Chart['person']

/** Whether the client can sign in yet, and the invitation that lets them. */
export function InvitePart({ person }: { person: Person }) {
  const said = useWords(words).invite
  const { data, error } = useAsk(clientStanding, { personId: person.id })
  return (
    <section className="tl-intake-part">
      <h2>{said.title}</h2>
      {data ? <How standing={data} person={person} /> : error ? <Refusal refused={error} /> : <Loading />}
      <a href={`/app/people/${person.id}`}>{said.team}</a>
    </section>
  )
}

function How({ standing, person }: { standing: Standing; person: Person }) {
  const said = useWords(words).invite
  const place = usePlace()
  const { state, email, expiresAt } = standing
  if (state === 'joined')
    return (
      <>
        <StatusMark state="met">{said.joined}</StatusMark>
        {email && <p className="tl-quiet-words">{said.joinedWords(email)}</p>}
      </>
    )
  const date = expiresAt === null ? '' : formatDate(expiresAt, place, 'date')
  return (
    <>
      {state === 'none' && <StatusMark state="waiting">{said.none}</StatusMark>}
      {state === 'invited' && email && <p>{said.invited(email, date)}</p>}
      {state === 'expired' && email && <p>{said.expired(email)}</p>}
      <InviteForm key={state} person={person} first={state === 'none'} known={email} />
    </>
  )
}

function InviteForm({ person, first, known }: { person: Person; first: boolean; known: string | null }) {
  const said = useWords(words).invite
  const sending = useSend(inviteClient)
  const [email, type] = useState(known ?? person.email ?? '')
  const [missing, mark] = useState(false)
  const hand = (event: FormEvent) => {
    event.preventDefault()
    const to = email.trim().toLowerCase()
    mark(to === '')
    if (to !== '') sending.mutate({ personId: person.id, id: newId(), email: to })
  }
  return (
    <form className="tl-stack" onSubmit={hand} noValidate>
      <TextField
        type="email"
        autoComplete="off"
        label={said.email}
        hint={said.emailHint}
        value={email}
        error={missing ? said.emailMissing : undefined}
        onChange={type}
      />
      <Refusal refused={sending.error} />
      <Button type="submit" busy={sending.isPending}>
        {first ? said.send : said.again}
      </Button>
    </form>
  )
}
