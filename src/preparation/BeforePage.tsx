import { Refusal } from '../access/Refusal.tsx'
import { WithCourse } from '../integration/WithCourse.tsx'
import { useKept } from '../platform/offline/useKept.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { BeliefsPart } from './BeliefsPart.tsx'
import { ComfortPart } from './ComfortPart.tsx'
import { IntentionPart } from './IntentionPart.tsx'
import './preparation.css'
import { readPreparation } from './preparation.contract.ts'
import { RateAgain } from './RateAgain.tsx'
import { ReadersPart } from './ReadersPart.tsx'
import { StopPart } from './StopPart.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** What the client brings: their own words, what calms them, how they say stop, and who reads it. */
export const BeforePage = () => (
  <ClientFrame current="today">
    <div className="tl-before">
      <WithCourse>{(courseId) => <Before courseId={courseId} />}</WithCourse>
    </div>
  </ClientFrame>
)

function Before({ courseId }: { courseId: string }) {
  const own = useWords(words)
  const { data, error } = useKept(readPreparation, { courseId })
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  const due = data.beliefs.filter(({ id }) => data.rateAgain.includes(id))
  return (
    <>
      <header>
        <h1>{own.title}</h1>
        <p className="tl-lead">{own.lead}</p>
      </header>
      {due.length > 0 && <RateAgain courseId={courseId} beliefs={due} />}
      <IntentionPart courseId={courseId} intentions={data.intentions} />
      <BeliefsPart courseId={courseId} beliefs={data.beliefs} />
      <ComfortPart courseId={courseId} comfort={data.comfort} />
      <StopPart courseId={courseId} stop={data.stop} />
      <ReadersPart courseId={courseId} audience={data.audience} />
      <LinkButton kind="link" href="/me">
        {own.home}
      </LinkButton>
    </>
  )
}
