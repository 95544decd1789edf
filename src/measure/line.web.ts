import type { ScheduleNow } from './schedule.contract.ts'
import type { SettingFault } from './setting.ts'
import type { Typed } from './settingTyped.ts'

/** One time of a schedule, as it is shown and changed. */
export interface LineProps {
  readonly place: number
  readonly line: Typed
  readonly source: { readonly en: string; readonly es: string } | null
  readonly instruments: ScheduleNow['instruments']
  readonly faults: readonly SettingFault[]
  readonly onChange: (line: Typed) => void
  readonly onTakeOut: () => void
}
