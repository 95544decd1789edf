import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { isoOf, type Instant } from '../kernel/instant.ts'
import { dayIn, wallIn } from '../kernel/zone.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { moveSession, planSession } from './course.contract.ts'
import { momentAt } from './wall.ts'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

type Planned = { readonly id: string; readonly plannedAt: Instant; readonly room: string | null }

type Props = {
  courseId: string
  /** One that is planned already and shall be moved. */
  session?: Planned | undefined
  onDone: () => void
}

/** A day, an hour and a room, by the wall of the practice. */
export function PlanForm({ courseId, session, onDone }: Props) {
  const { plan: said } = useWords(words)
  const { timeZone } = usePlace()
  const [day, setDay] = useState(session ? dayIn(session.plannedAt, timeZone) : '')
  const [time, setTime] = useState(session ? timeOf(session.plannedAt, timeZone) : '')
  const [room, setRoom] = useState(session?.room ?? '')
  const [tried, setTried] = useState(false)
  const { send, error, isPending } = usePlan(courseId, session, onDone)
  const at = momentAt(day, time, timeZone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (at !== undefined) send({ plannedAt: isoOf(at), room: room.trim() || null })
  }
  return (
    <form className="tl-stack" onSubmit={submit}>
      <div className="tl-plan-row">
        <TextField
          label={said.day}
          type="date"
          value={day}
          onChange={setDay}
          error={tried && at === undefined ? said.missing : undefined}
        />
        <TextField label={said.time} type="time" value={time} onChange={setTime} />
        <TextField label={said.room} optional value={room} maxLength={80} onChange={setRoom} />
      </div>
      <Refusal refused={error} />
      <div className="tl-row">
        <Button type="submit" kind="act" size="small" busy={isPending}>
          {session ? said.move : said.plan}
        </Button>
        <Button kind="link" size="small" onPress={onDone}>
          {said.cancel}
        </Button>
      </div>
    </form>
  )
}

const timeOf = (moment: Instant, timeZone: string): string => {
  const { minuteOfDay } = wallIn(moment, timeZone)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`
}

function usePlan(courseId: string, session: Planned | undefined, onDone: () => void) {
  const plan = useSend(planSession)
  const move = useSend(moveSession)
  const [id] = useState(newId)
  const done = { onSuccess: onDone }
  return {
    send: (to: { plannedAt: string; room: string | null }) =>
      session
        ? move.mutate({ sessionId: session.id, ...to }, done)
        : plan.mutate({ courseId, id, ...to }, done),
    error: plan.error ?? move.error,
    isPending: plan.isPending || move.isPending,
  }
}
