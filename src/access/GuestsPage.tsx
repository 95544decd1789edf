import { useState } from 'react'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { useBegun } from '../practice/useDraft.web.ts'
import { readGuests, type Guests } from './guest.contract.ts'
import './guest.css'
import { GuestLine } from './GuestLine.tsx'
import { ByHand } from './ByHand.tsx'
import { InviteGuest, inviteBegun } from './InviteGuest.tsx'
import { Refusal } from './Refusal.tsx'
import { en } from './words.guest.en.ts'
import { es } from './words.guest.es.ts'

const words = { en, es }

/** Who else may be part of this: the client's own choice, given and taken back here and nowhere else. */
export function GuestsPage() {
  const { me } = useHere()
  const { page } = useWords(words)
  const personId = me.personId ?? ''
  const { data, error } = useAsk(readGuests, { personId })
  return (
    <ClientFrame current="today">
      <div className="tl-guests">
        <header>
          <h1>{page.title}</h1>
          <p className="tl-lead">{page.lead}</p>
        </header>
        <p>{page.yours}</p>
        {data && <Parts personId={personId} told={data} />}
        {!data && (error ? <Refusal refused={error} /> : <Loading />)}
        <LinkButton kind="link" href="/me">
          {page.back}
        </LinkButton>
      </div>
    </ClientFrame>
  )
}

const standing: readonly string[] = ['invited', 'link-old', 'here']

function Parts({ personId, told }: { personId: string; told: Guests }) {
  const { page } = useWords(words)
  const now = told.guests.filter(({ state }) => standing.includes(state))
  const before = told.guests.filter(({ state }) => !standing.includes(state))
  return (
    <>
      <section aria-labelledby="let-in">
        <h2 id="let-in">{page.people}</h2>
        {now.length === 0 && <p>{page.none}</p>}
        <ul className="tl-guest-list">
          {now.map((guest) => (
            <GuestLine key={guest.id} personId={personId} guest={guest} mayEnd={told.can.end} />
          ))}
        </ul>
        <Inviting personId={personId} told={told} />
      </section>
      {before.length > 0 && (
        <section aria-labelledby="before">
          <h2 id="before">{page.before}</h2>
          <ul className="tl-guest-list">
            {before.map((guest) => (
              <GuestLine key={guest.id} personId={personId} guest={guest} mayEnd={false} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Closed until it is wanted; and between a dose and a day after discharge, closed with a reason. */
function Inviting({ personId, told }: { personId: string; told: Guests }) {
  const { page, form } = useWords(words)
  const [open, setOpen] = useState(useBegun(inviteBegun(personId)))
  const { mailLeaves } = useHere()
  const [sent, say] = useState<{ link: string | null }>()
  if (!told.can.invite) return null
  if (told.courseId === null) return <p className="tl-quiet-words">{page.noCourse}</p>
  if (!told.window.open) return <NotToday until={told.window.until} />
  const onItsWay = sent && told.guests.some(({ state }) => state === 'invited')
  const done = (link: string | null) => {
    setOpen(false)
    say({ link })
  }
  if (!open)
    return (
      <>
        <output>{onItsWay && mailLeaves && <StatusMark state="met">{form.sent}</StatusMark>}</output>
        <ByHand made={onItsWay ? sent : undefined} />
        <Button onPress={() => setOpen(true)}>{form.open}</Button>
      </>
    )
  const about = { personId, courseId: told.courseId, personName: told.personName }
  return <InviteGuest about={about} onDone={done} onClose={() => setOpen(false)} />
}

function NotToday({ until }: { until: number | null }) {
  const { closed } = useWords(words)
  const place = usePlace()
  return (
    <Notice title={closed.title}>
      <p>
        {until === null ? closed.open : fill(closed.until, { moment: formatDate(until, place, 'moment') })}
      </p>
      <p>{closed.still}</p>
    </Notice>
  )
}
