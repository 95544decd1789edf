import type { Item } from '../instrument/instrument.ts'
import type { Coded, Offer } from '../instrument/ownForm.ts'
import { NotTaken } from './fault.ts'
import { isRecord, recordsIn, textIn, type Json } from './fileText.ts'
import {
  extensionCalled,
  extensionsOf,
  nameOfExtension,
  translationOf,
  type Language,
  type ReadItem,
} from './questionnaire.ts'

/** An answer that is offered, with its words in each language there are words in. */
export interface OfferRead extends Offer {
  readonly words: string
  readonly translated: string | undefined
  readonly alone: boolean
  readonly preset: boolean
  /** Extensions that nothing here reads. */
  readonly unread: readonly string[]
}

const mostOptions = 100
const known = ['ordinalValue', 'itemWeight', 'questionnaire-ordinalValue', 'questionnaire-optionExclusive']

export function offersOf({ file, id }: ReadItem, other: Language): readonly OfferRead[] {
  const options = recordsIn(file['answerOption'])
  if (options.length > mostOptions) throw new NotTaken('too-many-options', id)
  const found = options.flatMap((option) => {
    const is = whatItIs(option)
    return is === undefined ? [] : [{ option, is }]
  })
  const names = wordsFor(found.map(({ is }) => (typeof is === 'object' ? is.code : String(is)) ?? ''))
  return found.map(({ option, is }, place) => ({
    word: names[place]!,
    is,
    weight: weightOf(option, is),
    words: typeof is === 'object' ? (is.display ?? is.code ?? '') : String(is),
    translated: translatedOf(option, is, other),
    alone: extensionCalled(option, 'questionnaire-optionExclusive')?.['valueBoolean'] === true,
    preset: option['initialSelected'] === true,
    unread: extensionsOf(option)
      .map(nameOfExtension)
      .filter((name) => !known.includes(name)),
  }))
}

function whatItIs(option: Json): Coded | string | number | undefined {
  const {
    valueCoding: coding,
    valueInteger: whole,
    valueString: text,
    valueDate: day,
    valueTime: time,
  } = option
  if (isRecord(coding)) {
    const [system, code, display] = [coding['system'], coding['code'], coding['display']].map(textIn)
    return code === undefined && display === undefined ? undefined : { system, code, display }
  }
  if (typeof whole === 'number') return whole
  return textIn(text) ?? textIn(day) ?? textIn(time)
}

/** The first weight that is said holds; a whole number that is offered without one weighs what it is. */
function weightOf(option: Json, is: Coded | string | number): number | null {
  const places = [option, option['valueCoding']]
  const said = places
    .flatMap((place) => extensionsOf(place))
    .filter((each) => known.slice(0, 3).includes(nameOfExtension(each)))
    .map((each) => each['valueDecimal'] ?? each['valueInteger'])
    .find((value) => typeof value === 'number' && Number.isFinite(value))
  return typeof said === 'number' ? said : typeof is === 'number' ? is : null
}

const translatedOf = (option: Json, is: Coded | string | number, other: Language): string | undefined => {
  if (typeof is === 'number') return String(is)
  if (typeof is === 'string') return translationOf(option, 'valueString', other)
  const coding = option['valueCoding']
  return isRecord(coding) ? translationOf(coding, 'display', other) : undefined
}

/**
 * What each answer is kept under: its own code where that is a plain word, for a record is read by people too. Never a
 * number, whose order an object would not keep; and never the word that stands for "would rather not say".
 */
function wordsFor(codes: readonly string[]): readonly string[] {
  const isPlain = codes.every(
    (code, place) =>
      /^[A-Za-z][A-Za-z0-9._-]{0,38}$/.test(code) && code !== 'refused' && codes.indexOf(code) === place,
  )
  return isPlain ? codes : codes.map((_, place) => `option-${place + 1}`)
}

/** By place, so that each answer counts as itself; what it weighs stands with it, for the form's own paths. */
export const codesOf = (offers: readonly Offer[]): NonNullable<Item['codes']> =>
  Object.fromEntries(offers.map(({ word }, place) => [word, place]))
