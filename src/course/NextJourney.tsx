import { useState } from 'react'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { StillOpen } from './StillOpen.tsx'
import { DeskRide } from '../journey/DeskRide.tsx'
import { CallOff } from './CallOff.tsx'
import type { Chart } from './chart.contract.ts'
import { hasEnded, nextSession } from './course.ts'
import { PlanForm } from './PlanForm.tsx'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

type Course = NonNullable<Chart['course']>
type Props = { course: Course; chart: Chart }

/** The next journey: when and where, what it still waits for, and the way to it. */
export function NextJourney({ course, chart }: Props) {
  const { next: said } = useWords(words)
  const session = nextSession(course.sessions)
  return (
    <section className="tl-chart-part">
      <h2>{said.title}</h2>
      {session ? <When session={session} course={course} chart={chart} /> : <p>{said.none}</p>}
      {chart.can.plan && !hasEnded(course, chart.careNow) && (
        <Planning courseId={course.id} planned={session?.phase === 'planned' ? session : undefined} />
      )}
    </section>
  )
}

/** What is planned can be moved, and another journey planned after it. */
function Planning({
  courseId,
  planned,
}: {
  courseId: string
  planned: Course['sessions'][number] | undefined
}) {
  const { next: said, plan } = useWords(words)
  const [doing, become] = useState<'nothing' | 'moving' | 'planning' | 'calling-off'>('nothing')
  const done = () => become('nothing')
  if (doing === 'moving') return <PlanForm courseId={courseId} session={planned} onDone={done} />
  if (doing === 'planning') return <PlanForm courseId={courseId} onDone={done} />
  return (
    <div className="tl-row">
      {planned && (
        <Button size="small" onPress={() => become('moving')}>
          {said.move}
        </Button>
      )}
      <Button size="small" onPress={() => become('planning')}>
        {planned ? said.another : said.plan}
      </Button>
      {planned && (
        <Button size="small" onPress={() => become('calling-off')}>
          {plan.callOff}
        </Button>
      )}
      {planned && doing === 'calling-off' && <CallOff sessionId={planned.id} onDone={done} />}
    </div>
  )
}

function When({ session, course, chart }: Props & { session: Course['sessions'][number] }) {
  const { next: said } = useWords(words)
  const place = usePlace()
  return (
    <>
      <p>
        <strong>
          {fill(said.journey, { n: session.number })}, {formatDate(session.plannedAt, place, 'moment')}
        </strong>
        {session.room && `, ${session.room}`}
      </p>
      {chart.openGates && (
        <StillOpen
          open={chart.openGates}
          personId={chart.person.id}
          toDecision={chart.places.includes('decision')}
        />
      )}
      <Way session={session} course={course} chart={chart} />
      {chart.can.ride && !chart.can.ready && <DeskRide sessionId={session.id} />}
    </>
  )
}

/** To where this reader may go: what is still to be met, or the room. */
function Way({ session, course, chart: { can } }: Props & { session: Course['sessions'][number] }) {
  const { next: said } = useWords(words)
  const planned = session.phase === 'planned'
  if (planned ? !can.ready : !can.room) return null
  return (
    <LinkButton size="small" kind={planned ? 'quiet' : 'act'} href={roomOf(course.id, session)}>
      {planned ? said.ready : said.room}
    </LinkButton>
  )
}

const roomOf = (courseId: string, { id, phase }: { id: string; phase: string }): string =>
  phase === 'planned' ? `/app/c/${courseId}/s/${id}` : `/app/c/${courseId}/s/${id}/room`
