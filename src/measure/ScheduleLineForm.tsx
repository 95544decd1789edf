import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import type { LineProps } from './line.web.ts'
import { anchors } from './setting.ts'
import type { Typed } from './settingTyped.ts'
import { useCalled } from '../instrument/useCalled.web.ts'
import { en } from './words.schedule.en.ts'
import { es } from './words.schedule.es.ts'

const words = { en, es }

export function ScheduleLineForm({ line, instruments, onChange, onTakeOut }: LineProps) {
  const said = useWords(words)
  return (
    <div className="tl-schedule-form">
      <When line={line} onChange={onChange} />
      <fieldset>
        <legend>{said.which}</legend>
        {instruments.map((instrument) => (
          <Checkbox
            key={instrument.id}
            checked={line.instruments.includes(instrument.id)}
            onChange={(isOn) =>
              onChange({
                ...line,
                instruments: isOn
                  ? [...line.instruments, instrument.id]
                  : line.instruments.filter((id) => id !== instrument.id),
              })
            }
          >
            <About instrument={instrument} />
          </Checkbox>
        ))}
      </fieldset>
      <Button size="small" kind="link" onPress={onTakeOut}>
        {said.takeOut}
      </Button>
    </div>
  )
}

function About({ instrument }: { instrument: LineProps['instruments'][number] }) {
  const said = useWords(words)
  const language = useLanguage()
  const { name, items, languages, alone, validated, brought } = instrument
  const called = useCalled()
  const [only] = languages
  const told = [
    plural(language, items, said.items),
    ...(alone ? [] : [said.together]),
    ...(brought ? [said.brought] : []),
    ...(validated ? [] : [said.ownWords]),
    ...(languages.length === 1 && only ? [said.onlyIn[only]] : []),
  ]
  return (
    <>
      {called(name)} <span className="tl-quiet-words">({told.join(', ')})</span>
    </>
  )
}

function When({ line, onChange }: Pick<LineProps, 'line' | 'onChange'>) {
  const said = useWords(words)
  const set = (more: Partial<Typed>) => onChange({ ...line, ...more })
  const typed = (name: 'count' | 'opens' | 'closes' | 'remind', hint?: string) => (
    <TextField
      label={said[name]}
      hint={hint}
      optional={name === 'remind'}
      value={line[name]}
      maxLength={6}
      onChange={(value) => set({ [name]: value })}
    />
  )
  return (
    <div className="tl-schedule-fields">
      <Select
        label={said.on}
        placeholder={said.choose}
        options={anchors.map((value) => ({ value, words: said.anchor[value] }))}
        value={line.on}
        onChange={(on) => set({ on: anchors.find((each) => each === on) ?? line.on })}
      />
      {typed('count', said.countHint)}
      <Select
        label={said.unit}
        placeholder={said.choose}
        options={(['hours', 'days'] as const).map((value) => ({ value, words: said.units[value] }))}
        value={line.unit}
        onChange={(unit) => set({ unit: unit === 'hours' ? 'hours' : 'days' })}
      />
      {typed('opens', said.opensHint)}
      {typed('closes')}
      {typed('remind', said.remindHint)}
    </div>
  )
}
