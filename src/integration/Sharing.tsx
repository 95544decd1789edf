import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { shareInsight } from './integration.contract.ts'
import { audiences, type Audience } from './integration.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { courseId: string; insightId: string; audience: Audience }

/** Who else may read it. Taking back works at once; it cannot undo that someone has read it, and that is said. */
export function Sharing({ courseId, insightId, audience }: Props) {
  const { sharing } = useWords(words)
  const { mutate, error, variables, isPending } = useSend(shareInsight)
  const shown = isPending && variables ? variables.audience : audience
  return (
    <section className="tl-stack" aria-label={sharing.title}>
      <RadioGroup
        label={sharing.title}
        hint={sharing.hint}
        value={shown}
        atOnce
        onChange={(chosen) => mutate({ courseId, insightId, id: newId(), audience: chosen })}
        options={audiences.map((one) => ({ value: one, words: sharing.who[one], hint: sharing.hints[one] }))}
      />
      {audience !== 'no-one' && <p className="tl-quiet-words">{sharing.read}</p>}
      <Refusal refused={error} />
    </section>
  )
}
