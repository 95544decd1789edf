import { Refusal } from '../access/Refusal.tsx'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { ThreadGutter, ThreadItem } from '../platform/ui/thread/ThreadItem.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { useBegun } from '../practice/useDraft.web.ts'
import { ExerciseItem } from './ExerciseItem.tsx'
import './integration.css'
import type { Chain } from './integration.ts'
import { OutboxNotes } from './OutboxNotes.tsx'
import { Sharing } from './Sharing.tsx'
import { TellField, TellLater } from './TellField.tsx'
import { useIntegration, useTelling, type Telling } from './useIntegration.web.ts'
import { WithCourse } from './WithCourse.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { params: { insightId: string } }

/** One insight and what grows from it, one step at a time. */
export const InsightPage = ({ params }: Props) => (
  <ClientFrame current="thread">
    <WithCourse>{(courseId) => <Insight courseId={courseId} insightId={params.insightId} />}</WithCourse>
  </ClientFrame>
)

function Insight({ courseId, insightId }: { courseId: string; insightId: string }) {
  const { page } = useWords(words)
  const { integration, error, outbox } = useIntegration(courseId)
  const telling = useTelling(courseId)
  const chain = integration?.chains.find(({ id }) => id === insightId)
  if (!chain) return error || integration ? <Missing refused={error} /> : <Loading />
  return (
    <article key={chain.id} className="tl-insight">
      <LinkButton kind="link" size="small" href="/me/words" icon={<Icon name="back" />}>
        {page.back}
      </LinkButton>
      <OutboxNotes outbox={outbox} />
      <Steps chain={chain} telling={telling} />
      <Sharing courseId={courseId} insightId={insightId} audience={chain.audience ?? 'no-one'} />
      <Correct key={chain.words} chain={chain} telling={telling} />
    </article>
  )
}

function Correct({ chain, telling }: { chain: Chain; telling: Telling }) {
  const { page } = useWords(words)
  const about = `correction ${chain.id}`
  const begun = useBegun(about)
  return (
    <Disclosure title={page.correct} open={begun}>
      <p>{page.correctWords}</p>
      <TellField
        about={about}
        label={page.correctLabel}
        begin={chain.words}
        onTell={(said) => telling.correction(chain.id, said)}
      />
    </Disclosure>
  )
}

function Missing({ refused }: { refused: Parameters<typeof Refusal>[0]['refused'] }) {
  const { page } = useWords(words)
  return (
    <div className="tl-stack">
      <Refusal refused={refused} />
      {!refused && <p>{page.missing}</p>}
      <LinkButton href="/me/words">{page.back}</LinkButton>
    </div>
  )
}

function Steps({ chain, telling }: { chain: Chain; telling: Telling }) {
  const { page } = useWords(words)
  const place = usePlace()
  return (
    <ThreadGutter>
      <ThreadItem then="stitch" node="open">
        <p className="tl-quiet-words">{formatDate(chain.at, place, 'weekday')}</p>
        <h1 className="tl-own-words tl-insight-words">{chain.words}</h1>
      </ThreadItem>
      <ThreadItem then="stitch" node="open">
        <h2>{page.meaning}</h2>
        {chain.meaning && <p className="tl-own-words">{chain.meaning.words}</p>}
        <TellLater
          about={`meaning ${chain.id}`}
          open={chain.meaning ? page.meaningAgain : page.meaningOpen}
          label={page.meaning}
          hint={page.meaningHint}
          onTell={(said) => telling.meaning(chain.id, said)}
        />
      </ThreadItem>
      <Practised chain={chain} telling={telling} />
      <ThreadItem then={chain.changes.length > 0 ? 'stitch' : 'ahead'} node="open">
        <h2>{page.change}</h2>
        {chain.changes.map((change) => (
          <p key={change.id} className="tl-own-words">
            {change.words}
          </p>
        ))}
        <TellLater
          about={`change ${chain.id}`}
          open={page.changeOpen}
          label={page.change}
          hint={page.changeHint}
          onTell={(said) => telling.change(chain.id, said)}
        />
      </ThreadItem>
    </ThreadGutter>
  )
}

function Practised({ chain, telling }: { chain: Chain; telling: Telling }) {
  const { page } = useWords(words)
  const exercises = chain.exercises.toSorted((a, b) => Number(a.over) - Number(b.over))
  return (
    <ThreadItem then="stitch" node="open">
      <h2>{page.exercise}</h2>
      {exercises.map((exercise) => (
        <ExerciseItem key={exercise.id} exercise={exercise} telling={telling} />
      ))}
      <TellLater
        about={`exercise ${chain.id}`}
        open={exercises.length > 0 ? page.exerciseAgain : page.exerciseOpen}
        label={page.exercise}
        hint={page.exerciseHint}
        onTell={(said) => telling.exercise(chain.id, said)}
      />
    </ThreadItem>
  )
}
