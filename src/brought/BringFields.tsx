import { fill } from '../platform/i18n/fill.ts'
import { formatNumber } from '../platform/i18n/format.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { PartialDate } from '../platform/ui/PartialDate.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { TextArea, TextField } from '../platform/ui/TextField.tsx'
import { products } from '../protocol/protocol.ts'
import { baseMgKnown, broughtRoutes, sources, tolerances } from './brought.ts'
import { amountIn, type TypedFaults, type TypedJourney } from './typed.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { typed: TypedJourney; type: (typed: TypedJourney) => void; faults: TypedFaults }
type Part = Props & { wrong: (field: keyof TypedFaults) => string | undefined }

/** Nothing is chosen beforehand, and every field but the year and the source may stay empty. */
export function BringFields(props: Props) {
  const said = useWords(words)
  const { typed, type, faults } = props
  const wrong = (field: keyof TypedFaults) => {
    const fault = faults[field]
    return fault && said.faults[fault]
  }
  const part = { ...props, wrong }
  return (
    <>
      <PartialDate
        words={said.date}
        value={typed.date}
        error={wrong('date')}
        onChange={(date) => type({ ...typed, date })}
      />
      <Given {...part} />
      <HowMuch {...part} />
      <Went {...part} />
      <Said {...part} />
    </>
  )
}

function Given({ typed, type }: Part) {
  const said = useWords(words)
  return (
    <>
      <Select
        label={said.product}
        placeholder={said.notKnown}
        value={typed.product}
        onChange={(product) => type({ ...typed, product })}
        options={products.map((value) => ({ value, words: said.products[value] }))}
      />
      <Select
        label={said.route}
        placeholder={said.notKnown}
        value={typed.route}
        onChange={(route) => type({ ...typed, route })}
        options={broughtRoutes.map((value) => ({ value, words: said.routes[value] }))}
      />
    </>
  )
}

function HowMuch({ typed, type, wrong }: Part) {
  const said = useWords(words)
  return (
    <>
      <NumberField
        label={said.amount}
        optional
        decimals
        digits={7}
        unit={said.amountUnit}
        value={typed.amount}
        error={wrong('amount')}
        onChange={(amount) => type({ ...typed, amount })}
      />
      <Select
        label={said.salt}
        placeholder={said.notKnown}
        value={typed.salt}
        error={wrong('salt')}
        onChange={(salt) => type({ ...typed, salt })}
        options={(['base', 'hydrochloride'] as const).map((value) => ({ value, words: said.salts[value] }))}
      />
      <Base typed={typed} />
    </>
  )
}

/** Beside the label's amount, as soon as both are there. */
function Base({ typed: { amount, salt } }: Pick<Part, 'typed'>) {
  const said = useWords(words)
  const language = useLanguage()
  const labelSalt = salt === 'base' || salt === 'hydrochloride' ? salt : null
  const mg = baseMgKnown({ labelMg: amountIn(amount) ?? null, labelSalt })
  return <output>{mg !== null && fill(said.base, { mg: formatNumber(mg, language) })}</output>
}

function Went({ typed, type }: Part) {
  const said = useWords(words)
  return (
    <>
      <TextField
        label={said.givenWhere}
        optional
        maxLength={200}
        value={typed.givenWhere}
        onChange={(givenWhere) => type({ ...typed, givenWhere })}
      />
      <Select
        label={said.tolerated}
        placeholder={said.notKnown}
        value={typed.tolerated}
        onChange={(tolerated) => type({ ...typed, tolerated })}
        options={tolerances.map((value) => ({ value, words: said.tolerances[value] }))}
      />
      <TextArea
        label={said.howItWent}
        hint={said.howItWentHint}
        optional
        maxLength={2000}
        value={typed.howItWent}
        onChange={(howItWent) => type({ ...typed, howItWent })}
      />
    </>
  )
}

function Said({ typed, type, wrong }: Part) {
  const said = useWords(words)
  return (
    <>
      <RadioGroup
        label={said.source}
        value={typed.source}
        error={wrong('source')}
        onChange={(source) => type({ ...typed, source })}
        options={sources.map((value) => ({ value, words: said.sources[value] }))}
      />
      <TextField
        label={said.sourceWords}
        hint={said.sourceWordsHint}
        optional
        maxLength={300}
        value={typed.sourceWords}
        onChange={(sourceWords) => type({ ...typed, sourceWords })}
      />
    </>
  )
}
