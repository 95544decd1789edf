import type { ReactNode } from 'react'
import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { instant } from '../kernel/instant.ts'
import { Loading } from '../platform/ui/Loading.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { readPerson } from './person.contract.ts'
import { calledName } from './person.ts'
import { personPlaces, type PersonPlaceWord } from './places.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export type PersonRead = output<typeof readPerson.reply>

type Props = {
  personId: string
  /** The place within the record that is open. */
  current: PersonPlaceWord
  children: (read: PersonRead) => ReactNode
}

/** A staff page about one person: whose record is open stays in sight, with what keeps two people apart. */
export function PersonFrame({ personId, current, children }: Props) {
  const said = useWords(words)
  const { data, error } = useAsk(readPerson, { personId })
  const base = `/app/people/${personId}`
  const person = data && {
    id: personId,
    name: `${calledName(data.person)} ${data.person.familyName}`.trim() || said.nameless,
    detail: <Details of={data.person} />,
    href: `${base}${personPlaces.find(({ word }) => word === current)?.path ?? ''}`,
  }
  const places = personPlaces
    .filter(({ action }) => data?.can.includes(action))
    .map(({ path, word }) => ({ href: base + path, words: said.places[word], current: word === current }))
  return (
    <StaffFrame current="/app/people" person={person} personPlaces={places}>
      {data ? children(data) : <Waiting error={error} />}
    </StaffFrame>
  )
}

const Waiting = ({ error }: { error: Parameters<typeof Refusal>[0]['refused'] }) =>
  error ? <Refusal refused={error} /> : <Loading />

/** The name on papers where it differs, the birthday, and the language to speak. */
function Details({ of: person }: { of: PersonRead['person'] }) {
  const said = useWords(words)
  const language = useLanguage()
  const born = person.birthDate
    ? said.born(formatDate(instant(`${person.birthDate}T12:00:00Z`), { language, timeZone: 'UTC' }))
    : said.birthdayUnknown
  const papers = calledName(person) === person.givenName ? [] : [said.onPapers(person.givenName)]
  return [...papers, born, said.speaks[person.language]].join(' · ')
}
