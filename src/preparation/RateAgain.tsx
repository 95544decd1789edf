import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Slider } from '../platform/ui/Slider.tsx'
import { rateBelief, type Preparation } from './preparation.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Belief = Preparation['beliefs'][number]

/** Each sentence once more, without the last number before one's eyes. */
export function RateAgain({ courseId, beliefs }: { courseId: string; beliefs: readonly Belief[] }) {
  const { again } = useWords(words)
  return (
    <section className="tl-before-again" aria-labelledby="again">
      <h2 id="again">{again.title}</h2>
      <p>{again.lead}</p>
      {beliefs.map((belief) => (
        <Rate key={belief.id} courseId={courseId} belief={belief} />
      ))}
    </section>
  )
}

function Rate({ courseId, belief }: { courseId: string; belief: Belief }) {
  const { beliefs: own, again } = useWords(words)
  const { mutate, error, isPending } = useSend(rateBelief)
  const [id] = useState(newId)
  const [rating, place] = useState<number>()
  return (
    <div className="tl-stack">
      <Slider label={belief.words} value={rating} onChange={place} low={own.low} high={own.high} />
      <Refusal refused={error} />
      {rating !== undefined && (
        <Button
          kind="act"
          busy={isPending}
          onPress={() => mutate({ courseId, beliefId: belief.id, id, rating })}
        >
          {again.keep}
        </Button>
      )}
    </div>
  )
}
