import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { listed, plural } from '../platform/i18n/plural.ts'
import { DataTable } from '../platform/ui/DataTable.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { dayOfBirth } from '../person/age.ts'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { readPeople, type People } from './board.contract.ts'
import './board.css'
import { chartAddress } from './chartPlaces.ts'
import { foundBy } from './foundBy.ts'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

type One = People['people'][number]

/** Everyone this reader may know of here, and where on their way each of them is. */
export function PeoplePage() {
  const { people: said } = useWords(words)
  const { data, error } = useAsk(readPeople, {})
  const [wanted, want] = useState('')
  return (
    <StaffFrame current="/app/people">
      <div className="tl-board">
        <h1>{said.title}</h1>
        <TextField label={said.find} type="search" value={wanted} onChange={want} spellCheck={false} />
        <Refusal refused={data ? null : error} />
        {!data && !error && <Loading />}
        {data && (
          <Table people={data.people.filter((one) => foundBy(one, wanted))} all={data.people.length} />
        )}
      </div>
    </StaffFrame>
  )
}

function Table({ people, all }: { people: readonly One[]; all: number }) {
  const { people: said } = useWords(words)
  const language = useLanguage()
  const place = usePlace()
  const empty = all === 0 ? said.empty : said.notFound
  return (
    <DataTable
      caption={said.title}
      hideCaption
      rows={people}
      rowKey={({ personId }) => personId}
      empty={<EmptyState title={empty.title}>{empty.words}</EmptyState>}
      columns={[
        {
          key: 'name',
          words: said.name,
          cell: (one) => (
            <a href={chartAddress(one.personId)} translate="no">
              {one.name}
            </a>
          ),
        },
        { key: 'born', words: said.born, cell: (one) => <Born day={one.birthDate} /> },
        {
          key: 'where',
          words: said.where,
          cell: (one) =>
            one.place === 'journeying'
              ? plural(language, one.journeys, said.journeys)
              : said.places[one.place],
        },
        {
          key: 'next',
          words: said.next,
          cell: (one) => (one.nextAt === null ? said.nothing : formatDate(one.nextAt, place, 'moment')),
        },
        {
          key: 'team',
          words: said.team,
          cell: (one) => (one.team.length > 0 ? listed(language, one.team) : said.nothing),
        },
      ]}
    />
  )
}

function Born({ day }: { day: string | null }) {
  const { people: said } = useWords(words)
  const place = usePlace()
  return day === null ? said.unknown : formatDate(dayOfBirth(day), { ...place, timeZone: 'UTC' }, 'date')
}
