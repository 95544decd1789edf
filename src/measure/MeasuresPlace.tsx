import { Refusal } from '../access/Refusal.tsx'
import { PersonFrame } from '../course/PersonFrame.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { readMeasures } from './measure.contract.ts'
import { RatingPart } from '../instrument/RatingPart.tsx'
import { TabletPart } from '../instrument/TabletPart.tsx'
import { MeasurePanel } from './MeasurePanel.tsx'
import { OccasionPanel } from './OccasionPanel.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { params: { personId: string } }

export function MeasuresPlace({ params: { personId } }: Props) {
  const { page } = useWords(words)
  return (
    <PersonFrame personId={personId} current="measures">
      {() => (
        <>
          <h1 className="tl-sr">{page}</h1>
          <Measured personId={personId} />
          <RatingPart personId={personId} />
          <TabletPart personId={personId} />
        </>
      )}
    </PersonFrame>
  )
}

/** What was answered, and what is asked: all of it in one request. */
function Measured({ personId }: { personId: string }) {
  const { data, error } = useAsk(readMeasures, { personId })
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  return (
    <>
      <MeasurePanel data={data} />
      {data.occasions && <OccasionPanel occasions={data.occasions} />}
    </>
  )
}
