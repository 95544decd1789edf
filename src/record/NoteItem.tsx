import type { ChartCourse } from '../course/chart.contract.ts'
import { usePlace, useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import type { Note, StandingNote } from './note.ts'
import { en } from './words.note.en.ts'
import { es } from './words.note.es.ts'

const words = { en, es }

type Props = { note: StandingNote; course: ChartCourse; onCorrect: () => void }

/** One note as it stands, with what it said before beneath it. */
export function NoteItem({ note, course, onCorrect }: Props) {
  const own = useWords(words)
  const session = course.sessions.find(({ id }) => id === note.sessionId)
  return (
    <article className="tl-note">
      <p className="tl-quiet-words">
        {session ? fill(own.sessionOnly, { n: session.number }) : own.course} · <Dates note={note} />
      </p>
      <p className="tl-note-words">{note.words}</p>
      <Earlier notes={note.earlier} />
      <div>
        <Button kind="link" size="small" onPress={onCorrect}>
          {own.correct}
        </Button>
      </div>
    </article>
  )
}

export function Dates({ note }: { note: StandingNote }) {
  const own = useWords(words)
  const place = usePlace()
  const first = note.earlier.at(-1) ?? note
  return (
    <>
      {own.written} {formatDate(first.writtenAt, place, 'moment')}
      {first !== note && ` · ${fill(own.corrected, { moment: formatDate(note.writtenAt, place, 'moment') })}`}
    </>
  )
}

export function Earlier({ notes }: { notes: readonly Note[] }) {
  const own = useWords(words)
  const place = usePlace()
  const language = useLanguage()
  if (notes.length === 0) return null
  return (
    <Disclosure title={plural(language, notes.length, own.earlier)}>
      {notes.map((note) => (
        <div key={note.id} className="tl-note-earlier">
          <p className="tl-quiet-words">{formatDate(note.writtenAt, place, 'moment')}</p>
          <p className="tl-note-words">{note.words}</p>
        </div>
      ))}
    </Disclosure>
  )
}
