import type { ChartCourse } from '../course/chart.contract.ts'
import { type FormEvent, useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { SavedLine } from '../platform/ui/SavedLine.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { useCareClock } from '../practice/useCareClock.web.ts'
import { writeNote } from './note.contract.ts'
import { longestNote, type Note } from './note.ts'
import { type Typed, useNoteDraft, useNoteLane } from './noteDraft.web.ts'
import { en } from './words.note.en.ts'
import { es } from './words.note.es.ts'

const words = { en, es }

type Props = {
  course: ChartCourse
  careNow: number
  /** What was being typed when the page was last left. */
  begin: Typed | undefined
  correcting: Note | undefined
  notes: readonly Note[]
  onDone: () => void
}

/** The course, unless a session is going on. */
const firstAbout = ({ course, begin, correcting }: Props): Typed => {
  if (correcting) {
    const { words: said, sessionId, id } = correcting
    return { words: said, sessionId, corrects: id }
  }
  if (begin) return { words: begin.words, sessionId: begin.sessionId, corrects: begin.corrects }
  const open = course.sessions.find(({ phase }) => phase === 'under-way' || phase === 'recovering')
  return { words: '', sessionId: open?.id ?? null, corrects: null }
}

/** What is typed, kept as it goes; and the note it becomes. */
function useWriting(props: Props) {
  const { course, onDone } = props
  const outbox = useNoteLane(course.id)
  const draft = useNoteDraft(course.id, outbox)
  const now = useCareClock()
  const [typed, write] = useState<Typed>(() => firstAbout(props))
  const nothing = { ...typed, words: '', corrects: null }
  return {
    typed,
    saved: draft.saved,
    change(changed: Partial<Typed>) {
      write({ ...typed, ...changed })
      draft.keep({ ...typed, ...changed })
    },
    async send() {
      await draft.settle()
      await outbox.put(writeNote, { ...typed, courseId: course.id, id: newId(), at: Date.parse(now()) })
      write(nothing)
      onDone()
    },
    giveUp() {
      draft.keep(nothing)
      write(nothing)
      onDone()
    },
  }
}

/** Written in peace: one field, what it is about, and the quiet line that says it is kept. */
export function NoteEditor(props: Props) {
  const own = useWords(words)
  const { typed, saved, change, send, giveUp } = useWriting(props)
  const [empty, mark] = useState(false)
  const hand = (event: FormEvent) => {
    event.preventDefault()
    const isEmpty = typed.words.trim() === ''
    mark(isEmpty)
    if (!isEmpty) void send()
  }
  return (
    <form className="tl-note-form" onSubmit={hand}>
      <Correcting {...props} typed={typed} />
      <TextArea
        label={own.write}
        hint={props.begin?.words ? own.draft : own.safe}
        rows={8}
        value={typed.words}
        maxLength={longestNote}
        error={empty && typed.words.trim() === '' ? own.empty : undefined}
        onChange={(said) => change({ words: said })}
      />
      <About course={props.course} typed={typed} onChange={(sessionId) => change({ sessionId })} />
      <SavedLine saved={saved} />
      <div className="tl-row">
        <Button kind="act" type="submit">
          {typed.corrects ? own.saveCorrection : own.save}
        </Button>
        {typed.corrects && <Button onPress={giveUp}>{own.cancel}</Button>}
      </div>
      <p className="tl-quiet-words">{own.keep}</p>
    </form>
  )
}

/** Also when a correction was left half written and is taken up again. */
function Correcting({ typed, notes }: Props & { typed: Typed }) {
  const own = useWords(words)
  const place = usePlace()
  const note = notes.find(({ id }) => id === typed.corrects)
  if (!note) return null
  return <Notice>{fill(own.correcting, { moment: formatDate(note.writtenAt, place, 'moment') })}</Notice>
}

type AboutProps = { course: ChartCourse; typed: Typed; onChange: (sessionId: string | null) => void }

function About({ course, typed, onChange }: AboutProps) {
  const own = useWords(words)
  const place = usePlace()
  if (course.sessions.length === 0) return null
  const options = course.sessions.map(({ id, number, plannedAt }) => ({
    value: id,
    words: fill(own.session, { n: number, day: formatDate(plannedAt, place, 'day') }),
  }))
  return (
    <Select
      label={own.about}
      placeholder={own.course}
      value={typed.sessionId ?? ''}
      onChange={(id) => onChange(id || null)}
      options={options}
    />
  )
}
