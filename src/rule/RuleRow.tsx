import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate, formatNumber } from '../platform/i18n/format.ts'
import { DataTable } from '../platform/ui/DataTable.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { listed } from '../platform/i18n/plural.ts'
import type { Library, RuleTold } from './library.contract.ts'
import { symbols } from './library.ts'
import { OwnActs, OwnSaid, OwnState } from './OwnRule.tsx'
import { gravityOf } from './search.ts'
import { en } from './words.library.en.ts'
import { es } from './words.library.es.ts'
import { en as ownEn } from './words.own.en.ts'
import { es as ownEs } from './words.own.es.ts'

const words = { en, es }
const ownWords = { en: ownEn, es: ownEs }

type Figure = RuleTold['figures'][number]

/** One rule: its name and how grave it is, and when opened, everything that lets a reader judge it. */
export function RuleRow({ rule, library }: { rule: RuleTold; library: Library }) {
  const said = useWords(words)
  const language = useLanguage()
  return (
    <Disclosure
      title={
        <>
          {rule.title[language]}{' '}
          <span className="tl-rule-line tl-quiet-words">
            <span translate="no">{rule.id}</span> · {said.severities[gravityOf(rule)]} ·{' '}
            <OwnState rule={rule} />
          </span>
        </>
      }
    >
      <Facts rule={rule} library={library} />
      {rule.figures.length > 0 && <Figures rule={rule} />}
      {library.can.propose && <OwnActs rule={rule} />}
    </Disclosure>
  )
}

function Facts({ rule, library }: { rule: RuleTold; library: Library }) {
  const said = useWords(words)
  const language = useLanguage()
  const place = usePlace()
  const own = useWords(ownWords)
  const { facts } = said
  const scopes = listed(
    language,
    rule.scope.map((scope) => said.scopes[scope]),
  )
  const protocols =
    rule.protocols === 'all'
      ? said.all
      : listed(
          language,
          rule.protocols.map((id) => said.protocols[id]),
        )
  const day = formatDate(Date.parse(`${rule.effectiveFrom}T12:00:00Z`), { ...place, timeZone: 'UTC' }, 'date')
  return (
    <DefinitionList
      items={[
        { term: facts.clears, detail: rule.clears[language] },
        { term: facts.who, detail: said.who[rule.who] ?? rule.who },
        { term: facts.counts, detail: `${scopes}; ${protocols}` },
        { term: facts.basis, detail: rule.basis[language] },
        { term: facts.certainty, detail: said.certainties[rule.certainty] },
        { term: facts.sources, detail: <Sources sources={rule.sources} /> },
        { term: facts.version, detail: fill(said.since, { version: rule.version, day }) },
        { term: own.term, detail: <OwnSaid rule={rule} library={library} /> },
      ]}
    />
  )
}

function Sources({ sources }: { sources: RuleTold['sources'] }) {
  const said = useWords(words)
  if (sources.length === 0) return said.noSource
  return (
    <ul className="tl-rule-sources">
      {sources.map(({ id, grade, where }) => (
        <li key={id}>
          <span translate="no">
            {id}
            {where !== null && `: ${where}`}
          </span>
          {grade !== null && ` (${fill(said.grade, { grade })})`}
        </li>
      ))}
    </ul>
  )
}

function Figures({ rule }: { rule: RuleTold }) {
  const said = useWords(words)
  const language = useLanguage()
  const { columns } = said
  const number = useNumber()
  const name = ({ measure, name: key }: Figure) => measure?.[language] ?? said.figures[key] ?? key
  return (
    <DataTable
      caption={said.numbers}
      columns={[
        { key: 'what', words: columns.what, cell: name },
        { key: 'number', words: columns.number, cell: number },
        {
          key: 'follows',
          words: columns.follows,
          cell: ({ severity }) => (severity === null ? '–' : said.severities[severity]),
        },
        {
          key: 'source',
          words: columns.source,
          cell: ({ source, proposed }) => {
            const told = source.replace('clinical reference', said.reference)
            return proposed ? `${told} · ${said.proposed}` : told
          },
        },
      ]}
      rows={rule.figures}
      rowKey={(figure) => JSON.stringify(figure)}
    />
  )
}

function useNumber(): (figure: Figure) => string {
  const said = useWords(words)
  const language = useLanguage()
  return ({ value, unit, test }) => {
    const symbol = `{n} ${symbols[unit] ?? unit}`
    const [one, many] = said.units[unit] ?? [symbol, symbol]
    const number = fill(value === 1 ? one : many, { n: formatNumber(value, language) })
    return test === null ? number : fill(said.tests[test], { number })
  }
}
