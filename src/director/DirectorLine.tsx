import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { Director } from './director.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { director: Omit<Director, 'seatId'> | null; of: 'rules' | 'protocols' }

/** Who signs here as the medical director; where nobody is named, that it is so, and who signs then. */
export function DirectorLine({ director, of }: Props) {
  const said = useWords(words)
  const place = usePlace()
  if (!director) return <p>{said.nobodyYet[of]}</p>
  const { name, namedBy: by, namedAt } = director
  return <p>{fill(said.line[of], { name, by, day: formatDate(namedAt, place, 'date') })}</p>
}
