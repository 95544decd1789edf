import { useState } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { Mark } from '../platform/ui/StatusMark.tsx'
import type { Room } from './roomState.web.ts'
import { WhomToCall } from './WhomToCall.tsx'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

/** In the order of the cards. */
const rules = ['EM-03, EM-04', 'EM-02, EM-10', 'EM-06', 'EM-01', 'EM-05', 'EM-07', 'EM-11', 'EM-12']

/** First actions only, after clinical.md 4.4 (general knowledge; workflow is the practice's own). No drug, no dose. */
export function EmergencyCard({ room, label }: { room: Room; label?: string }) {
  const own = useWords(words)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="glove" icon={<Mark state="stop" />} onPress={() => setOpen(true)}>
        {label ?? own.emergency}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={own.emergency} whole>
        <p className="room-emergency-lead">{own.emergencyLead}</p>
        <WhomToCall room={room} level="urgent" />
        <div className="room-emergency-cards">
          {own.cards.map(({ name, steps }, place) => (
            <section key={name}>
              <h3>{name}</h3>
              <ol>
                {steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
              <small className="room-quiet">{rules[place]}</small>
            </section>
          ))}
        </div>
      </Dialog>
    </>
  )
}
