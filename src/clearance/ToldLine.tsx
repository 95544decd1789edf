import type { output } from 'zod/v4/core'
import { whenWords } from '../intake/WhenText.tsx'
import { day } from '../kernel/instant.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { untouched, type Answering } from './answering.ts'
import type { readClearance } from './clearance.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export type ToldRead = output<typeof readClearance.reply>['told'][number]

type Props = { told: ToldRead; question: string; onTake: (answering: Answering) => void }

/** What the client said of it by themself, and when; taken over, it is a clinician’s answer only once it is saved. */
export function ToldLine({ told, question, onTake }: Props) {
  const said = useWords(words).told
  const place = usePlace()
  const answer = told.about.find((one) => one.question === question)?.answer ?? null
  const label = told.said[place.language]
  const take = () => onTake({ ...untouched, answer: answer ?? '', on: told.on ?? '', taken: told.id })
  return (
    <div className="tl-told">
      <p>
        {said.line(label, formatDate(told.toldAt, place, 'date'))}
        {detailsOf(told, { said, place })}
      </p>
      {told.words !== '' && (
        <p className="tl-own-words" lang={told.language}>
          {told.words}
        </p>
      )}
      {answer === null ? (
        <p className="tl-quiet-words">{said.judge}</p>
      ) : (
        <Button size="small" onPress={take}>
          {said.take(told.on === null ? label : whenWords(told.on, place))}
        </Button>
      )}
    </div>
  )
}

type Telling = { said: (typeof en)['told']; place: ReturnType<typeof usePlace> }

/** When it was; in which language, where it is another than the reader’s; that it came later than it was said. */
function detailsOf({ on, language, arrivedAt, toldAt }: ToldRead, { said, place }: Telling): string {
  const isLate = arrivedAt !== null && arrivedAt - toldAt > day
  const parts = [
    on === null ? '' : said.on(whenWords(on, place)),
    language === place.language ? '' : language === 'es' ? said.inSpanish : said.inEnglish,
    isLate ? said.came(formatDate(arrivedAt, place, 'date')) : '',
  ].filter((part) => part !== '')
  return parts.map((part) => ` · ${part}`).join('')
}
