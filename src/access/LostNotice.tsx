import { useState } from 'react'
import type { AskRefused } from '../platform/http/ask.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { Refusal } from './Refusal.tsx'
import { en } from './words.door.en.ts'
import { es } from './words.door.es.ts'

const words = { en, es }

type Props = {
  /** The words that lead here. */
  open: string
  onAsk: () => void
  asking: boolean
  asked: boolean
  refused: AskRefused | null
}

/** The second step is lost: why nobody can skip it, and how the practice lets one set it up anew. */
export function LostNotice({ open, onAsk, asking, asked, refused }: Props) {
  const own = useWords(words).lost
  const [shown, show] = useState(false)
  if (asked)
    return (
      <Notice title={own.asked} state="waiting">
        {own.askedNext}
      </Notice>
    )
  if (!shown)
    return (
      <div>
        <Button kind="link" onPress={() => show(true)}>
          {open}
        </Button>
      </div>
    )
  return (
    <Notice title={own.title}>
      <div className="tl-door-form">
        <p>{own.lead}</p>
        <Refusal refused={refused} />
        <div>
          <Button onPress={onAsk} busy={asking} busyWords={own.asking}>
            {own.ask}
          </Button>
        </div>
        <p className="tl-quiet-words">{own.alone}</p>
      </div>
    </Notice>
  )
}
