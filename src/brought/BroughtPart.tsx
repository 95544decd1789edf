import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { whenWords } from '../intake/WhenText.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate, formatNumber } from '../platform/i18n/format.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { BringForm } from './BringForm.tsx'
import './brought.css'
import { readBrought, type Brought } from './brought.contract.ts'
import { TakeBack } from './TakeBack.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** The journeys of a course that took place elsewhere: what was told of them, by whom, and the way to bring in another. */
export function BroughtPart({ courseId }: { courseId: string }) {
  const said = useWords(words)
  const { data, error } = useAsk(readBrought, { courseId })
  if (error) return <Refusal refused={error} />
  if (!data || (data.journeys.length === 0 && !data.can.bring)) return null
  return (
    <section className="tl-chart-part tl-brought">
      <h2>{said.title}</h2>
      {data.journeys.length > 0 && (
        <>
          <Counted journeys={data.journeys} here={data.here} />
          <p className="tl-quiet-words">{said.lead}</p>
          <ul>
            {data.journeys.map((journey) => (
              <One key={journey.id} journey={journey} courseId={courseId} mayTakeBack={data.can.bring} />
            ))}
          </ul>
        </>
      )}
      {data.can.bring && <BringForm courseId={courseId} />}
    </section>
  )
}

/** "The first here, the fourth in all": as far as it is known. */
function Counted({ journeys, here }: { journeys: readonly Brought[]; here: number }) {
  const said = useWords(words)
  const language = useLanguage()
  const elsewhere = journeys.filter(({ back }) => back === null).length
  if (elsewhere === 0) return null
  const all = elsewhere + here
  return (
    <p>
      {plural(language, elsewhere, said.known)} {here > 0 && fill(said.inAll, { n: all })}{' '}
      {fill(said.next, { here: here + 1, n: all + 1 })}
    </p>
  )
}

type OneProps = { journey: Brought; courseId: string; mayTakeBack: boolean }

function One({ journey, courseId, mayTakeBack }: OneProps) {
  const said = useWords(words)
  const place = usePlace()
  const [isTaking, take] = useState(false)
  const when = whenWords(journey.givenOn, place)
  return (
    <li>
      <p>
        <strong>{when}</strong> <span className="tl-brought-mark">{said.broughtIn}</span>
      </p>
      {journey.back === null ? <What journey={journey} /> : <Gone journey={journey} back={journey.back} />}
      <p className="tl-quiet-words">
        {sourceWords(journey, said)}.{' '}
        {fill(said.by, { name: journey.byName, at: formatDate(journey.broughtAt, place, 'date') })}
      </p>
      {mayTakeBack && journey.back === null && (
        <Button size="small" label={fill(said.backOf, { when })} onPress={() => take(true)}>
          {said.back}
        </Button>
      )}
      <TakeBack
        courseId={courseId}
        broughtId={journey.id}
        when={when}
        open={isTaking}
        onDone={() => take(false)}
      />
    </li>
  )
}

function What({ journey }: { journey: Brought }) {
  const said = useWords(words)
  const { product, route, givenWhere, tolerated, howItWent } = journey
  const medicine = {
    product: product ? said.products[product] : said.notKnown,
    route: route ? said.routes[route] : said.notKnown,
  }
  return (
    <>
      <p>{product || route ? fill(said.medicine, medicine) : said.medicineNone}</p>
      <p>{useAmount(journey)}</p>
      <p>{fill(said.where, { where: givenWhere ?? said.notKnown })}</p>
      <p>{fill(said.bornLine, { how: tolerated ? said.tolerances[tolerated] : said.notKnown })}</p>
      {howItWent !== null && <p>{fill(said.wentLine, { words: howItWent })}</p>}
    </>
  )
}

function useAmount({ labelMg, labelSalt, baseMg }: Brought): string {
  const said = useWords(words)
  const language = useLanguage()
  const number = (mg: number) => formatNumber(mg, language)
  if (labelMg === null) return said.amountNone
  if (labelSalt === null || baseMg === null) return fill(said.amountNoSalt, { mg: number(labelMg) })
  return fill(said.amountSaid, { mg: number(labelMg), salt: said.salts[labelSalt], base: number(baseMg) })
}

function sourceWords({ source, sourceWords: from }: Brought, said: typeof en): string {
  const name = said.sources[source]
  return from === null
    ? fill(said.saysSo, { source: name })
    : fill(said.saysSoFrom, { source: name, words: from })
}

/** What was taken back stays readable, struck through, with the reason. */
function Gone({ journey, back }: { journey: Brought; back: NonNullable<Brought['back']> }) {
  const said = useWords(words)
  const place = usePlace()
  const told = { name: back.byName, at: formatDate(back.at, place, 'date'), reason: back.reason }
  return (
    <>
      <p>{fill(said.takenBack, told)}</p>
      <div className="tl-brought-gone">
        <What journey={journey} />
      </div>
    </>
  )
}
