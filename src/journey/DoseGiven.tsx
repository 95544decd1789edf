import { useState } from 'react'
import { isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatNumber } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { useOutbox } from '../platform/offline/useOutbox.web.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { recordDose } from './dose.contract.ts'
import { whenOf, type Ready } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

/** What was given, plainly; and where no live release stood behind it, that too. */
export function DoseGiven({ ready }: { ready: Ready }) {
  const own = useWords(words)
  const place = usePlace()
  return (
    <ul className="ready-doses">
      {ready.doses.map((dose) => (
        <li key={dose.id}>
          <p>
            <strong>{whenOf(dose.givenAt, ready.now, place)}</strong>{' '}
            {fill(own.amount, {
              mg: formatNumber(dose.labelMg, place.language, 2),
              salt: own.salts[dose.product][dose.labelSalt],
            })}
            , {dose.givenByName}
          </p>
          {dose.deviation && <Notice state="stop">{own.deviation}</Notice>}
          <TakeBack ready={ready} dose={dose} />
        </li>
      ))}
    </ul>
  )
}

type TakeBackProps = { ready: Ready; dose: Ready['doses'][number] }

/** A dose that was never given: taken back, and both stay on record. It takes a second press, on a button of its own. */
function TakeBack({ ready: { sessionId }, dose }: TakeBackProps) {
  const own = useWords(words)
  const outbox = useOutbox(sessionId)
  const [isAsked, ask] = useState(false)
  const { id: corrects, orderId, product, form, route, labelMg, labelSalt, givenAt } = dose
  const strike = () => {
    ask(false)
    const amount = { orderId, product, form, route, labelMg, labelSalt, givenAt: isoOf(givenAt) }
    void outbox.put(recordDose, {
      id: newId(),
      sessionId,
      ...amount,
      identifiers: [],
      corrects,
      struck: true,
    })
  }
  if (outbox.waiting.some(({ input }) => (input as { corrects?: string }).corrects === corrects))
    return <p className="tl-quiet-words">{own.takingBack}</p>
  if (!isAsked)
    return (
      <Button kind="link" size="small" onPress={() => ask(true)}>
        {own.neverGiven}
      </Button>
    )
  return (
    <div className="tl-row">
      <Button size="small" onPress={strike}>
        {own.takeBack}
      </Button>
      <Button kind="link" size="small" onPress={() => ask(false)}>
        {own.wasGiven}
      </Button>
    </div>
  )
}
