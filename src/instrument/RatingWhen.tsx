import { momentAt } from '../course/wall.ts'
import type { Instant } from '../kernel/instant.ts'
import { dayIn, wallIn } from '../kernel/zone.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { Choice } from '../platform/ui/Choice.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { slack } from './finished.ts'
import { longestAgo } from './rating.ts'
import { en } from './words.rating.en.ts'
import { es } from './words.rating.es.ts'

const words = { en, es }

export interface When {
  readonly earlier: boolean
  readonly day: string
  readonly time: string
  readonly ratedAt: Instant | null
}

/** As it was said before, by the wall of the practice. */
export function whenOf(ratedAt: Instant | null, timeZone: string): When {
  if (ratedAt === null) return { earlier: false, day: '', time: '', ratedAt }
  const { minuteOfDay } = wallIn(ratedAt, timeZone)
  const two = (part: number) => String(part).padStart(2, '0')
  const time = `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`
  return { earlier: true, day: dayIn(ratedAt, timeZone), time, ratedAt }
}

type Fault = 'missing' | 'future' | 'long'

export function whenFault({ earlier, ratedAt }: When, now: Instant): Fault | undefined {
  if (!earlier) return undefined
  if (ratedAt === null) return 'missing'
  if (ratedAt > now + slack) return 'future'
  return ratedAt < now - longestAgo ? 'long' : undefined
}

type Props = { when: When; onChange: (when: When) => void; fault: Fault | undefined }

/** Now, or earlier: a day and a time by the wall of the practice. */
export function RatingWhen({ when, onChange, fault }: Props) {
  const { form } = useWords(words)
  const place = usePlace()
  const change = (part: Partial<When>) => {
    const next = { ...when, ...part }
    const ratedAt = next.earlier ? (momentAt(next.day, next.time, place.timeZone) ?? null) : null
    onChange({ ...next, ratedAt })
  }
  const said = { missing: form.notAMoment, future: form.future, long: form.tooLong }
  return (
    <div className="tl-rate-when">
      <Choice
        label={form.when}
        value={when.earlier ? 'earlier' : 'now'}
        onChange={(which) => change({ earlier: which === 'earlier' })}
        options={[
          { value: 'now', words: form.now },
          { value: 'earlier', words: form.earlier },
        ]}
      />
      {when.earlier && (
        <>
          <TextField
            label={form.day}
            type="date"
            value={when.day}
            error={fault && said[fault]}
            onChange={(day) => change({ day })}
          />
          <TextField label={form.time} type="time" value={when.time} onChange={(time) => change({ time })} />
          {when.ratedAt !== null && (
            <p className="tl-quiet-words">{formatDate(when.ratedAt, place, 'moment')}</p>
          )}
        </>
      )}
    </div>
  )
}
