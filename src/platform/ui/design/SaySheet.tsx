import { useState } from 'react'
import { Button } from '../Button.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { GateList, GateRow } from '../GateRow.tsx'
import { Loading } from '../Loading.tsx'
import { Notice } from '../Notice.tsx'
import { OfflineBar } from '../OfflineBar.tsx'
import { ProblemNotice } from '../ProblemNotice.tsx'
import { SavedLine } from '../SavedLine.tsx'
import { StatusMark } from '../StatusMark.tsx'
import { Sheet, useDesignWords } from './Sheet.tsx'

/** A fixed moment, so that pictures of this page stay the same. */
export const sample = 1_791_999_660_000

export const Gates = () => {
  const { gates } = useDesignWords()
  return (
    <GateList>
      <GateRow
        state="stop"
        title={gates.pressure}
        because={gates.pressureBecause}
        clears={gates.pressureClears}
        how={gates.pressureHow}
        action={<Button kind="act">{gates.pressureAction}</Button>}
      />
      <GateRow
        state="waiting"
        title={gates.ride}
        because={gates.rideBecause}
        clears={gates.rideClears}
        action={<Button>{gates.rideAction}</Button>}
      />
      <GateRow
        state="met"
        title={gates.alone}
        because={gates.aloneBecause}
        clears={gates.aloneClears}
        action={
          <Button kind="link" size="small" label={`${gates.see}: ${gates.alone}`}>
            {gates.see}
          </Button>
        }
      />
    </GateList>
  )
}

export const GateSheet = () => (
  <Sheet name="gates">
    <div className="tl-row">
      <StatusMark state="stop" />
      <StatusMark state="waiting" />
      <StatusMark state="met" />
    </div>
    <Gates />
  </Sheet>
)

export function NoticeSheet() {
  const { notices } = useDesignWords()
  const [retrying, retry] = useState(false)
  return (
    <Sheet name="notices">
      <Notice>{notices.quiet}</Notice>
      <Notice state="waiting" title={notices.waitingTitle}>
        {notices.waiting}
      </Notice>
      <Notice state="stop" title={notices.waitingTitle}>
        {notices.waiting}
      </Notice>
      <ProblemNotice problem={{ happened: notices.problem, next: notices.problemNext }} />
      <ProblemNotice onRetry={() => retry(true)} retrying={retrying} reference={notices.reference} />
      <div>
        <SavedLine saved={{ state: 'saving' }} />
        <SavedLine saved={{ state: 'saved', at: sample }} />
        <SavedLine saved={{ state: 'kept', at: sample }} />
        <SavedLine saved={{ state: 'failed' }} />
      </div>
      <div>
        <OfflineBar since={sample} kept={6} />
        <OfflineBar since={undefined} kept={1} />
      </div>
      <EmptyState title={notices.empty} action={<Button size="small">{notices.emptyAction}</Button>}>
        {notices.emptyWords}
      </EmptyState>
      <Loading>{notices.late}</Loading>
    </Sheet>
  )
}
