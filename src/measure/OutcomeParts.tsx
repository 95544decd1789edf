import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatNumber } from '../platform/i18n/format.ts'
import { DataTable, type Column } from '../platform/ui/DataTable.tsx'
import { ShareText } from './OutcomeShares.tsx'
import type { Outcomes } from './outcome.contract.ts'
import { en } from './words.outcome.en.ts'
import { es } from './words.outcome.es.ts'

const words = { en, es }

type At = Outcomes['times'][number]
type Part = At['byProtocol'][number]

/** By protocol, route and where it began; a part that is too small says so, and none is first. */
export function OutcomeParts({ at, data }: { at: At; data: Outcomes }) {
  const said = useWords(words)
  const language = useLanguage()
  const bands = data.instrument?.bands[language] ?? {}
  const judged = data.instrument?.betterIs !== null
  const protocolName = (key: string) => data.protocols.find(({ id }) => id === key)?.title[language] ?? key
  const bandName = (key: string) => (key === 'unknown' ? said.noBaseline : (bands[key] ?? key))
  return (
    <section>
      <h2>{said.parts}</h2>
      <p>{said.partsWords}</p>
      {isSomeHidden(at) && <p className="tl-quiet-words">{said.notShownWords}</p>}
      <Parts title={said.byProtocol} parts={at.byProtocol} named={protocolName} judged={judged} />
      <Parts
        title={said.byRoute}
        parts={at.byRoute}
        named={(key) => said.routes[key] ?? key}
        judged={judged}
      />
      <Parts title={said.byBand} parts={at.byBand} named={bandName} judged={judged} />
    </section>
  )
}

const isSomeHidden = ({ byProtocol, byRoute, byBand }: At): boolean =>
  [...byProtocol, ...byRoute, ...byBand].some(({ outcome }) => !outcome || outcome.untold.length > 0)

type PartsProps = {
  title: string
  parts: readonly Part[]
  named: (key: string) => string
  /** Where it is not known which way is better, the middle change is all that is told. */
  judged: boolean
}

function Parts({ title, parts, named, judged }: PartsProps) {
  const columns = useColumns({ title, named, judged })
  if (parts.length === 0) return null
  return <DataTable caption={title} rows={parts} rowKey={({ key }) => key} columns={columns} />
}

type About = { title: string; named: (key: string) => string; judged: boolean }

function useColumns({ title, named, judged }: About): readonly Column<Part>[] {
  const said = useWords(words)
  const shares = useShares()
  const middle = useMiddle()
  return [
    { key: 'part', words: title, cell: ({ key }) => named(key) },
    {
      key: 'started',
      words: said.started,
      figures: true,
      cell: ({ outcome }) => outcome?.started ?? said.notShown,
    },
    { key: 'assessed', words: said.assessed, figures: true, cell: ({ outcome }) => outcome?.assessed ?? '–' },
    ...(['awaited', 'missing'] as const).map((what) => ({
      key: what,
      words: said[what],
      figures: true,
      cell: ({ outcome }: Part) => outcome?.[what] ?? '–',
    })),
    ...(judged ? shares : [middle]),
  ]
}

function useShares(): readonly Column<Part>[] {
  const said = useWords(words)
  const shared = (result: 'response' | 'remission', outcome: Part['outcome']) => {
    if (outcome?.untold.includes(result)) return said.notShown
    const both = outcome?.[result]
    return both ? <ShareText share={both.ofAssessed} /> : '–'
  }
  return [
    {
      key: 'response',
      words: said.responseShort,
      cell: ({ outcome }) => shared('response', outcome),
    },
    {
      key: 'remission',
      words: said.remissionShort,
      cell: ({ outcome }) => shared('remission', outcome),
    },
  ]
}

function useMiddle(): Column<Part> {
  const said = useWords(words)
  const language = useLanguage()
  return {
    key: 'middle',
    words: said.middleShort,
    figures: true,
    cell: ({ outcome }) => {
      if (outcome?.untold.includes('change')) return said.notShown
      return typeof outcome?.medianChange === 'number' ? formatNumber(outcome.medianChange, language, 1) : '–'
    },
  }
}
