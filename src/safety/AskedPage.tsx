import { PersonFrame } from '../course/PersonFrame.tsx'
import { AskedPanel } from './AskedPanel.tsx'

type Props = { params: { personId: string } }

/** On a page of its own, for the hour before a dose and for any other. */
export const AskedPage = ({ params: { personId } }: Props) => (
  <PersonFrame personId={personId} current="asked">
    {() => <AskedPanel personId={personId} />}
  </PersonFrame>
)
