import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatNumber } from '../platform/i18n/format.ts'
import { DataTable, type Column } from '../platform/ui/DataTable.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import type { Outcomes } from './outcome.contract.ts'
import { en } from './words.outcome.en.ts'
import { es } from './words.outcome.es.ts'

const words = { en, es }

type Cohort = Outcomes['cohorts'][number]

/** What was published about others, in the order it was found: who they were stands beside every figure. */
export function CohortTable({ cohorts }: { cohorts: readonly Cohort[] }) {
  const said = useWords(words)
  const columns = useColumns()
  if (cohorts.length === 0) return null
  return (
    <Disclosure title={said.cohorts}>
      <p>{said.cohortsWords}</p>
      <DataTable
        caption={said.cohorts}
        hideCaption
        rows={cohorts}
        rowKey={({ id }) => id}
        columns={columns}
      />
    </Disclosure>
  )
}

function useColumns(): readonly Column<Cohort>[] {
  const said = useWords(words)
  const language = useLanguage()
  const percent = (part: number | null) =>
    part === null ? said.notGiven : fill(said.percent, { n: formatNumber(part * 100, language, 1) })
  return [
    { key: 'study', words: said.study, cell: ({ name }) => <span translate="no">{name}</span> },
    { key: 'people', words: said.people, cell: (cohort) => <People cohort={cohort} /> },
    {
      key: 'when',
      words: said.when,
      cell: ({ time, routes }) =>
        [
          time[language],
          ...routes.map((route) => (said.routes[route] ?? route).toLocaleLowerCase(language)),
        ].join('; '),
    },
    { key: 'response', words: said.responseShort, cell: ({ response }) => percent(response) },
    {
      key: 'remission',
      words: said.remissionShort,
      cell: ({ remission, remissionRule }) =>
        remissionRule ? `${percent(remission)} (${remissionRule[language]})` : percent(remission),
    },
    { key: 'mix', words: said.mix, cell: ({ mix }) => mix[language] },
    { key: 'source', words: said.source, cell: ({ source }) => <span lang="en">{source}</span> },
  ]
}

function People({ cohort: { started, assessed } }: { cohort: Cohort }) {
  const { peopleWords, notGiven } = useWords(words)
  const language = useLanguage()
  const n = (value: number) => formatNumber(value, language, 0)
  if (started !== null && assessed !== null)
    return fill(peopleWords.both, { started: n(started), assessed: n(assessed) })
  if (assessed !== null) return fill(peopleWords.assessed, { n: n(assessed) })
  return started === null ? notGiven : fill(peopleWords.started, { n: n(started) })
}
