import { rawAt } from '../instrument/given.ts'
import { absenceOf } from '../instrument/answers.fhir.ts'
import type { Answers, Instrument } from '../instrument/instrument.ts'
import type { Withheld } from '../instrument/response.ts'
import { ownAnswers, type Offer, type OwnItem } from '../instrument/ownForm.ts'
import type { KeptForm } from './kept.ts'
import { questionnaireUrl } from '../instrument/questionnaire.fhir.ts'

/** The file as it came, under the name it has here: what it says of itself stays, and what it was made from is named. */
export function ownQuestionnaire({ formId, version, definition, original }: KeptForm) {
  const file = JSON.parse(original) as Readonly<Record<string, unknown>>
  const { url, itsVersion } = definition.own ?? { url: null, itsVersion: null }
  return {
    ...file,
    resourceType: 'Questionnaire',
    id: `${formId}-${version}`,
    url: questionnaireUrl(formId),
    version: String(version),
    /** The practice's own, and no validated instrument. */
    experimental: true,
    copyright: [file['copyright'], definition.licence.line].filter(Boolean).join(' '),
    derivedFrom: url === null ? file['derivedFrom'] : [itsVersion === null ? url : `${url}|${itsVersion}`],
  }
}

export const ownCanonical = ({ id, version }: Instrument): string => `${questionnaireUrl(id)}|${version}`

interface Said {
  readonly answers: Answers
  readonly withheld: Withheld
}

/** The answers as the file has its questions: in the same groups, each in the file's own terms; and why there is none. */
export function ownResponseItems({ own }: Instrument, { answers, withheld }: Said): object[] {
  const itemsOf = (items: readonly OwnItem[] = []): object[] => items.flatMap((item) => itemOf(item))
  const itemOf = (item: OwnItem): object[] => {
    const inner = itemsOf(item.items)
    const [first, ...rest] = answersIn(item, rawAt(answers, { id: item.id, in: [ownAnswers, item.id] }))
    const why = withheld[item.id]
    const extension = why && item.answers !== 'none' ? [absenceOf(why)] : undefined
    if (!first && inner.length === 0 && !extension) return []
    if (!first) return [{ linkId: item.id, extension, item: inner.length > 0 ? inner : undefined }]
    return [{ linkId: item.id, answer: [inner.length > 0 ? { ...first, item: inner } : first, ...rest] }]
  }
  return itemsOf(own?.tree)
}

const valueNames: Readonly<Record<Exclude<OwnItem['answers'], 'none' | 'boolean'>, string>> = {
  integer: 'valueInteger',
  decimal: 'valueDecimal',
  date: 'valueDate',
  dateTime: 'valueDateTime',
  time: 'valueTime',
  string: 'valueString',
  option: 'valueString',
}

function answersIn({ answers, offers }: OwnItem, raw: unknown): object[] {
  if (raw === null || answers === 'none') return []
  if (answers === 'boolean') return [{ valueBoolean: raw === true || raw === 'yes' }]
  if (answers !== 'option' || !offers) return [{ [valueNames[answers]]: raw }]
  const words: readonly unknown[] = Array.isArray(raw) ? raw : [raw]
  return words.flatMap((word) => {
    const offer = offers.find((each) => each.word === word)
    return offer ? [valueOf(offer)] : []
  })
}

function valueOf({ is }: Offer): object {
  if (typeof is === 'object') return { valueCoding: is }
  return typeof is === 'number' ? { valueInteger: is } : { valueString: is }
}
