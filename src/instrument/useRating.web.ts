import { useState } from 'react'
import type { Instant } from '../kernel/instant.ts'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { answered, itemsAsked, leftOut, toSend, untouched, type Progress } from './asking.ts'
import { keepRating, sendRating } from './rating.contract.ts'
import type { Answer, Instrument, Item } from './instrument.ts'
import { answerAt, ratedReasons, type Language, type RatedWithholding } from './response.ts'
import { score } from './score.ts'

export interface Written {
  readonly instrument: Instrument
  readonly id: string
  readonly language: Language
  readonly progress: Progress
  readonly readFrom: string
  readonly ratedAt: Instant | null
  /** What this corrects, with when it was and by whom. */
  readonly replaces: { readonly id: string; readonly at: Instant; readonly by: string } | null
}

type With = { outbox: Outbox; personId: string }

/** What one member writes down about one person: kept on this device at each answer, and sent when there is a network. */
export function useRating(first: Written, { outbox, personId }: With) {
  const [written, write] = useState(first)
  const [handling, handle] = useState<string | null>(null)
  const keep = (next: Written, how = handling) =>
    void outbox.put(keepRating, sheetOf(next, { personId, handling: how }))
  const change = (part: Partial<Written>) => {
    const next = { ...written, ...part }
    write(next)
    keep(next)
  }
  const { instrument, progress } = written
  const answer = (item: Item, value: Answer) => change({ progress: answeredOnce(progress, item, value) })
  const leaveOut = (item: Item, why: RatedWithholding) => change({ progress: leftOut(progress, item, why) })
  const send = () => {
    const last = { ...written, progress: toSend(instrument, progress) }
    write(last)
    void outbox.put(sendRating, { ...sheetOf(last, { personId, handling }), finishedAt: Date.now() })
  }
  return {
    written,
    change,
    answer,
    leaveOut,
    send,
    handling,
    handle,
    /** Said at once, so that no one else is called meanwhile. */
    sayHandled: () => keep(written),
    danger: dangerIn(instrument, progress),
    asked: itemsAsked(instrument, progress),
  }
}

/** A second press of the same answer changes nothing. */
const answeredOnce = (progress: Progress, item: Item, value: Answer): Progress =>
  answerAt(progress.answers, item) === value && !progress.withheld[String(item.id)]
    ? progress
    : answered(progress, item, value)

const sheetOf = (
  { instrument, id, language, progress, readFrom, ratedAt, replaces }: Written,
  { personId, handling }: { personId: string; handling: string | null },
) => ({
  personId,
  id,
  instrumentId: instrument.id,
  instrumentVersion: instrument.version,
  language,
  answers: progress.answers,
  withheld: ratedReasons(progress.withheld),
  ratedAt,
  readFrom: readFrom.trim() || null,
  replaces: replaces?.id ?? null,
  handling: handling?.trim() || null,
})

function dangerIn(instrument: Instrument, { answers }: Progress): boolean {
  const scored = score(instrument, answers)
  return scored.status !== 'invalid' && instrument.danger.some((flag) => scored.flags.includes(flag))
}

export const blank = (instrument: Instrument, id: string, language: Language): Written => ({
  instrument,
  id,
  language,
  progress: untouched,
  readFrom: '',
  ratedAt: null,
  replaces: null,
})

/** What time it is in care now, from what it was when the page came. */
export function useCareClock(careNow: Instant): () => Instant {
  const [ahead] = useState(() => careNow - Date.now())
  return () => Date.now() + ahead
}
