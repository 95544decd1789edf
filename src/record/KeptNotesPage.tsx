import { Redirect } from 'wouter'
import { Door } from '../access/Door.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { readKeptNotes, type KeptNotes } from './note.contract.ts'
import './note.css'
import { standingNotes } from './note.ts'
import { Dates, Earlier } from './NoteItem.tsx'
import { en } from './words.note.en.ts'
import { es } from './words.note.es.ts'

const words = { en, es }

/** Everything one has written as one's own, also where one no longer takes part. */
export function KeptNotesPage() {
  const { kept } = useWords(words)
  const { data, error } = useAsk(readKeptNotes, {})
  if (error?.problem.kind === 'not-signed-in') return <Redirect to="/sign-in" replace />
  if (!data) return <Door>{error ? <Refusal refused={error} /> : <Loading />}</Door>
  return (
    <Door>
      <div>
        <LinkButton kind="link" href="/sign-in/where" icon={<Icon name="back" />}>
          {kept.back}
        </LinkButton>
      </div>
      <h1>{kept.title}</h1>
      <p className="tl-lead">{kept.lead}</p>
      {data.courses.length === 0 && <EmptyState title={kept.none.title}>{kept.none.words}</EmptyState>}
      {data.courses.map((course) => (
        <Course key={course.courseId} course={course} />
      ))}
      {data.courses.length > 0 && <p className="tl-quiet-words">{kept.read}</p>}
    </Door>
  )
}

function Course({ course }: { course: KeptNotes['courses'][number] }) {
  const own = useWords(words)
  const place = usePlace()
  const numbers = new Map(course.notes.map(({ id, sessionNumber }) => [id, sessionNumber]))
  return (
    <section className="tl-notes">
      <h2 translate="no">{course.called}</h2>
      <p className="tl-quiet-words">{fill(own.kept.at, { practice: course.practiceName })}</p>
      {course.draft && (
        <article className="tl-note">
          <p className="tl-quiet-words">
            {own.kept.unfinished} · {formatDate(course.draft.savedAt, place, 'moment')}
          </p>
          <p className="tl-note-words">{course.draft.words}</p>
        </article>
      )}
      {standingNotes(course.notes).map((note) => (
        <article key={note.id} className="tl-note">
          <p className="tl-quiet-words">
            <About number={numbers.get(note.id) ?? null} /> · <Dates note={note} />
          </p>
          <p className="tl-note-words">{note.words}</p>
          <Earlier notes={note.earlier} />
        </article>
      ))}
    </section>
  )
}

function About({ number }: { number: number | null }) {
  const own = useWords(words)
  return number === null ? own.course : fill(own.sessionOnly, { n: number })
}
