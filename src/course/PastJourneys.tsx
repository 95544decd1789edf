import { Refusal } from '../access/Refusal.tsx'
import { JourneyEnd } from '../journey/JourneyEnd.tsx'
import { readJourneys, type Journey } from '../journey/journeys.contract.ts'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import type { Chart } from './chart.contract.ts'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

type Course = NonNullable<Chart['course']>
type Session = Course['sessions'][number]

type Props = { course: Course; chart: Chart }

/** Every journey that is no longer ahead: how it ended, and for whoever may read it the way to what was noted. */
export function PastJourneys({ course, chart }: Props) {
  const isPast = course.sessions.some(({ phase }) => phase === 'closed' || phase === 'cancelled')
  if (!isPast) return null
  return chart.can.ready ? (
    <WithEnds course={course} chart={chart} />
  ) : (
    <Listed course={course} chart={chart} journeys={[]} />
  )
}

/** How each ended is for those who take part in the care here. */
function WithEnds({ course, chart }: Props) {
  const { data, error } = useAsk(readJourneys, { courseId: course.id })
  return (
    <>
      <Listed course={course} chart={chart} journeys={data?.journeys ?? []} />
      {error && <Refusal refused={error} />}
    </>
  )
}

function Listed({ course, chart, journeys }: Props & { journeys: readonly Journey[] }) {
  const { past: said } = useWords(words)
  const past = course.sessions.filter(({ phase }) => phase === 'closed' || phase === 'cancelled')
  return (
    <section className="tl-chart-part">
      <h2>{said.title}</h2>
      <ul className="tl-past">
        {past.map((session) => (
          <Row
            key={session.id}
            session={session}
            course={course}
            opens={chart.can.room}
            journey={journeys.find(({ sessionId }) => sessionId === session.id)}
          />
        ))}
      </ul>
    </section>
  )
}

type RowProps = { session: Session; course: Course; opens: boolean; journey: Journey | undefined }

function Row({ session, course, opens, journey }: RowProps) {
  const { past: said, next } = useWords(words)
  const place = usePlace()
  const isOver = session.phase === 'closed'
  return (
    <li>
      <span>
        <strong>{fill(next.journey, { n: session.number })}</strong>,{' '}
        {formatDate(session.plannedAt, place, 'date')}
        {!isOver && `, ${said.calledOff}`}
      </span>
      {isOver && opens && (
        <LinkButton
          size="small"
          href={`/app/c/${course.id}/s/${session.id}/record`}
          label={fill(said.openOf, { n: session.number })}
        >
          {said.open}
        </LinkButton>
      )}
      {journey && <JourneyEnd journey={journey} courseId={course.id} />}
    </li>
  )
}
