import { useState } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { Mark } from '../platform/ui/StatusMark.tsx'
import { EmergencySteps } from './EmergencySteps.tsx'
import type { Room } from './roomState.web.ts'
import { WhomToCall } from './WhomToCall.tsx'
import { en as firstEn } from './words.emergency.en.ts'
import { es as firstEs } from './words.emergency.es.ts'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en: { ...en, first: firstEn }, es: { ...es, first: firstEs } }

/** First actions only, and whom to call. No drug, no dose. */
export function EmergencyCard({ room, label }: { room: Room; label?: string }) {
  const own = useWords(words)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="glove" icon={<Mark state="stop" />} onPress={() => setOpen(true)}>
        {label ?? own.emergency}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={own.emergency} whole>
        <p className="emergency-lead">{own.first.lead}</p>
        <WhomToCall room={room} level="urgent" />
        <EmergencySteps />
      </Dialog>
    </>
  )
}
