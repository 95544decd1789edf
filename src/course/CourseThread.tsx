import { useMemo } from 'react'
import type { output } from 'zod/v4/core'
import { whenWords } from '../intake/WhenText.tsx'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { ThreadPicture } from '../platform/ui/thread/ThreadPicture.tsx'
import type { ThreadLine, ThreadView } from '../platform/ui/thread/view.ts'
import type { ThreadShape } from './course.contract.ts'
import { en } from './words.thread.en.ts'
import { es } from './words.thread.es.ts'

const words = { en, es }

export type Thread = output<typeof ThreadShape>
type Said = (typeof en)['thread']

/** The thread with its words: the fold says what there is, this says it in the reader's language, the picture draws it. */
export function CourseThread({ thread, framing }: { thread: Thread; framing: 'client' | 'staff' }) {
  const said = useWords(words).thread
  const place = usePlace()
  const view = useMemo(
    () => viewOf(thread, { said, framing, when: (on) => whenWords(on, place) }),
    [thread, said, framing, place],
  )
  return <ThreadPicture view={view} framing={framing} />
}

type Told = { said: Said; framing: 'client' | 'staff'; when: (on: string) => string }

const viewOf = (thread: Thread, { said, framing, when }: Told): ThreadView => ({
  startsAt: thread.startsAt,
  now: thread.now,
  ...(thread.endedAt !== null && { endedAt: thread.endedAt }),
  doses: thread.doses,
  lines: thread.lines.map((line) => lineOf(line, said)),
  words: thread.words,
  departures: thread.departures.map(({ id, at, way }) => ({ id, at, label: said.left[framing][way] })),
  earlier: thread.earlier.map(({ id, at, on }) => ({ id, at, when: when(on) })),
  ahead: thread.ahead.map(({ at, kind, number }) => ({
    at,
    label: fill(said.ahead[kind], { n: number ?? '' }),
  })),
})

function lineOf({ band, from, points, ...line }: Thread['lines'][number], said: Said): ThreadLine {
  return {
    ...line,
    ...namesOf(line, said),
    ...(band && { band }),
    ...(from !== null && { from }),
    points: points.map(({ at, status, value }) => ({ at, status, ...(value !== null && { value }) })),
  }
}

function namesOf(
  { kind, words: own, instrumentId }: Pick<Thread['lines'][number], 'kind' | 'words' | 'instrumentId'>,
  said: Said,
) {
  if (kind === 'belief') return { label: own ?? '', detail: said.belief }
  const known = said.instruments[instrumentId as keyof Said['instruments']]
  return known ?? { label: instrumentId ?? '', detail: '' }
}
