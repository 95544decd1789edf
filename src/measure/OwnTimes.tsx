import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { DataTable } from '../platform/ui/DataTable.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import type { OwnMatter } from './own.contract.ts'
import { en } from './words.own.en.ts'
import { es } from './words.own.es.ts'

const words = { en, es }

type Time = OwnMatter['times'][number] & { readonly key: string }

/** Each time it was asked, in words; what was answered stays closed until it is opened. */
export function OwnTimes({ about, topic }: { about: readonly OwnMatter[]; topic: string }) {
  const said = useWords(words)
  const place = usePlace()
  const day = (at: number) => formatDate(at, place, 'date')
  const times = about
    .flatMap(({ instrumentId, times: own }) =>
      own.map((time, turn): Time => ({ ...time, key: `${instrumentId} ${turn}` })),
    )
    .toSorted((one, other) => other.at - one.at)
  const isTurned = times.some(({ turnedTo }) => turnedTo !== null)
  return (
    <>
      {isTurned && <p>{said.twoLanguages}</p>}
      <DataTable
        caption={fill(said.caption, { topic })}
        hideCaption
        rows={times}
        rowKey={({ key }) => key}
        columns={[
          { key: 'when', words: said.when, cell: ({ at }) => day(at) },
          { key: 'what', words: said.what, cell: (time) => <What {...time} /> },
        ]}
      />
      {times.map(({ key, at, answers }) =>
        answers === null || answers.length === 0 ? null : (
          <Disclosure key={key} title={fill(said.answersOf, { day: day(at) })}>
            <DefinitionList
              items={answers.map(({ question, answer, withheld }) => ({
                term: question,
                detail: withheld ? said.withheld[withheld] : answer,
              }))}
            />
          </Disclosure>
        ),
      )}
    </>
  )
}

/** What they did, and where they went over to the other language. */
function What({ state, turnedTo }: Time) {
  const said = useWords(words)
  if (turnedTo === null) return said.states[state]
  return `${said.states[state]}. ${said.turnedTo[turnedTo]}`
}
