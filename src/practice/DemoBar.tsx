import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import './demo.css'
import { useHere } from './HereProvider.tsx'
import { moveCareClock } from './practice.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Says plainly that this is a rehearsal and what time care goes by; staff may let time pass. */
export function DemoBar() {
  const { practice, careNow, can } = useHere()
  const { demo } = useWords(words)
  const { mutate, isPending } = useSend(moveCareClock)
  const language = useLanguage()
  if (!practice.demo) return null
  return (
    <aside className="tl-demo tl-noprint" aria-label={demo.label}>
      <p>
        <strong>{demo.label}:</strong> <TimeText at={careNow} />
        <span className="tl-demo-about">{demo.about}</span>
      </p>
      {can.includes('care-clock.move') && (
        <p className="tl-demo-move">
          <span id="demo-ahead">{demo.ahead}</span>
          {[1, 7].map((days) => (
            <Button
              key={days}
              size="small"
              disabled={isPending}
              describedBy="demo-ahead"
              onPress={() => mutate({ days })}
            >
              {plural(language, days, demo.days)}
            </Button>
          ))}
        </p>
      )}
    </aside>
  )
}
