import type { ReactNode } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Loading } from '../platform/ui/Loading.tsx'
import { dayOfBirth, yearsBetween } from '../person/age.ts'
import { calledName } from '../person/person.ts'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { readChart, type Chart } from './chart.contract.ts'
import { chartAddress, chartPlaces, type ChartPlaceId } from './chartPlaces.ts'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

type Props = {
  personId: string
  current: ChartPlaceId
  status?: ReactNode
  children: (chart: Chart) => ReactNode
}

/** A page of someone's record: whose it is, what keeps two people apart, and the places this reader may open. */
export function PersonFrame({ personId, current, status, children }: Props) {
  const { data, error } = useAsk(readChart, { personId })
  const about = usePerson(data)
  const { places } = useWords(words)
  if (!data || !about)
    return <StaffFrame current="/app/people">{error ? <Refusal refused={error} /> : <Loading />}</StaffFrame>
  return (
    <StaffFrame
      current="/app/people"
      person={{ id: personId, ...about }}
      personPlaces={chartPlaces
        .filter(({ id }) => data.places.includes(id))
        .map(({ id }) => ({
          href: chartAddress(personId, id),
          words: places[id],
          current: id === current,
        }))}
      status={status}
    >
      {children(data)}
    </StaffFrame>
  )
}

function usePerson(chart: Chart | undefined) {
  const { person: said } = useWords(words)
  const place = usePlace()
  if (!chart) return undefined
  const { person, careNow } = chart
  const born = person.birthDate && dayOfBirth(person.birthDate)
  const detail = [
    born
      ? fill(said.born, {
          day: formatDate(born, { ...place, timeZone: 'UTC' }, 'date'),
          years: yearsBetween(born, careNow),
        })
      : said.bornUnknown,
    said.speaks[person.language],
  ]
  return { name: `${calledName(person)} ${person.familyName}`, detail: detail.join(' · ') }
}
