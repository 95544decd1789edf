import { IntegrationPanel } from '../integration/IntegrationPanel.tsx'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import './chart.css'
import { PersonFrame } from './PersonFrame.tsx'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

type Props = { params: { personId: string } }

/** The client's own words, as far as they chose to share them. */
export function WordsPlace({ params: { personId } }: Props) {
  const { chart: said } = useWords(words)
  return (
    <PersonFrame personId={personId} current="words">
      {({ course }) => (
        <div className="tl-chart">
          <h1>{said.words}</h1>
          {course ? <IntegrationPanel courseId={course.id} /> : <p>{said.noCourseWords}</p>}
        </div>
      )}
    </PersonFrame>
  )
}
