import { useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { endGuest, type Guests } from './guest.contract.ts'
import { Refusal } from './Refusal.tsx'
import { en } from './words.guest.en.ts'
import { es } from './words.guest.es.ts'

const words = { en, es }

type Guest = Guests['guests'][number]
type Props = { personId: string; guest: Guest; mayEnd: boolean }

/** One person the client let in: how it stands, until when, and the way to end it. */
export function GuestLine({ personId, guest, mayEnd }: Props) {
  const { guest: said } = useWords(words)
  const place = usePlace()
  const day = (moment: number) => formatDate(moment, place)
  const over = guest.endedAt !== null || guest.state === 'over'
  return (
    <li>
      <div>
        <strong translate="no">{guest.name}</strong>
        <p>{said.states[guest.state]}</p>
        <p className="tl-quiet-words">
          {guest.joinedAt === null
            ? fill(said.invitedOn, { day: day(guest.grantedAt) })
            : fill(said.since, { day: day(guest.joinedAt) })}{' '}
          {guest.endedAt !== null && fill(said.ended, { day: day(guest.endedAt) })}
          {!over && (guest.until === null ? said.untilCourse : fill(said.until, { day: day(guest.until) }))}
        </p>
        {guest.reason !== null && <p>{fill(said.why, { reason: guest.reason })}</p>}
        {guest.license && <p className="tl-quiet-words">{fill(said.license, guest.license)}</p>}
      </div>
      {mayEnd && <End personId={personId} guest={guest} />}
    </li>
  )
}

function End({ personId, guest }: Omit<Props, 'mayEnd'>) {
  const { guest: said } = useWords(words)
  const [open, setOpen] = useState(false)
  const [id] = useState(newId)
  const { mutate, error, isPending } = useSend(endGuest)
  const close = () => setOpen(false)
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {said.end}
        <span className="tl-sr">: {guest.name}</span>
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={fill(said.endTitle, { name: guest.name })}
        actions={
          <>
            <Button
              kind="act"
              busy={isPending}
              busyWords={said.ending}
              onPress={() => mutate({ personId, grantId: guest.id, id }, { onSuccess: close })}
            >
              {said.end}
            </Button>
            <Button onPress={close}>{said.keep}</Button>
          </>
        }
      >
        <p>{said.endWords}</p>
        <Refusal refused={error} />
      </Dialog>
    </>
  )
}
