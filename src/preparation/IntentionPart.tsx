import { Refusal } from '../access/Refusal.tsx'
import { TellLater } from '../integration/TellField.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import { tellIntention, type Preparation } from './preparation.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { courseId: string; intentions: Preparation['intentions'] }

/** Held lightly: the newest words stand large, the older ones stay where they can be found. */
export function IntentionPart({ courseId, intentions }: Props) {
  const { intention } = useWords(words)
  const { mutateAsync, error } = useSend(tellIntention)
  const [held, ...earlier] = intentions
  return (
    <section aria-labelledby="intention">
      <h2 id="intention">{intention.title}</h2>
      {held ? <p className="tl-own-words tl-before-held">{held.words}</p> : <p>{intention.lead}</p>}
      <TellLater
        about={`intention ${courseId}`}
        label={intention.label}
        open={held ? intention.change : intention.write}
        onTell={(said) => mutateAsync({ courseId, id: newId(), words: said })}
      />
      <Refusal refused={error} />
      {earlier.length > 0 && (
        <Disclosure title={intention.earlier}>
          <ul className="tl-before-earlier">
            {earlier.map(({ id, words: said, saidAt }) => (
              <li key={id}>
                <p className="tl-own-words">{said}</p>
                <p className="tl-quiet-words">
                  <TimeText at={saidAt} style="date" />
                </p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  )
}
