import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { TextArea, TextField } from '../platform/ui/TextField.tsx'
import { access, languages, needs, offers } from './listing.ts'
import type { Part } from './listingPart.ts'
import { Several } from './Several.tsx'
import { en } from './words.desk.en.ts'
import { es } from './words.desk.es.ts'
import { en as shownEn } from './words.en.ts'
import { es as shownEs } from './words.es.ts'

const words = { en, es }
const shown = { en: shownEn, es: shownEs }

/** Who they are, in their own words, and what they do. */
export function ListingWho({ typed, type, fault }: Part) {
  const { form } = useWords(words)
  return (
    <fieldset>
      <legend>{form.who}</legend>
      <TextField
        label={form.name}
        value={typed.name}
        maxLength={200}
        error={fault('name')}
        onChange={(name) => type({ name })}
      />
      <TextArea
        label={`${form.about}: ${form.aboutEn}`}
        value={typed.aboutEn}
        maxLength={2000}
        error={fault('aboutEn')}
        onChange={(aboutEn) => type({ aboutEn })}
      />
      <TextArea
        label={`${form.about}: ${form.aboutEs}`}
        value={typed.aboutEs}
        maxLength={2000}
        error={fault('aboutEs')}
        onChange={(aboutEs) => type({ aboutEs })}
      />
      <Chosen typed={typed} type={type} fault={fault} />
    </fieldset>
  )
}

/** What they offer, to whom, in which languages, and what helps people to get there. */
function Chosen({ typed, type, fault }: Part) {
  const { form } = useWords(words)
  const said = useWords(shown)
  return (
    <>
      <Several
        label={form.offers}
        all={offers}
        words={said.offers}
        chosen={typed.offers}
        error={fault('offers')}
        onChange={(chosen) => type({ offers: chosen })}
      />
      <Several
        label={form.helpsWith}
        all={needs}
        words={said.needs}
        chosen={typed.helpsWith}
        onChange={(helpsWith) => type({ helpsWith })}
      />
      <Several
        label={form.languages}
        all={languages}
        words={said.languages}
        chosen={typed.languages}
        error={fault('languages')}
        onChange={(chosen) => type({ languages: chosen })}
      />
      <Several
        label={form.access}
        all={access}
        words={said.access}
        chosen={typed.access}
        onChange={(chosen) => type({ access: chosen })}
      />
    </>
  )
}
