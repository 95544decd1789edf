import { loincSystem, ours } from '../record/row.fhir.ts'
import { asked, workedOut } from './expression.ts'
import { faultsIn, rawAt, type Fault, type Reason } from './given.ts'
import { itemsAsked } from './asking.ts'
import type { Answer, Answers, Instrument, Item, Wording } from './instrument.ts'
import { canonicalOf, codingOf, offeredCodes } from './questionnaire.fhir.ts'
import { withAnswer, type Language, type Withheld, type Withholding } from './response.ts'

type Json = Readonly<Record<string, unknown>>

export const isQuestionnaireResponse = (value: unknown): value is Json =>
  isRecord(value) && value['resourceType'] === 'QuestionnaireResponse'

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : [])

export type Read = { readonly answers: Answers } | { readonly reasons: readonly [Reason, ...Reason[]] }

/** What a QuestionnaireResponse answers, whoever made it; or why it cannot be taken for answers to this instrument. */
export function readResponse(instrument: Instrument, response: Json): Read {
  const seen = new Set<Item>()
  const said = answeredIn(response['item'])
    .filter(isNoResult)
    .map(({ linkId, given }) => {
      const item = itemFor(instrument, linkId)
      if (!item || seen.has(item)) return { fault: faultAt(item), id: item?.id ?? linkId.slice(0, 40) }
      seen.add(item)
      return { ...saidIn(instrument, item, given), item, id: item.id }
    })
  const reasons = [
    ...aboutWhole(instrument, response),
    ...said.flatMap((one) => ('fault' in one ? [{ reason: one.fault, item: one.id }] : [])),
  ]
  const answers = said.reduce<Answers>(
    (all, one) => ('answer' in one ? withAnswer(all, one.item, one.answer) : all),
    {},
  )
  const [first, ...rest] = reasons.length > 0 ? reasons.slice(0, mostReasons) : faultsIn(instrument, answers)
  return first ? { reasons: [first, ...rest] } : { answers }
}

/** What was worked out from answers is no answer. */
const isNoResult = ({ linkId }: Linked): boolean =>
  linkId !== workedOut && !linkId.startsWith(`${workedOut}/`)

const faultAt = (item: Item | undefined): Fault => (item ? 'duplicate-answer' : 'unknown-item')

const mostReasons = 20

/** Taken back, of another version, or of another instrument, whoever's; whoever names none, and LOINC's own name of it, is believed. */
function aboutWhole({ id, version, loinc }: Instrument, response: Json): Reason[] {
  if (response['status'] === 'entered-in-error') return [{ reason: 'taken-back' }]
  const [url = '', about] = String(response['questionnaire'] ?? '').split('|')
  if (isNameOf(id, url.split('/').at(-1)))
    return about === undefined || about === version ? [] : [{ reason: 'wrong-version' }]
  return url === '' || url === `${loincSystem}/q/${loinc['panel']}` ? [] : [{ reason: 'wrong-instrument' }]
}

/** With or without the language of it. */
const isNameOf = (id: string, name: string | undefined): boolean =>
  [id, `${id}-en`, `${id}-es`].some((each) => each === name)

interface Linked {
  readonly linkId: string
  readonly given: readonly Json[]
}

/** Every item with an answer, however deep it stands. */
function answeredIn(items: unknown): Linked[] {
  const found: Linked[] = []
  const open = [...listOf(items)].toReversed()
  for (let item = open.pop(); item; item = open.pop()) {
    const given = listOf(item['answer'])
    if (given.length > 0) found.push({ linkId: String(item['linkId']), given })
    open.push(...listOf(item['item']), ...given.flatMap((answer) => listOf(answer['item'])))
    if (found.length > mostAnswered) break
  }
  return found
}

/** Far more than any instrument asks; what comes after is not read. */
const mostAnswered = 1000

/** By our own name of it, or by LOINC's. */
const itemFor = ({ items }: Instrument, linkId: string): Item | undefined =>
  items.find(({ id }) => String(id) === linkId) ??
  items.find(({ loinc }) => loinc !== undefined && (linkId === loinc || linkId === `/${loinc}`))

type Said = { readonly answer: Answer } | { readonly fault: Fault }

function saidIn(instrument: Instrument, item: Item, given: readonly Json[]): Said {
  if (given.length > 1 && !item.ticks) return { fault: 'duplicate-answer' }
  const values = given.map((answer) => valueIn(instrument, item, answer))
  const [value] = values
  if (value === undefined || values.includes(undefined)) return { fault: 'not-an-option' }
  return { answer: item.ticks ? values.map(String) : value }
}

type Value = number | string | boolean

function valueIn(instrument: Instrument, item: Item, answer: Json): Value | undefined {
  if (isRecord(answer['valueCoding']) && isForeign(answer['valueCoding'])) return undefined
  if (isRecord(answer['valueCoding'])) return codedIn(instrument, item, answer['valueCoding'])
  const plain =
    answer['valueInteger'] ?? answer['valueDecimal'] ?? answer['valueBoolean'] ?? answer['valueString']
  return typeof plain === 'number' || typeof plain === 'boolean' || typeof plain === 'string'
    ? plain
    : undefined
}

/** The codes of somebody else mean something else; where no system is named, they are taken for ours. */
const isForeign = ({ system }: Json): boolean =>
  system !== undefined && system !== loincSystem && !String(system).startsWith(`${ours}/`)

/** A value by LOINC's code of it, or as its own code. */
function codedIn({ answerCodes }: Instrument, item: Item, coding: Json): Value | undefined {
  const code = String(coding['code'])
  if (item.codes || item.ticks) return code
  const known = coding['system'] === loincSystem ? (answerCodes?.[item.options]?.indexOf(code) ?? -1) : -1
  return known >= 0 ? item.values[known] : item.values.find((value) => String(value) === code)
}

interface About {
  readonly id: string
  readonly language: Language
  readonly authored?: string
  /** Why an item has no answer; and the mark of the practice's own that it was scored by. */
  readonly withheld?: Withheld
  readonly mark?: number | null
}

/** Answers as a QuestionnaireResponse to our Questionnaire, with everything that was asked: what was left out says why. */
export function responseOf(
  instrument: Instrument,
  answers: Answers,
  { id, language, authored, withheld = {}, mark = null }: About,
) {
  const wording = instrument.languages[language]
  const asks = new Set(itemsAsked(instrument, { answers, withheld }))
  return {
    resourceType: 'QuestionnaireResponse',
    id,
    language,
    authored,
    questionnaire: canonicalOf(instrument, language),
    status: 'completed',
    item: [
      {
        linkId: asked,
        item: instrument.items.flatMap((item) => {
          const said = rawAt(answers, item)
          const raw = said === null && item.setting ? mark : said
          const given = Array.isArray(raw) && raw.length === 0 ? null : raw
          const why = withheld[String(item.id)]
          if (given === null && !why && (item.setting || !asks.has(item))) return []
          const text = wording?.items[String(item.id)]
          return [{ linkId: String(item.id), text, ...saidOf(instrument, item, { given, why, wording }) }]
        }),
      },
    ],
  }
}

/** HL7's word for each reason that there is no answer. Where none was given, nothing is made of it: not known. */
const absences: Readonly<Record<Withholding, string>> = {
  'prefer-not': 'asked-declined',
  'in-person': 'temp-unknown',
  'does-not-apply': 'not-applicable',
  'not-asked': 'not-asked',
  declined: 'asked-declined',
  'not-assessable': 'asked-unknown',
}

export const absenceOf = (why: Withholding | undefined) => ({
  url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  valueCode: why ? absences[why] : 'unknown',
})

const saidOf = (instrument: Instrument, item: Item, { why, ...said }: Given & Left) => ({
  extension: said.given === null ? [absenceOf(why)] : undefined,
  answer: said.given === null ? undefined : answerIn(instrument, item, said),
})

interface Left {
  readonly why: Withholding | undefined
}

interface Given {
  readonly given: unknown
  readonly wording: Wording | undefined
}

function answerIn(instrument: Instrument, item: Item, { given, wording }: Given): object[] {
  if (item.range) return [item.range.whole ? { valueInteger: given } : { valueDecimal: given }]
  const words = Array.isArray(given) ? given : [given === true ? 'yes' : given === false ? 'no' : given]
  const offered = offeredCodes(item)
  return words.map((word) => {
    const code = String(word)
    return {
      valueCoding: codingOf(instrument, item, {
        code,
        words: wording?.options[item.options]?.[offered.indexOf(code)],
      }),
    }
  })
}
