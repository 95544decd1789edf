import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { PartialDate } from '../platform/ui/PartialDate.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import type { DetailPart } from '../person/details.ts'
import type { TypedDetails, Wrong } from './details-typed.ts'
import { en as intakeEn } from './words.en.ts'
import { es as intakeEs } from './words.es.ts'
import { en } from './words.details.en.ts'
import { es } from './words.details.es.ts'

const words = { en, es }
const intake = { en: intakeEn, es: intakeEs }

const zones = Intl.supportedValuesOf('timeZone')
const genders = ['female', 'male', 'other', 'unknown'] as const

type Props = {
  typed: TypedDetails
  onType: (typed: TypedDetails) => void
  fault: (name: Wrong) => string | undefined
}
type Write = (part: DetailPart) => { label: string; value: string; onChange: (text: string) => void }
type Group = Pick<Props, 'fault'> & { write: Write }

export function DetailsFields({ typed, onType, fault }: Props) {
  const said = useWords(words)
  const write: Write = (part) => ({
    label: said.parts[part],
    value: typed.text[part],
    onChange: (text) => onType({ ...typed, text: { ...typed.text, [part]: text } }),
  })
  return (
    <>
      <TextField {...write('givenName')} maxLength={200} error={fault('name')} />
      <TextField {...write('familyName')} maxLength={200} />
      <TextField {...write('calledBy')} maxLength={200} optional />
      <PartialDate
        whole
        words={said.born}
        value={typed.born}
        onChange={(born) => onType({ ...typed, born })}
        error={fault('born')}
      />
      <Coded write={write} fault={fault} />
      <Reached write={write} fault={fault} />
    </>
  )
}

function Coded({ write }: Group) {
  const said = useWords(words)
  const { facts } = useWords(intake)
  const { value: zone } = write('timeZone')
  const offered = zones.includes(zone) ? zones : [zone, ...zones]
  return (
    <>
      <Select
        {...write('gender')}
        placeholder={said.choose}
        options={genders.map((value) => ({ value, words: facts.genders[value] }))}
      />
      <RadioGroup
        {...write('language')}
        options={(['en', 'es'] as const).map((value) => ({ value, words: facts.languages[value] }))}
      />
      <Select
        {...write('timeZone')}
        hint={said.zoneHint}
        placeholder={said.choose}
        options={offered.map((value) => ({ value, words: value.replaceAll('_', ' ') }))}
      />
    </>
  )
}

function Reached({ write, fault }: Group) {
  const said = useWords(words)
  return (
    <>
      <TextField {...write('phone')} type="tel" maxLength={200} optional />
      <TextField
        {...write('email')}
        type="email"
        hint={said.emailHint}
        maxLength={254}
        optional
        error={fault('email')}
      />
      {(['addressLine', 'city', 'state', 'postalCode'] as const).map((part) => (
        <TextField key={part} {...write(part)} maxLength={200} optional />
      ))}
    </>
  )
}
