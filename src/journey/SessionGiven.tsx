import type { output } from 'zod/v4/core'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate, formatNumber } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed } from '../platform/i18n/plural.ts'
import { Notice } from '../platform/ui/Notice.tsx'
import { en as orderEn } from '../medication/words.en.ts'
import { es as orderEs } from '../medication/words.es.ts'
import { instant } from '../kernel/instant.ts'
import { readReady } from './ready.contract.ts'
import type { Room } from './roomState.web.ts'
import { en } from './words.session.en.ts'
import { es } from './words.session.es.ts'

const words = { en: { ...en, order: orderEn }, es: { ...es, order: orderEs } }

/** What was given. The amount is for those who may read the order; a guest reads that there was a dose. */
export function SessionGiven({ room }: { room: Room }) {
  const own = useWords(words)
  return (
    <section className="session-part">
      <h2>{own.given}</h2>
      {room.doses.length === 0 && <p>{own.noneGiven}</p>}
      {room.doses.length > 0 && (room.can.ready ? <Amounts room={room} /> : <Moments room={room} />)}
    </section>
  )
}

function Moments({ room }: { room: Room }) {
  const own = useWords(words)
  const place = usePlace()
  return (
    <ul className="session-list">
      {room.doses.map(({ id, givenAt, deviation }) => (
        <li key={id}>
          <strong>{formatDate(instant(givenAt), place, 'moment')}</strong> {own.doseAt}
          {deviation && <Notice state="stop">{own.deviation}</Notice>}
        </li>
      ))}
    </ul>
  )
}

type Dose = output<typeof readReady.reply>['doses'][number]

function Amounts({ room }: { room: Room }) {
  const own = useWords(words)
  const place = usePlace()
  const { data } = useAsk(readReady, { sessionId: room.session.id })
  if (!data) return <Moments room={room} />
  return (
    <ul className="session-list">
      {data.doses.map((dose) => (
        <li key={dose.id}>
          <strong>{formatDate(dose.givenAt, place, 'moment')}</strong>{' '}
          {fill(own.dose, {
            product: own.order.products[dose.product],
            form: own.order.forms[dose.form].toLowerCase(),
            route: own.order.routes[dose.route],
            mg: formatNumber(dose.labelMg, place.language, 2),
            salt: own.order.salts[dose.labelSalt],
            name: dose.givenByName,
          })}
          {dose.deviation && <Notice state="stop">{own.deviation}</Notice>}
          {dose.judgedBy && <JudgedBy judgedBy={dose.judgedBy} />}
        </li>
      ))}
    </ul>
  )
}

/** By which edition of the rules it was released, and what the practice had made graver in it. */
function JudgedBy({ judgedBy: { version, raised } }: { judgedBy: NonNullable<Dose['judgedBy']> }) {
  const own = useWords(words)
  const { language } = usePlace()
  const rules = listed(
    language,
    raised.map(({ title }) => title[language]),
  )
  return (
    <p className="tl-quiet-words">
      {fill(own.judgedBy, { version })} {raised.length > 0 && fill(own.raisedThen, { rules })}
    </p>
  )
}
