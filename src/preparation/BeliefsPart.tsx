import { useState } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import { useBegun } from '../practice/useDraft.web.ts'
import { BeliefForm, beliefBegun } from './BeliefForm.tsx'
import type { Preparation } from './preparation.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { courseId: string; beliefs: Preparation['beliefs'] }

/** The sentences first; how true they felt stays closed until it is opened. */
export function BeliefsPart({ courseId, beliefs }: Props) {
  const { beliefs: own } = useWords(words)
  const [writing, write] = useState(useBegun(beliefBegun(courseId)))
  return (
    <section aria-labelledby="belief">
      <h2 id="belief">{own.title}</h2>
      {beliefs.length === 0 && <p>{own.lead}</p>}
      {beliefs.length > 0 && (
        <ul className="tl-before-beliefs">
          {beliefs.map((belief) => (
            <li key={belief.id}>
              <p className="tl-own-words">{belief.words}</p>
              <Past ratings={belief.ratings} />
            </li>
          ))}
        </ul>
      )}
      {writing ? (
        <BeliefForm courseId={courseId} onDone={() => write(false)} />
      ) : (
        <Button size="small" onPress={() => write(true)}>
          {beliefs.length > 0 ? own.addMore : own.add}
        </Button>
      )}
    </section>
  )
}

function Past({ ratings }: { ratings: Preparation['beliefs'][number]['ratings'] }) {
  const { beliefs: own } = useWords(words)
  return (
    <Disclosure title={own.past}>
      <ul className="tl-before-past">
        {ratings.map(({ id, rating, ratedAt }) => (
          <li key={id}>
            <TimeText at={ratedAt} style="date" />: {fill(own.at, { rating })}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
