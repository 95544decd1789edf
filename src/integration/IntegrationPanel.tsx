import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { Refusal } from '../access/Refusal.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { useCareClock } from '../practice/useCareClock.web.ts'
import './integration.css'
import { agreeExercise } from './integration.contract.ts'
import type { Chain, Exercise } from './integration.ts'
import { TellLater } from './TellField.tsx'
import { useIntegration } from './useIntegration.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { courseId: string }

/** What the client chose to share, as it hangs together, and what was agreed. Staff read; the words are the client's. */
export function IntegrationPanel({ courseId }: Props) {
  const { panel } = useWords(words)
  const { integration, can, error } = useIntegration(courseId)
  if (!integration) return error ? <Refusal refused={error} /> : <Loading />
  const { chains, exercises } = integration
  return (
    <section className="tl-chains">
      <h2>{panel.title}</h2>
      {chains.length === 0 && exercises.length === 0 && (
        <EmptyState title={panel.emptyTitle}>{panel.kept}</EmptyState>
      )}
      {chains.toReversed().map((chain) => (
        <ChainLines key={chain.id} chain={chain} />
      ))}
      {exercises.length > 0 && (
        <div className="tl-chain-steps">
          <h3>{panel.agreed}</h3>
          {exercises.map((exercise) => (
            <ExerciseLine key={exercise.id} exercise={exercise} />
          ))}
        </div>
      )}
      {can?.agree && <Agree courseId={courseId} />}
      {(chains.length > 0 || exercises.length > 0) && <p className="tl-quiet-words">{panel.kept}</p>}
    </section>
  )
}

function ChainLines({ chain }: { chain: Chain }) {
  const { panel } = useWords(words)
  const place = usePlace()
  return (
    <article>
      <p className="tl-quiet-words">{formatDate(chain.at, place, 'weekday')}</p>
      <p className="tl-own-words">{chain.words}</p>
      <div className="tl-chain-steps">
        {chain.meaning && (
          <p>
            <strong>{panel.meaning}</strong> <span className="tl-own-words">{chain.meaning.words}</span>
          </p>
        )}
        {chain.exercises.map((exercise) => (
          <ExerciseLine key={exercise.id} exercise={exercise} />
        ))}
        {chain.changes.map((change) => (
          <p key={change.id}>
            <strong>{panel.change}</strong> <span className="tl-own-words">{change.words}</span>
          </p>
        ))}
      </div>
    </article>
  )
}

function ExerciseLine({ exercise }: { exercise: Exercise }) {
  const { panel, exercise: said } = useWords(words)
  const place = usePlace()
  const last = exercise.logs.at(-1)
  return (
    <p>
      <strong>{panel.exercise}</strong> <span className="tl-own-words">{exercise.words}</span>{' '}
      {last && (
        <span className="tl-quiet-words">
          {panel.last} {said.outcome[last.outcome]}, {formatDate(last.at, place, 'day')}
        </span>
      )}
    </p>
  )
}

function Agree({ courseId }: Props) {
  const { panel } = useWords(words)
  const { mutateAsync, error } = useSend(agreeExercise)
  const now = useCareClock()
  return (
    <>
      <TellLater
        about={`agreed ${courseId}`}
        open={panel.agree}
        label={panel.agreeLabel}
        hint={panel.agreeHint}
        onTell={(said) => mutateAsync({ courseId, id: newId(), at: now(), words: said })}
      />
      <Refusal refused={error} />
    </>
  )
}
