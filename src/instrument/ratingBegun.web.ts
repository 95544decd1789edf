import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { untouched } from './asking.ts'
import type { Instrument } from './instrument.ts'
import type { RatingsNow } from './rating.contract.ts'
import type { Written } from './useRating.web.ts'

type Draft = RatingsNow['drafts'][number]

/** What this device knows and has not sent comes before what the server knows; what was saved is no draft any more. */
export function begunIn(now: RatingsNow, waiting: Outbox['waiting']) {
  const sent = new Set(
    waiting.filter(({ path }) => path.endsWith('/ratings')).map(({ input }) => (input as Draft).id),
  )
  const own = waiting
    .filter(({ path }) => path.endsWith('/ratings/draft'))
    .map(({ input, at }) => ({ ...(input as Draft), savedAt: at }))
  const newest = new Map([...now.drafts, ...own].map((draft) => [draft.id, draft]))
  return [...newest.values()]
    .filter(({ id }) => !sent.has(id))
    .toSorted((one, other) => other.savedAt - one.savedAt)
    .flatMap((draft) => {
      const written = goneOnWith(now, draft)
      return written ? [{ written, savedAt: draft.savedAt }] : []
    })
}

const instrumentOf = (now: RatingsNow, id: string) =>
  now.instruments.find(({ instrument }) => instrument.id === id)?.instrument

/** Answers to another version are no beginning of this one: its questions may be others, and count otherwise. */
const isOf = (
  { version }: Pick<Instrument, 'version'>,
  said: { readonly instrumentVersion?: string },
): boolean => (said.instrumentVersion ?? version) === version

function goneOnWith(now: RatingsNow, draft: Draft): Written | undefined {
  const instrument = instrumentOf(now, draft.instrumentId)
  const replaced = now.written.find(({ id }) => id === draft.replaces)
  if (!instrument || !isOf(instrument, draft)) return undefined
  return {
    instrument,
    id: draft.id,
    language: draft.language,
    progress: { answers: draft.answers, withheld: draft.withheld },
    readFrom: draft.readFrom ?? '',
    ratedAt: draft.ratedAt,
    replaces:
      draft.replaces === null
        ? null
        : { id: draft.replaces, at: replaced?.answeredAt ?? draft.savedAt, by: replaced?.by ?? '' },
  }
}

/**
 * What was saved, as the beginning of what is to stand in its place: of the same moment, until it is said otherwise. Of another version
 * of the form, only that it is to be replaced.
 */
export function correctionOf(now: RatingsNow, of: string, id: string): Written | undefined {
  const saved = now.written.find((one) => one.id === of)
  const instrument = saved && instrumentOf(now, saved.instrumentId)
  return (
    instrument && {
      instrument,
      id,
      language: saved.language,
      progress: isOf(instrument, saved) ? { answers: saved.answers, withheld: saved.withheld } : untouched,
      readFrom: saved.readFrom ?? '',
      ratedAt: saved.answeredAt,
      replaces: { id: saved.id, at: saved.answeredAt, by: saved.by ?? '' },
    }
  )
}
