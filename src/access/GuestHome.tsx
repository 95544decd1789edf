import { useState } from 'react'
import { chartAddress } from '../course/chartPlaces.ts'
import { calledName } from '../person/person.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { leaveAsGuest, readGuestPlace } from './guest.contract.ts'
import './guest.css'
import { Refusal } from './Refusal.tsx'
import { en } from './words.guest.en.ts'
import { es } from './words.guest.es.ts'

const words = { en, es }

/** A guest's first page: with whom they are, until when, what is open to them, and the way out. */
export function GuestHome() {
  const { home } = useWords(words)
  const place = usePlace()
  const { data, error } = useAsk(readGuestPlace, {})
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  const { person, joinedAt, until, courseId } = data
  const name = calledName(person)
  return (
    <div className="tl-guests">
      <header>
        <h1>{fill(home.title, { name })}</h1>
        <p className="tl-lead">{fill(home.lead, { name })}</p>
      </header>
      <p className="tl-quiet-words">
        {fill(home.since, { day: formatDate(joinedAt, place) })}.{' '}
        {until === null ? home.untilCourse : fill(home.until, { day: formatDate(until, place) })}.
      </p>
      <div className="tl-row">
        <LinkButton kind="act" href={chartAddress(person.id)}>
          {home.open}
        </LinkButton>
        <LinkButton href={chartAddress(person.id, 'notes')}>{home.notes}</LinkButton>
      </div>
      <section>
        <h2>{home.seesTitle}</h2>
        <p>{fill(home.sees, { name })}</p>
      </section>
      <section>
        <h2>{home.neverTitle}</h2>
        <p>{fill(home.never, { name })}</p>
        <p className="tl-quiet-words">{fill(home.ends, { name })}</p>
      </section>
      <Leave courseId={courseId} name={name} />
    </div>
  )
}

function Leave({ courseId, name }: { courseId: string; name: string }) {
  const { home } = useWords(words)
  const [open, setOpen] = useState(false)
  const [id] = useState(newId)
  const { mutate, error, isPending } = useSend(leaveAsGuest)
  const close = () => setOpen(false)
  return (
    <>
      <Button kind="link" onPress={() => setOpen(true)}>
        {home.leave}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={home.leaveTitle}
        actions={
          <>
            <Button
              kind="act"
              busy={isPending}
              busyWords={home.leaving}
              onPress={() => mutate({ courseId, id }, { onSuccess: close })}
            >
              {home.leave}
            </Button>
            <Button onPress={close}>{home.stay}</Button>
          </>
        }
      >
        <p>{fill(home.leaveWords, { name })}</p>
        <Refusal refused={error} />
      </Dialog>
    </>
  )
}
