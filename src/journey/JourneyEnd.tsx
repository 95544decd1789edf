import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import './closing.css'
import './room.css'
import type { Journey } from './journeys.contract.ts'
import { NotTakenList } from './NotTakenList.tsx'
import { en } from './words.closing.en.ts'
import { es } from './words.closing.es.ts'

const words = { en, es }

/** How one journey ended, and what was due in it and not taken. */
export function JourneyEnd({ journey, courseId }: { journey: Journey; courseId: string }) {
  const own = useWords(words)
  const place = usePlace()
  const { sessionId, end, missed, notTaken } = journey
  return (
    <div className="journey-end">
      <p>{end ? fill(own.ended[end.how], { at: formatDate(end.at, place, 'moment') }) : own.notEnded}</p>
      <NotTakenList missed={missed} reasons={notTaken} />
      <LinkButton kind="link" size="small" href={`/app/c/${courseId}/s/${sessionId}/close`}>
        {own.title}
      </LinkButton>
    </div>
  )
}
