import { useState } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { Mark } from '../platform/ui/StatusMark.tsx'
import { EmergencySteps } from './EmergencySteps.tsx'
import { en } from './words.emergency.en.ts'
import { es } from './words.emergency.es.ts'

const words = { en, es }

/** Where nobody is signed in any more: help, and the first steps, with nothing of anybody. */
export function EmergencyAtDoor({ title }: { title: string }) {
  const own = useWords(words)
  const [open, setOpen] = useState(false)
  const call = (
    <a className="tl-button tl-act tl-glove" href="tel:911">
      {own.call911}
    </a>
  )
  return (
    <div className="emergency-door">
      {call}
      <Button size="glove" icon={<Mark state="stop" />} onPress={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} whole>
        <p className="emergency-lead">{own.lead}</p>
        <p>{call}</p>
        <EmergencySteps />
      </Dialog>
    </div>
  )
}
