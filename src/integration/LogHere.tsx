import { HowItWent } from './ExerciseItem.tsx'
import { useTelling } from './useIntegration.web.ts'

type Props = { courseId: string; exerciseId: string }

/** How practising went, told where one is asked. */
export const LogHere = ({ courseId, exerciseId }: Props) => (
  <HowItWent exerciseId={exerciseId} telling={useTelling(courseId)} />
)
