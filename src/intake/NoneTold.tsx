import type { output } from 'zod/v4/core'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { readHistory } from './intake.contract.ts'
import { en } from './words.list.en.ts'
import { es } from './words.list.es.ts'

const words = { en, es }

type Read = output<typeof readHistory.reply>

/** The client says that there is nothing on a list. Told, and settling nothing: the list is gone through with them. */
export function NoneTold({ none }: Pick<Read, 'none'>) {
  const said = useWords(words)
  const place = usePlace()
  return none.map(({ kind, at }) => (
    <p key={kind} className="tl-quiet-words">
      {fill(said.none[kind], { day: formatDate(at, place, 'date') })}
    </p>
  ))
}

/** What the client said of a line in their own hand since they told it. */
export function TakenBackLine({ back }: { back: NonNullable<Read['items'][number]['back']> }) {
  const said = useWords(words)
  const place = usePlace()
  return <p>{fill(said.back[back.way], { day: formatDate(back.at, place, 'date') })}</p>
}
