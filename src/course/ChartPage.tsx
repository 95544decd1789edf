import { lazy, Suspense } from 'react'
import { GuestTeam } from '../access/GuestTeam.tsx'
import { ClientSignIn } from '../access/ClientSignIn.tsx'
import { ClearancePanel } from '../clearance/ClearancePanel.tsx'
import { HistoryPanel } from '../intake/HistoryPanel.tsx'
import { MayBeLeft } from '../intake/MayBeLeft.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { listed } from '../platform/i18n/plural.ts'
import { CourseThread } from './CourseThread.tsx'
import './board.css'
import './chart.css'
import type { Chart } from './chart.contract.ts'
import { hasEnded } from './course.ts'
import { PastJourneys } from './PastJourneys.tsx'
import { NextJourney } from './NextJourney.tsx'
import { PersonFrame } from './PersonFrame.tsx'
import { ReviewForm } from './ReviewForm.tsx'
import { StartCourse } from './StartCourse.tsx'
import { TeamPart } from './TeamPart.tsx'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

type Props = { params: { personId: string } }

/** Someone's record: the thread first, then what the next journey waits for, and how the course goes on. */
export const ChartPage = ({ params: { personId } }: Props) => (
  <PersonFrame personId={personId} current="thread">
    {(chart) => (
      <div className="tl-chart">
        <Heading chart={chart} />
        {chart.thread && <CourseThread thread={chart.thread} framing="staff" />}
        {chart.course && <Journeys course={chart.course} chart={chart} />}
        {chart.course && chart.can.review && <ReviewForm courseId={chart.course.id} due={chart.reviewDue} />}
        {(!chart.course || hasEnded(chart.course, chart.careNow)) && <WithoutCourse chart={chart} />}
        {chart.can.team && <TeamPart chart={chart} />}
        <Guests chart={chart} />
        {!chart.can.thread && <Contact chart={chart} />}
        {chart.can.team && <ClientSignIn personId={personId} />}
        <Panels personId={personId} places={chart.places} />
      </div>
    )}
  </PersonFrame>
)

/** Asked for while the chart already stands: most courses began here. */
const BroughtPart = lazy(() =>
  import('../brought/BroughtPart.tsx').then((part) => ({ default: part.BroughtPart })),
)
const Elsewhere = ({ courseId }: { courseId: string }) => (
  <Suspense fallback={null}>
    <BroughtPart courseId={courseId} />
  </Suspense>
)

const Journeys = (of: { course: NonNullable<Chart['course']>; chart: Chart }) => (
  <>
    {of.chart.can.brought && <Elsewhere courseId={of.course.id} />}
    <NextJourney {...of} />
    <PastJourneys {...of} />
  </>
)

const Guests = ({ chart: { person, course, can } }: { chart: Chart }) =>
  can.guests && course && <GuestTeam personId={person.id} courseId={course.id} />

/** What other rooms say of this person, for those who may open them. */
const Panels = ({ personId, places }: { personId: string; places: readonly string[] }) => (
  <>
    {places.includes('decision') && <ClearancePanel personId={personId} />}
    {places.includes('history') && <HistoryPanel personId={personId} />}
  </>
)

function Heading({ chart }: { chart: Chart }) {
  const { chart: said } = useWords(words)
  const language = useLanguage()
  const place = usePlace()
  const { course, team } = chart
  const title = chart.can.thread && course ? said.title : said.plain
  if (!course) return <h1>{title}</h1>
  const names = team.map(({ name }) => name)
  return (
    <header>
      <h1>{title}</h1>
      <p className="tl-quiet-words">
        {fill(said.begun, {
          protocol: course.title[language],
          day: formatDate(course.begunAt, place, 'date'),
        })}{' '}
        {names.length > 0 && fill(said.team, { names: listed(language, names) })}
        {course.endsAt !== null && ` ${fill(said.ends, { day: formatDate(course.endsAt, place, 'date') })}`}
      </p>
    </header>
  )
}

function WithoutCourse({ chart }: { chart: Chart }) {
  const { chart: said } = useWords(words)
  return (
    <EmptyState
      title={chart.course ? said.endedTitle : said.noCourseTitle}
      action={chart.can.start ? <StartCourse personId={chart.person.id} /> : undefined}
    >
      {said.noCourseWords}
    </EmptyState>
  )
}

/** For whoever plans and calls, and reads no thread. */
function Contact({ chart: { person, places } }: { chart: Chart }) {
  const { chart: said } = useWords(words)
  const items = [
    { term: said.phone, detail: person.phone },
    { term: said.email, detail: person.email },
    { term: said.city, detail: [person.city, person.state].filter(Boolean).join(', ') || null },
  ]
  return (
    <section className="tl-chart-part">
      <h2>{said.contact}</h2>
      <DefinitionList items={items.map(({ term, detail }) => ({ term, detail: detail ?? said.unknown }))} />
      {places.includes('history') && <MayBeLeft personId={person.id} />}
    </section>
  )
}
