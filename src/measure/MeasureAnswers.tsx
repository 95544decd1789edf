import { readBack } from '../instrument/kinds.ts'
import type { Item } from '../instrument/instrument.ts'
import { answerAt } from '../instrument/response.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { useLanguage, usePlace } from '../platform/i18n/LanguageProvider.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { asKept } from './asKept.ts'
import type { Response } from './drawn.web.ts'
import type { MeasureNow } from './measure.contract.ts'
import { useSpeech } from './speech.web.ts'

type Answered = Pick<MeasureNow, 'instrument' | 'responses'>

/** Each time it was answered, newest first, question by question. */
export function MeasureAnswers({ measure }: { measure: Answered }) {
  const { said } = useSpeech()
  return (
    <div className="tl-noprint">
      <Disclosure title={said.answersTitle}>
        {measure.responses.toReversed().map((response) => (
          <Answers key={response.id} measure={measure} response={response} />
        ))}
      </Disclosure>
    </div>
  )
}

function Answers({ measure: { instrument }, response }: { measure: Answered; response: Response }) {
  const { said, date } = useSpeech()
  const language = useLanguage()
  const place = usePlace()
  const moment = (at: number) => formatDate(at, place, 'moment')
  // A form in one language only is read in that one.
  const wording = instrument.languages[language] ?? instrument.languages.en ?? instrument.languages.es
  const isOfAnother = response.instrumentVersion !== instrument.version
  const answerWords = (item: Item) => {
    const left = response.withheld[String(item.id)]
    const value = answerAt(response.answers, item)
    if (left) return said.withheld[left]
    if (value === null) return said.unanswered
    const words = readBack(item, { wording, language }, value).join(', ')
    return typeof value === 'number' && words !== String(value) ? `${words} (${value})` : words
  }
  return (
    <Disclosure title={fill(said.answersOf, { day: date(response.answeredAt) })}>
      {response.arrivedAt !== null && (
        <p className="tl-quiet-words">
          {fill(said.arrived, { done: moment(response.answeredAt), day: moment(response.arrivedAt) })}
        </p>
      )}
      {response.clock === 'bounded' && <p className="tl-quiet-words">{said.bounded}</p>}
      {isOfAnother ? (
        <AsKept response={response} />
      ) : (
        <DefinitionList
          items={instrument.items.map((item) => ({
            term: wording?.items[String(item.id)] ?? String(item.id),
            detail: answerWords(item),
          }))}
        />
      )}
    </Disclosure>
  )
}

/** Today's words stand beside no answer that was given to others. */
function AsKept({ response: { instrumentVersion: version, answers, withheld } }: { response: Response }) {
  const { said } = useSpeech()
  const left = Object.entries(withheld).map(([id, why]) => ({ id, said: said.withheld[why] }))
  return (
    <>
      <p>{fill(said.otherVersion, { version })}</p>
      <DefinitionList
        items={[...asKept(answers), ...left].map(({ id, said: detail }) => ({
          term: fill(said.questionNumber, { id }),
          detail,
        }))}
      />
    </>
  )
}
