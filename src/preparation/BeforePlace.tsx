import { AgreementPanel } from '../consent/AgreementPanel.tsx'
import { PersonFrame } from '../course/PersonFrame.tsx'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { BeforePanel } from './BeforePanel.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { params: { personId: string } }

/** Before a journey: what the client brings, and what they agreed to. */
export function BeforePlace({ params: { personId } }: Props) {
  const { panel } = useWords(words)
  return (
    <PersonFrame personId={personId} current="before">
      {({ course }) => (
        <>
          <h1 className="tl-sr">{panel.page}</h1>
          <div className="tl-before-place">
            {course && <BeforePanel courseId={course.id} />}
            <AgreementPanel personId={personId} />
          </div>
        </>
      )}
    </PersonFrame>
  )
}
