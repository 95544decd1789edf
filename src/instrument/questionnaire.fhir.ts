import { loincSystem, ours } from '../record/row.fhir.ts'
import {
  answersAsFhirPath,
  asked,
  conditionAsFhirPath,
  resultsAsFhirPath,
  scoresAsFhirPath,
  workedOut,
  type Named,
} from './expression.ts'
import { countedAs } from './given.ts'
import type { Condition, Instrument, Item, Wording } from './instrument.ts'

const hl7 = 'http://hl7.org/fhir/StructureDefinition'
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition'
const fhirPath = (expression: string, name?: string) => ({ name, language: 'text/fhirpath', expression })

export const questionnaireUrl = (id: string): string => `${ours}/Questionnaire/${id}`
/** In another language it is another instrument: an address of its own, with the same links. */
const urlIn = (id: string, language: Language): string => questionnaireUrl(`${id}-${language}`)
export const canonicalOf = ({ id, version }: Instrument, language: Language): string =>
  `${urlIn(id, language)}|${version}`
export const optionSystem = (id: string): string => `${ours}/CodeSystem/${id}-answers`

type Language = 'en' | 'es'

/** One version of an instrument in one language, as an R4 Questionnaire that works out its own scores. */
export function questionnaireOf(instrument: Instrument, language: Language) {
  const { id, version, name, tier, licence, loinc } = instrument
  const wording = instrument.languages[language]
  return {
    resourceType: 'Questionnaire',
    id: `${id}-${language}`,
    language,
    url: urlIn(id, language),
    version,
    name: id.replaceAll(/[^A-Za-z0-9]/g, '_'),
    title: wording?.title ?? name,
    status: 'active',
    /** Our own words are no validated instrument; without words it cannot be asked. */
    experimental: tier === 'O' || wording === undefined,
    description: tier === 'O' ? 'Not a validated instrument.' : undefined,
    copyright: `${licence.line} ${licence.holder}`,
    subjectType: ['Patient'],
    code: loinc['panel'] ? [{ system: loincSystem, code: loinc['panel'] }] : undefined,
    extension: [...answersAsFhirPath(instrument), ...scoresAsFhirPath(instrument)].map(variable),
    item: [
      {
        linkId: asked,
        type: 'group',
        text: wording?.stem,
        item: instrument.items.map((item) => itemOf(instrument, item, wording)),
      },
      {
        linkId: workedOut,
        type: 'group',
        readOnly: undefined,
        item: resultsAsFhirPath(instrument).map((result) => resultOf(instrument, result)),
      },
    ],
  }
}

export type Questionnaire = ReturnType<typeof questionnaireOf>

const variable = ({ name, expression }: Named) => ({
  url: `${hl7}/variable`,
  valueExpression: fhirPath(expression, name),
})

function itemOf(instrument: Instrument, item: Item, wording: Wording | undefined) {
  return {
    linkId: String(item.id),
    type: item.range ? (item.range.whole ? 'integer' : 'decimal') : 'choice',
    text: wording?.items[String(item.id)] ?? `${item.id} (the wording is not included)`,
    code: item.loinc ? [{ system: loincSystem, code: item.loinc }] : undefined,
    repeats: item.ticks ? true : undefined,
    ...whenOf(instrument, item),
    ...extensionsOf(instrument, item),
    answerOption: item.range ? undefined : optionsOf(instrument, item, wording),
  }
}

type Option = { readonly code: string; readonly weight: number | null; readonly words: string | undefined }

/** What an item offers, by the code of each, in order. */
export const offeredCodes = (item: Item): readonly string[] =>
  item.ticks ?? (item.codes ? Object.keys(item.codes) : item.values.map(String))

function offered(item: Item, wording: Wording | undefined): Option[] {
  const codes = offeredCodes(item)
  return codes.map((code, at) => ({
    code,
    weight: item.ticks ? null : countedAs(item, item.codes ? code : Number(code)),
    words: wording?.options[item.options]?.[at],
  }))
}

/** The weights stand on the option, in both ways of saying it, and are equal. */
const optionsOf = (instrument: Instrument, item: Item, wording: Wording | undefined) =>
  offered(item, wording).map(({ code, weight, words }) => ({
    extension:
      weight === null
        ? undefined
        : [
            { url: `${hl7}/ordinalValue`, valueDecimal: weight },
            { url: `${hl7}/itemWeight`, valueDecimal: weight },
          ],
    valueCoding: codingOf(instrument, item, { code, words }),
  }))

/** An option in LOINC's code where it is known, else in our own: the value or word itself. */
export function codingOf(
  { id, answerCodes }: Instrument,
  { options, values }: Item,
  { code, words }: { readonly code: string; readonly words?: string | undefined },
) {
  const known = answerCodes?.[options]?.[values.indexOf(Number(code))]
  return { system: known ? loincSystem : optionSystem(id), code: known ?? code, display: words }
}

/** A skip in plain terms where R4 can say it so. */
function whenOf(instrument: Instrument, { only }: Item) {
  const plain = only && plainly(instrument, only)
  return plain && { enableWhen: plain, enableBehavior: plain.length > 1 ? 'any' : undefined }
}

/** A skip as an expression, where R4 has no plain terms for it; and from where to where a number may be. */
function extensionsOf(instrument: Instrument, { only, unless, range }: Item) {
  const isPlain = only && plainly(instrument, only)
  const when = isPlain ? undefined : (only ?? (unless && { not: { sure: unless } }))
  const limit = (name: string, value: number) => ({
    url: `${hl7}/${name}`,
    ...(Number.isInteger(value) && range?.whole ? { valueInteger: value } : { valueDecimal: value }),
  })
  const said = [
    ...(when
      ? [
          {
            url: `${sdc}/sdc-questionnaire-enableWhenExpression`,
            valueExpression: fhirPath(conditionAsFhirPath(instrument, { sure: when })),
          },
        ]
      : []),
    ...(range ? [limit('minValue', range.min), limit('maxValue', range.max)] : []),
  ]
  return { extension: said.length > 0 ? said : undefined }
}

/** Any answer of these items that reaches the mark. */
function plainly(instrument: Instrument, condition: Condition): object[] | undefined {
  if ('rule' in condition) {
    const rule = instrument.rules[condition.rule]
    return rule && plainly(instrument, rule)
  }
  if ('item' in condition)
    return plainly(instrument, { items: [condition.item], atLeast: condition.atLeast, times: 1 })
  if (!('items' in condition) || condition.times !== 1) return undefined
  return instrument.items
    .filter(({ id }) => condition.items.includes(id))
    .flatMap((item) =>
      offered(item, undefined)
        .filter(({ weight }) => weight !== null && weight >= condition.atLeast)
        .map(({ code }) => ({
          question: String(item.id),
          operator: '=',
          answerCoding: codingOf(instrument, item, { code }),
        })),
    )
}

function resultOf({ loinc, main }: Instrument, { name, expression }: Named) {
  const code = name === main ? loinc['total'] : name === 'band' ? loinc['band'] : undefined
  return {
    extension: [
      { url: `${sdc}/sdc-questionnaire-calculatedExpression`, valueExpression: fhirPath(expression) },
    ],
    linkId: `${workedOut}/${name}`,
    type: expression.includes(`'`) ? 'string' : 'decimal',
    readOnly: true,
    code: code ? [{ system: loincSystem, code }] : undefined,
  }
}
