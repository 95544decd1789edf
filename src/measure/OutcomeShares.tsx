import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import type { Language } from '../platform/i18n/language.ts'
import { formatNumber } from '../platform/i18n/format.ts'
import { DataTable } from '../platform/ui/DataTable.tsx'
import type { BothShares, OutcomeTime, Share } from './outcome.ts'
import type { Outcomes } from './outcome.contract.ts'
import { en } from './words.outcome.en.ts'
import { es } from './words.outcome.es.ts'

const words = { en, es }

export type About = NonNullable<Outcomes['instrument']>
export type WholeOutcome = NonNullable<Outcomes['times'][number]['whole']>

type Row = {
  readonly key: string
  readonly words: string
  readonly both: BothShares
}

/** Each result with both denominators side by side, and how far chance alone may have moved it. */
export function OutcomeShares({
  outcome,
  about,
  time,
}: {
  outcome: WholeOutcome
  about: About
  time: OutcomeTime
}) {
  const said = useWords(words)
  const rows = useRows(outcome, about)
  const caption = fill(said.whatCaption, { time: said.times[time] })
  if (rows.length === 0 && outcome.untold.length > 0) return null
  return (
    <section>
      <h2>{said.what}</h2>
      {rows.length > 0 && (
        <DataTable
          caption={caption}
          hideCaption
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'result', words: said.result, cell: (row) => row.words },
            {
              key: 'assessed',
              words: said.ofAssessed,
              cell: ({ both }) => <ShareText share={both.ofAssessed} />,
            },
            {
              key: 'started',
              words: said.ofStarted,
              cell: ({ both }) => <ShareText share={both.ofStarted} />,
            },
          ]}
        />
      )}
      <p className="tl-quiet-words">
        {said.interval}{' '}
        {about.reliableSource
          ? fill(about.computed ? said.computed : said.basis, { source: about.reliableSource })
          : said.noBasis}
      </p>
    </section>
  )
}

function useRows(
  { response, remission, improved, deteriorated }: WholeOutcome,
  about: About,
): readonly Row[] {
  const said = useWords(words)
  const points = about.reliable ?? 0
  const responseWords = about.betterIs === 'lower' ? said.response : said.responseHigher
  return [
    ...(response
      ? [
          {
            key: 'response',
            words: fill(responseWords, { percent: about.responsePercent ?? 0 }),
            both: response,
          },
        ]
      : []),
    ...(remission && about.remission
      ? [
          {
            key: 'remission',
            words:
              'below' in about.remission
                ? fill(said.remissionBelow, { mark: about.remission.below })
                : fill(said.remissionAtMost, { mark: about.remission.atMost }),
            both: remission,
          },
        ]
      : []),
    ...(improved ? [{ key: 'improved', words: fill(said.improved, { points }), both: improved }] : []),
    ...(deteriorated
      ? [{ key: 'deteriorated', words: fill(said.deteriorated, { points }), both: deteriorated }]
      : []),
  ]
}

/** Less than one in a hundred is not nothing. */
const percentOf = (part: number, language: Language, digits: 0 | 1 | 2): string =>
  formatNumber(part * 100, language, digits)

export function ShareText({ share: { count, of, low, high } }: { share: Share }) {
  const said = useWords(words)
  const language = useLanguage()
  if (of === 0) return '–'
  const part = count / of
  const digits = count === 0 || part >= 0.01 ? 0 : part >= 0.001 ? 1 : 2
  const numbers = {
    percent: percentOf(part, language, digits),
    low: percentOf(low, language, digits),
    high: percentOf(high, language, digits),
  }
  return (
    <div>
      {fill(said.share, numbers)}
      <span className="tl-outcome-counted">{fill(said.counted, { count, of })}</span>
    </div>
  )
}
