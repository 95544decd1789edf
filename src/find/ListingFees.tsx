import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { feeItems, type FeeItem } from './listing.ts'
import type { Part } from './listingPart.ts'
import { en } from './words.desk.en.ts'
import { es } from './words.desk.es.ts'
import { en as shownEn } from './words.en.ts'
import { es as shownEs } from './words.es.ts'

const words = { en, es }
const shown = { en: shownEn, es: shownEs }
const openings = ['open', 'waiting-list', 'full'] as const

/** Whether there is room, and what the whole way costs, part by part. */
export function ListingFees({ typed, type, fault }: Part) {
  const { form } = useWords(words)
  const said = useWords(shown)
  const set = (item: FeeItem, change: { count?: string; each?: string }) =>
    type({ fees: { ...typed.fees, [item]: { ...typed.fees[item], ...change } } })
  return (
    <>
      <RadioGroup
        label={form.openings}
        options={openings.map((value) => ({ value, words: said.openings[value] }))}
        value={openings.find((value) => value === typed.openings)}
        error={fault('openings')}
        onChange={(value) => type({ openings: value })}
      />
      <fieldset>
        <legend>{form.fees}</legend>
        <p>{form.feesWords}</p>
        {feeItems.map((item) => (
          <fieldset className="tl-listing-fee" key={item}>
            <legend className="tl-label">{said.feeItems[item]}</legend>
            <NumberField
              label={form.count}
              value={typed.fees[item].count}
              error={fault(`fee-${item}`)}
              onChange={(count) => set(item, { count })}
            />
            <NumberField
              label={form.each}
              value={typed.fees[item].each}
              digits={6}
              onChange={(each) => set(item, { each })}
            />
          </fieldset>
        ))}
        <Checkbox checked={typed.slidingScale} onChange={(slidingScale) => type({ slidingScale })}>
          {form.slidingScale}
        </Checkbox>
      </fieldset>
    </>
  )
}
