import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { recordDose } from './dose.contract.ts'
import type { RoomNow } from './roomState.web.ts'
import { en } from './words.unheard.en.ts'
import { es } from './words.unheard.es.ts'

const words = { en, es }

const doses = recordDose.path.slice(recordDose.path.lastIndexOf('/'))

/** What a dose stands on, where that is no live release or not known yet: said where everyone in the room reads it. */
export function RoomDeviation({ state: { room, outbox } }: { state: RoomNow }) {
  const own = useWords(words)
  const place = usePlace()
  const at = (moment: string) => formatDate(Date.parse(moment), place, 'time')
  if (room.session.phase === 'closed') return null
  return (
    <>
      {outbox.waiting.some(({ path }) => path.endsWith(doses)) && (
        <Notice state="waiting">{own.doseWaits}</Notice>
      )}
      {room.doses
        .filter(({ deviation }) => deviation)
        .map(({ id, givenAt, saidNoAt }) => (
          <Notice key={id} state="stop">
            <p>{fill(own.deviation, { at: at(givenAt) })}</p>
            {saidNoAt && (
              <p>
                <strong>{fill(own.saidNo, { at: at(saidNoAt) })}</strong>
              </p>
            )}
          </Notice>
        ))}
    </>
  )
}
