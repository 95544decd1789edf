import { type FormEvent, useState } from 'react'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import type { Due } from './due.ts'
import type { Room } from './roomState.web.ts'
import { say } from './said.ts'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

type Missed = Pick<Due, 'key' | 'at' | 'why'>
type Reasons = Room['notTaken']
type Say = (dueKey: string, reason: string) => Promise<void>
type Props = { missed: readonly Missed[]; reasons: Reasons; onSay?: Say | undefined }

/** "Due 14:15, none taken", each with why, where somebody said so. */
export function NotTakenList({ missed, reasons, onSay }: Props) {
  const own = useWords(words)
  if (missed.length === 0) return null
  return (
    <section className="room-missed" aria-label={own.notTakenTitle}>
      <h3 className="room-label">{own.notTakenTitle}</h3>
      <ul>
        {missed.map((due) => (
          <NotTaken
            key={due.key}
            due={due}
            reasons={reasons.filter(({ dueKey }) => dueKey === due.key)}
            onSay={onSay}
          />
        ))}
      </ul>
    </section>
  )
}

type NotTakenProps = { due: Missed; reasons: Reasons; onSay: Say | undefined }

function NotTaken({ due, reasons, onSay }: NotTakenProps) {
  const own = useWords(words)
  const place = usePlace()
  const time = formatDate(due.at, place, 'time')
  const [open, show] = useState(false)
  return (
    <li>
      <p>{say(due.why === 'again' ? own.againNotTaken : own.notTaken, { time })}</p>
      {reasons.map(({ id, reason, byName }) => (
        <p key={id} className="room-quiet">
          {reason}, {byName}
        </p>
      ))}
      {onSay && !open && reasons.length === 0 && (
        <Button kind="link" size="small" label={`${own.sayWhy}: ${time}`} onPress={() => show(true)}>
          {own.sayWhy}
        </Button>
      )}
      {onSay && open && <Why onSay={(reason) => onSay(due.key, reason).then(() => show(false))} />}
    </li>
  )
}

function Why({ onSay }: { onSay: (reason: string) => Promise<void> }) {
  const own = useWords(words)
  const [typed, type] = useState('')
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim()) void onSay(typed.trim())
  }
  return (
    <form className="room-why" noValidate onSubmit={save}>
      <TextField label={own.whyNot} value={typed} onChange={type} maxLength={500} />
      <Button size="small" type="submit">
        {own.save}
      </Button>
    </form>
  )
}
