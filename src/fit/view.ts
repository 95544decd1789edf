import type { DoorView } from '../learn/view.ts'
import type { CheckQuestion } from './check.ts'

export interface FitView extends DoorView {
  readonly questions: readonly CheckQuestion[]
}
