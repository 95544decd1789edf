import type { ChartCourse } from '../course/chart.contract.ts'
import { PersonFrame } from '../course/PersonFrame.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { useState } from 'react'
import { readNotes } from './note.contract.ts'
import './note.css'
import { standingNotes, type StandingNote } from './note.ts'
import { useNoteLane, waitingDraft } from './noteDraft.web.ts'
import { NoteEditor } from './NoteEditor.tsx'
import { NoteItem } from './NoteItem.tsx'
import { NotesWaiting } from './NotesWaiting.tsx'
import { en } from './words.note.en.ts'
import { es } from './words.note.es.ts'

const words = { en, es }

type Props = { params: { personId: string } }

/** A therapist's own notes on someone's course: theirs alone, and apart from the record. */
export function NotesPlace({ params: { personId } }: Props) {
  const own = useWords(words)
  return (
    <PersonFrame personId={personId} current="notes">
      {({ course, careNow }) => (
        <div className="tl-notes">
          <header>
            <h1>{own.title}</h1>
            <p className="tl-kept">
              <Icon name="lock" />
              <span>{own.lead}</span>
            </p>
          </header>
          {course ? <Notes key={course.id} course={course} careNow={careNow} /> : <p>{own.noCourse}</p>}
        </div>
      )}
    </PersonFrame>
  )
}

function Notes({ course, careNow }: { course: ChartCourse; careNow: number }) {
  const own = useWords(words)
  const { data, error } = useAsk(readNotes, { courseId: course.id })
  const outbox = useNoteLane(course.id)
  const [correcting, correct] = useState<StandingNote>()
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  const standing = standingNotes(data.notes)
  return (
    <>
      <NoteEditor
        key={correcting?.id ?? 'new'}
        course={course}
        careNow={careNow}
        begin={correcting ? undefined : (waitingDraft(outbox) ?? data.draft ?? undefined)}
        correcting={correcting}
        notes={data.notes}
        onDone={() => correct(undefined)}
      />
      <NotesWaiting outbox={outbox} />
      <section aria-label={own.title}>
        {standing.length === 0 && <EmptyState title={own.none.title}>{own.none.words}</EmptyState>}
        {standing.map((note) => (
          <NoteItem key={note.id} note={note} course={course} onCorrect={() => correct(note)} />
        ))}
      </section>
    </>
  )
}
