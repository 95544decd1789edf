import { AgreementPanel } from '../consent/AgreementPanel.tsx'
import { PersonFrame } from '../course/PersonFrame.tsx'
import { BeforePanel } from './BeforePanel.tsx'

type Props = { params: { personId: string } }

/** Before a journey: what the client brings, and what they agreed to. */
export const BeforePlace = ({ params: { personId } }: Props) => (
  <PersonFrame personId={personId} current="before">
    {({ course }) => (
      <div className="tl-before-place">
        {course && <BeforePanel courseId={course.id} />}
        <AgreementPanel personId={personId} />
      </div>
    )}
  </PersonFrame>
)
