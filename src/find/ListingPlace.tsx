import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { stateOptions, type Part } from './listingPart.ts'
import { isState, stateNames } from './states.ts'
import { en } from './words.desk.en.ts'
import { es } from './words.desk.es.ts'

const words = { en, es }

/** Where, as near as a ZIP code; and for whom talks are by video. */
export function ListingPlace({ typed, type, fault }: Part) {
  const { form } = useWords(words)
  return (
    <fieldset>
      <legend>{form.where}</legend>
      <TextField
        label={form.zip}
        inputMode="numeric"
        value={typed.zip}
        maxLength={5}
        error={fault('zip')}
        onChange={(zip) => type({ zip })}
      />
      <Select
        label={form.videoIn}
        placeholder={form.videoAdd}
        options={stateOptions.filter(({ value }) => !typed.videoIn.some((state) => state === value))}
        value=""
        onChange={(state) => isState(state) && type({ videoIn: [...typed.videoIn, state] })}
      />
      {typed.videoIn.length > 0 && (
        <div className="tl-row">
          {typed.videoIn.map((state) => (
            <Button
              key={state}
              size="small"
              onPress={() => type({ videoIn: typed.videoIn.filter((each) => each !== state) })}
            >
              {fill(form.videoRemove, { state: stateNames[state] })}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  )
}
