import { PersonFrame } from '../course/PersonFrame.tsx'
import { MeasurePanel } from './MeasurePanel.tsx'

type Props = { params: { personId: string } }

export const MeasuresPlace = ({ params: { personId } }: Props) => (
  <PersonFrame personId={personId} current="measures">
    {() => <MeasurePanel personId={personId} />}
  </PersonFrame>
)
