import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { SavedLine } from '../platform/ui/SavedLine.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { readRoomStay, setRoomStay } from './practice.contract.ts'
import { en } from './words.settings.en.ts'
import { es } from './words.settings.es.ts'

const words = { en, es }

const offered = [30, 60, 120, 180, 240, 360, 480, 720] as const

/** For how long a session room that nobody touches stays signed in. Chosen, it holds at once. */
export function RoomStay() {
  const { room } = useWords(words)
  const { data, error } = useAsk(readRoomStay, {})
  const { mutate, variables, error: refused, isPending, isSuccess, submittedAt } = useSend(setRoomStay)
  if (!data) return error ? <Refusal refused={error} /> : null
  const now = (isPending || isSuccess ? variables?.minutes : undefined) ?? data.minutes
  const all = [...new Set([...offered, now])].toSorted((one, other) => one - other)
  const spoken = (minutes: number) =>
    room.choices[minutes as (typeof offered)[number]] ?? fill(room.other, { minutes })
  return (
    <section className="tl-settings-part" aria-labelledby="room-stay">
      <h2 id="room-stay">{room.title}</h2>
      <p className="tl-quiet-words">{room.words}</p>
      <Select
        label={room.label}
        placeholder={room.choose}
        hint={data.own ? undefined : room.ours}
        options={all.map((minutes) => ({ value: String(minutes), words: spoken(minutes) }))}
        value={String(now)}
        onChange={(minutes) => minutes !== '' && mutate({ id: newId(), minutes: Number(minutes) })}
      />
      <Refusal refused={refused} />
      <SavedLine saved={isSuccess ? { state: 'saved', at: submittedAt } : { state: 'nothing' }} />
    </section>
  )
}
