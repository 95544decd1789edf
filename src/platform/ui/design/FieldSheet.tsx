import { useState } from 'react'
import { Button } from '../Button.tsx'
import { CodeField } from '../CodeField.tsx'
import { ComboBox } from '../ComboBox.tsx'
import { ErrorSummary, type FormError } from '../ErrorSummary.tsx'
import { NumberField } from '../NumberField.tsx'
import { Select } from '../Select.tsx'
import { TextArea, TextField } from '../TextField.tsx'
import { Sheet, useDesignWords } from './Sheet.tsx'

export function FieldSheet() {
  const { fields } = useDesignWords()
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const check = () => setErrors([{ id: 'design-mail', error: fields.mailError }])
  return (
    <Sheet name="fields">
      <ErrorSummary errors={errors} />
      <TextField label={fields.name} hint={fields.nameHint} autoComplete="off" />
      <TextField
        id="design-mail"
        type="email"
        label={fields.mail}
        error={fields.mailError}
        defaultValue="robin"
        autoComplete="off"
      />
      <TextField label={fields.place} optional autoComplete="off" />
      <TextField label={fields.fixed} defaultValue="T-0417" readOnly />
      <TextArea label={fields.insight} hint={fields.insightHint} ownWords defaultValue={fields.insightText} />
      <Figures />
      <Choices />
      <Button onPress={check}>{fields.check}</Button>
    </Sheet>
  )
}

function Figures() {
  const { fields } = useDesignWords()
  const [typed, type] = useState({ systolic: '162', weight: '', code: '' })
  return (
    <>
      <NumberField
        label={fields.systolic}
        hint={fields.systolicHint}
        unit={fields.unit}
        size="glove"
        digits={3}
        value={typed.systolic}
        onChange={(systolic) => type({ ...typed, systolic })}
      />
      <NumberField
        label={fields.weight}
        unit={fields.kilograms}
        decimals
        optional
        value={typed.weight}
        onChange={(weight) => type({ ...typed, weight })}
      />
      <CodeField
        label={fields.code}
        hint={fields.codeHint}
        value={typed.code}
        onChange={(code) => type({ ...typed, code })}
      />
    </>
  )
}

function Choices() {
  const { fields } = useDesignWords()
  const [language, choose] = useState('')
  const [written, write] = useState('')
  const found = fields.medicines.filter((name) => name.includes(written.toLowerCase()))
  const options = Object.entries(fields.options).map(([value, words]) => ({ value, words }))
  return (
    <>
      <Select
        label={fields.language}
        placeholder={fields.choose}
        options={options}
        value={language}
        onChange={choose}
      />
      <ComboBox
        label={fields.find}
        hint={fields.findHint}
        nothing={fields.nothing}
        items={found.map((name) => ({ id: name, words: name }))}
        written={written}
        onWrite={write}
        onChoose={write}
        freeWords
      />
    </>
  )
}
