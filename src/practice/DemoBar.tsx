import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import './demo.css'
import { useHere } from './HereProvider.tsx'
import { moveCareClock } from './practice.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** A part of an afternoon in the room, a day, a week. */
const steps = [
  ['halfHour', 30],
  ['hours', 2 * 60],
  ['day', 24 * 60],
  ['week', 7 * 24 * 60],
] as const

/** Says plainly that this is a rehearsal and what time care goes by; staff may let time pass. */
export function DemoBar() {
  const { careNow, can } = useHere()
  const { demo } = useWords(words)
  const { mutate, isPending } = useSend(moveCareClock)
  return (
    <aside className="tl-demo tl-noprint" aria-label={demo.label}>
      <p>
        <strong>{demo.label}:</strong> <TimeText at={careNow} />
        <span className="tl-demo-about">
          {demo.about} <a href="/demo/inbox">{demo.inbox}</a>
        </span>
      </p>
      {can.includes('care-clock.move') && (
        <p className="tl-demo-move">
          <span id="demo-ahead">{demo.ahead}</span>
          {steps.map(([step, minutes]) => (
            <Button
              key={step}
              size="small"
              disabled={isPending}
              describedBy="demo-ahead"
              onPress={() => mutate({ minutes })}
            >
              {demo.steps[step]}
            </Button>
          ))}
        </p>
      )}
    </aside>
  )
}
