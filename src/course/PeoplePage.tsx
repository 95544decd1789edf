import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { localeOf } from '../platform/i18n/language.ts'
import { listed, plural } from '../platform/i18n/plural.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { DataTable } from '../platform/ui/DataTable.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { dayOfBirth } from '../person/age.ts'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { readPeople, type People } from './board.contract.ts'
import './board.css'
import { chartAddress } from './chartPlaces.ts'
import type { DateTyped } from './dateTyped.ts'
import { found, twoDays } from './foundBy.ts'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

type One = People['people'][number]

/** Everyone this reader may know of here, and where on their way each of them is. */
export function PeoplePage() {
  const { people: said } = useWords(words)
  const { data, error } = useAsk(readPeople, {})
  const [wanted, want] = useState('')
  const language = useLanguage()
  return (
    <StaffFrame current="/app/people">
      <div className="tl-board">
        <header className="tl-people-head">
          <h1>{said.title}</h1>
          {data?.can.create && <LinkButton href="/app/people/take-in">{said.takeIn}</LinkButton>}
        </header>
        <TextField
          label={said.find}
          hint={said.findHint}
          type="search"
          value={wanted}
          onChange={want}
          spellCheck={false}
        />
        <TwoDays wanted={wanted} />
        <Refusal refused={data ? null : error} />
        {!data && !error && <Loading />}
        {data && <Table people={found(data.people, wanted, language)} all={data.people.length} />}
      </div>
    </StaffFrame>
  )
}

/** A date that may be meant in two ways is said in both, so that nobody takes the other one for theirs. */
function TwoDays({ wanted }: { wanted: string }) {
  const { people: said } = useWords(words)
  const place = usePlace()
  const days = twoDays(wanted, place.language)
  const dayWords = ({ month, day }: DateTyped) =>
    new Intl.DateTimeFormat(localeOf(place.language), {
      month: 'long',
      day: 'numeric',
      timeZone: 'UTC',
    }).format(Date.UTC(2024, (month ?? 1) - 1, day ?? 1))
  return (
    <output className="tl-quiet-words">
      {days && fill(said.twoDays, { one: dayWords(days[0]), other: dayWords(days[1]) })}
    </output>
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
