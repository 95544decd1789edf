import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { isoOf, type Instant } from '../kernel/instant.ts'
import { dayIn, wallIn } from '../kernel/zone.ts'
import { newId, type AskRefused } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { TextArea, TextField } from '../platform/ui/TextField.tsx'
import { moveSession, planSession } from './course.contract.ts'
import { takenIn } from './taken.ts'
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

interface Typed {
  readonly day: string
  readonly time: string
  readonly room: string
  readonly reason: string
  readonly despite: string
}

const asPlanned = (session: Planned | undefined, timeZone: string): Typed => ({
  day: session ? dayIn(session.plannedAt, timeZone) : '',
  time: session ? timeOf(session.plannedAt, timeZone) : '',
  room: session?.room ?? '',
  reason: '',
  despite: '',
})

/** A day, an hour and a room, by the wall of the practice. What is taken at that hour is named, and can be answered for. */
export function PlanForm({ courseId, session, onDone }: Props) {
  const { plan: said } = useWords(words)
  const { timeZone } = usePlace()
  const [typed, type] = useState(() => asPlanned(session, timeZone))
  const [tried, setTried] = useState(false)
  const { send, error, isPending } = usePlan(courseId, session, onDone)
  const at = momentAt(typed.day, typed.time, timeZone)
  const unexplained = session !== undefined && typed.reason.trim() === ''
  const put = (field: keyof Typed) => (value: string) => type({ ...typed, [field]: value })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (at !== undefined && !unexplained) send(isoOf(at), typed)
  }
  return (
    <form className="tl-stack" onSubmit={submit} noValidate>
      <When typed={typed} put={put} missing={tried && at === undefined} />
      {session && (
        <TextField
          label={said.why}
          hint={said.whyHint}
          maxLength={500}
          value={typed.reason}
          onChange={put('reason')}
          error={tried && unexplained ? said.whyMissing : undefined}
        />
      )}
      <Refusal refused={error} />
      <Overlaps refused={error} despite={typed.despite} onWrite={put('despite')} />
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

type WhenProps = { typed: Typed; put: (field: keyof Typed) => (value: string) => void; missing: boolean }

function When({ typed, put, missing }: WhenProps) {
  const { plan: said } = useWords(words)
  return (
    <div className="tl-plan-row">
      <TextField
        label={said.day}
        type="date"
        value={typed.day}
        onChange={put('day')}
        error={missing ? said.missing : undefined}
      />
      <TextField label={said.time} type="time" value={typed.time} onChange={put('time')} />
      <TextField label={said.room} optional value={typed.room} maxLength={80} onChange={put('room')} />
    </div>
  )
}

type OverlapProps = { refused: AskRefused | null; despite: string; onWrite: (despite: string) => void }

/** What is taken, by name, and the field in which somebody answers for it. */
function Overlaps({ refused, despite, onWrite }: OverlapProps) {
  const { plan: said } = useWords(words)
  const place = usePlace()
  const taken = takenIn(refused?.problem)
  if (taken.length === 0) return null
  return (
    <>
      <ul>
        {taken.map(({ kind, at, name }) => (
          <li key={`${kind} ${at} ${name}`}>
            {fill(said.taken[kind], { at: formatDate(at, place, 'time'), name })}
          </li>
        ))}
      </ul>
      <TextArea
        label={said.despite}
        hint={said.despiteHint}
        rows={2}
        maxLength={500}
        value={despite}
        onChange={onWrite}
      />
    </>
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
    send: (plannedAt: string, { room, reason, despite }: Typed) => {
      const to = { id, plannedAt, room: room.trim() || null, despite: despite.trim() || null }
      if (session) move.mutate({ ...to, sessionId: session.id, reason: reason.trim() }, done)
      else plan.mutate({ ...to, courseId }, done)
    },
    error: plan.error ?? move.error,
    isPending: plan.isPending || move.isPending,
  }
}
