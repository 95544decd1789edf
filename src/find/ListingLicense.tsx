import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import type { Typed } from './desk.ts'
import { stateOptions, type Part } from './listingPart.ts'
import { isState } from './states.ts'
import { en } from './words.desk.en.ts'
import { es } from './words.desk.es.ts'

const words = { en, es }

type Line =
  | 'title'
  | 'number'
  | 'board'
  | 'checkedOn'
  | 'expiresOn'
  | 'trainingEn'
  | 'trainingEs'
  | 'trainingYear'

/** What the board’s own list says, on which day; and the training in this work. */
export function ListingLicense({ typed, type, fault }: Part) {
  const { form } = useWords(words)
  const line = (name: Line, label: string, more: { type?: 'date'; hint?: string } = {}) => (
    <TextField
      label={label}
      value={typed[name]}
      maxLength={200}
      error={fault(name)}
      onChange={(text) => type({ [name]: text } as Partial<Typed>)}
      {...more}
    />
  )
  return (
    <>
      <fieldset>
        <legend>{form.license}</legend>
        <p>{form.licenseWords}</p>
        <div className="tl-listing-pair">
          {line('title', form.titleOf, { hint: form.titleHint })}
          <Select
            label={form.state}
            placeholder={form.choose}
            options={stateOptions}
            value={typed.state}
            error={fault('state')}
            onChange={(state) => type({ state: isState(state) ? state : '' })}
          />
          {line('number', form.number)}
          {line('board', form.board)}
          {line('checkedOn', form.checkedOn, { type: 'date' })}
          {line('expiresOn', form.expiresOn, { type: 'date' })}
        </div>
      </fieldset>
      <fieldset>
        <legend>{form.training}</legend>
        <div className="tl-listing-pair">
          {line('trainingEn', form.trainingEn)}
          {line('trainingEs', form.trainingEs)}
          {line('trainingYear', form.trainingYear)}
        </div>
      </fieldset>
    </>
  )
}
