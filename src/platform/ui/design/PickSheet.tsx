import { useState } from 'react'
import { Button } from '../Button.tsx'
import { Checkbox } from '../Checkbox.tsx'
import { Choice } from '../Choice.tsx'
import { RadioGroup } from '../RadioGroup.tsx'
import { ScaleStrip } from '../ScaleStrip.tsx'
import { Slider } from '../Slider.tsx'
import { Sheet, useDesignWords } from './Sheet.tsx'

type Answer = 'yes' | 'no' | 'later'
type Time = 'now' | 'five' | 'ten' | 'twenty'

export function PickSheet() {
  const { picks } = useDesignWords()
  const [agrees, agree] = useState(true)
  const [wants, want] = useState<Answer>()
  const [time, setTime] = useState<Time>('now')
  const times = (['now', 'five', 'ten', 'twenty'] as const).map((value) => ({
    value,
    words: picks.times[value],
  }))
  return (
    <Sheet name="picks">
      <Checkbox checked={agrees} onChange={agree} hint={picks.agreeHint}>
        {picks.agree}
      </Checkbox>
      <Checkbox checked={false} onChange={agree} error={picks.agreeError}>
        {picks.agree}
      </Checkbox>
      <RadioGroup
        label={picks.wants}
        hint={picks.wantsHint}
        value={wants}
        onChange={want}
        options={[
          { value: 'yes', words: picks.answers.yes },
          { value: 'no', words: picks.answers.no },
          { value: 'later', words: picks.answers.later, hint: picks.laterHint },
        ]}
      />
      <Choice label={picks.when} options={times} value={time} onChange={setTime} size="glove" />
      <Distress />
    </Sheet>
  )
}

function Distress() {
  const { picks } = useDesignWords()
  const [distress, rate] = useState<number | undefined>(undefined)
  return (
    <>
      <ScaleStrip
        label={picks.distress}
        low={picks.peace}
        high={picks.over}
        value={distress}
        onChange={rate}
        last={4}
        lastWords={picks.last}
      />
      <ScaleStrip
        label={picks.distress}
        low={picks.peace}
        high={picks.over}
        value={7}
        onChange={rate}
        size="glove"
      />
    </>
  )
}

export function BeliefSheet() {
  const { belief } = useDesignWords()
  const [placed, place] = useState<number>()
  return (
    <Sheet name="belief">
      <Slider
        label={belief.label}
        hint={belief.hint}
        low={belief.low}
        high={belief.high}
        value={placed}
        onChange={place}
      />
      <Button kind="link" onPress={() => place(undefined)}>
        {belief.clear}
      </Button>
      <Slider
        label={belief.label}
        low={belief.low}
        high={belief.high}
        value={62}
        onChange={place}
        last={90}
        lastWords={belief.last}
      />
    </Sheet>
  )
}
