import { doorAddress } from '../learn/address.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { isNarrowed, numberOfNeed, type Asked } from './asked.ts'
import type { Place } from './gazetteer.ts'
import { townOf } from './Lines.tsx'
import { languages, needs } from './listing.ts'
import { PlainCheck, PlainSelect } from './PlainControls.tsx'
import { radii } from './search.ts'
import type { FindView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Posted, so that a place stands in no address. Works without a script. */
export function SearchForm({ view: { asked, language } }: { view: FindView }) {
  const said = useWords(words)
  return (
    <form className="tl-search" method="post" action={`${doorAddress(language, '/find')}#found`}>
      <div className="tl-place-search">
        <TextField
          label={said.near}
          hint={said.nearHint}
          name="near"
          id="near"
          defaultValue={asked.near}
          autoComplete="off"
          maxLength={80}
        />
        <Button kind="act" type="submit">
          {said.search}
        </Button>
      </div>
      <Disclosure title={said.more} open={isNarrowed(asked)}>
        <Choices asked={asked} />
      </Disclosure>
      <p className="tl-quiet-words">{said.used}</p>
    </form>
  )
}

function Choices({ asked }: { asked: Asked }) {
  const said = useWords(words)
  return (
    <div className="tl-choices">
      <PlainSelect
        label={said.within}
        name="within"
        value={String(asked.withinMiles)}
        options={radii.map((miles) => ({ value: String(miles), words: said.miles(miles) }))}
      />
      <PlainSelect
        label={said.speaks}
        name="speaks"
        value={asked.language ?? ''}
        options={[
          { value: '', words: said.anyLanguage },
          ...languages.map((language) => ({ value: language, words: said.languages[language] })),
        ]}
      />
      <PlainSelect
        label={said.need}
        name="for"
        value={asked.need ? numberOfNeed(asked.need) : ''}
        options={[
          { value: '', words: said.anyNeed },
          ...needs.map((need) => ({ value: numberOfNeed(need), words: said.needs[need] })),
        ]}
      />
      <PlainCheck name="video" checked={asked.byVideo ?? false}>
        {said.video}
      </PlainCheck>
      <PlainCheck name="sliding" checked={asked.slidingScale ?? false}>
        {said.sliding}
      </PlainCheck>
      <PlainCheck name="open" checked={asked.openNow ?? false}>
        {said.open}
      </PlainCheck>
    </div>
  )
}

/** The same search for another place: a button for each, with every choice kept. */
export function PlaceChoices({ view, places }: { view: FindView; places: readonly Place[] }) {
  const { asked, language } = view
  const kept: Readonly<Record<string, string | undefined>> = {
    within: String(asked.withinMiles),
    speaks: asked.language,
    for: asked.need && numberOfNeed(asked.need),
    video: asked.byVideo ? 'yes' : undefined,
    sliding: asked.slidingScale ? 'yes' : undefined,
    open: asked.openNow ? 'yes' : undefined,
  }
  return (
    <form className="tl-place-choices" method="post" action={`${doorAddress(language, '/find')}#found`}>
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {places.map(townOf).map((town) => (
        <Button key={town} type="submit" size="small" name="near" value={town}>
          {town}
        </Button>
      ))}
    </form>
  )
}
