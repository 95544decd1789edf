import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { PartialDate } from '../platform/ui/PartialDate.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { paperLanguages, signers } from './paper.ts'
import type { PaperFaults, PaperField, TypedPaper } from './paperTyped.ts'
import { en } from './words.paper.en.ts'
import { es } from './words.paper.es.ts'

const words = { en, es }

type Props = { typed: TypedPaper; type: (typed: TypedPaper) => void; faults: PaperFaults }
type Part = Props & { wrong: (field: PaperField) => string | undefined }

/** Nothing is chosen beforehand. */
export function PaperFields(props: Props) {
  const said = useWords(words)
  const wrong = (field: PaperField) => {
    const fault = props.faults[field]
    return fault && said.faults[fault]
  }
  const part = { ...props, wrong }
  return (
    <>
      <OfForm {...part} />
      <OfSigner {...part} />
    </>
  )
}

function OfForm({ typed, type, wrong }: Part) {
  const said = useWords(words)
  return (
    <>
      <TextField
        label={said.formName}
        maxLength={200}
        value={typed.formName}
        error={wrong('formName')}
        onChange={(formName) => type({ ...typed, formName })}
      />
      <TextField
        label={said.formVersionField}
        hint={said.formVersionHint}
        optional
        maxLength={60}
        value={typed.formVersion}
        onChange={(formVersion) => type({ ...typed, formVersion })}
      />
      <RadioGroup
        label={said.language}
        value={typed.language}
        error={wrong('language')}
        onChange={(language) => type({ ...typed, language })}
        options={paperLanguages.map((value) => ({ value, words: said.languages[value] }))}
      />
    </>
  )
}

function OfSigner({ typed, type, wrong }: Part) {
  const said = useWords(words)
  return (
    <>
      <PartialDate
        words={said.date}
        value={typed.date}
        error={wrong('date')}
        onChange={(date) => type({ ...typed, date })}
      />
      <TextField
        label={said.signerName}
        maxLength={120}
        value={typed.signerName}
        error={wrong('signerName')}
        onChange={(signerName) => type({ ...typed, signerName })}
      />
      <RadioGroup
        label={said.signedAs}
        value={typed.signedAs}
        error={wrong('signedAs')}
        onChange={(signedAs) => type({ ...typed, signedAs })}
        options={signers.map((value) => ({ value, words: said.signers[value] }))}
      />
      <TextField
        label={said.keptWhere}
        hint={said.keptHint}
        maxLength={300}
        value={typed.keptWhere}
        error={wrong('keptWhere')}
        onChange={(keptWhere) => type({ ...typed, keptWhere })}
      />
    </>
  )
}
