import type { Condition, Item } from '../instrument/instrument.ts'
import { ownAnswers, type OwnItem } from '../instrument/ownForm.ts'
import { longestText } from '../instrument/response.ts'
import { isTimeOfDay } from '../instrument/timeOfDay.ts'
import { isWhen } from '../intake/when.ts'
import { whenOf, type Asked } from './conditions.ts'
import { NotTaken } from './fault.ts'
import { isRecord, textIn, type Json } from './fileText.ts'
import { notesAbout } from './leftOut.ts'
import type { Note, NoteKind } from './note.ts'
import { codesOf, offersOf, type OfferRead } from './offers.ts'
import {
  extensionCalled,
  mostQuestions,
  translationOf,
  type Language,
  type ReadItem,
} from './questionnaire.ts'

/** Words in the language of the file, and in the other one where it has them. */
export interface Said {
  readonly words: string
  readonly translated: string | undefined
}

export interface Question extends Asked {
  readonly said: Said
  readonly above: readonly Said[]
  readonly offers: readonly OfferRead[]
  readonly unit: string
}

export interface Questions {
  readonly asked: ReadonlyMap<string, Question>
  readonly tree: readonly OwnItem[]
  readonly notes: readonly Note[]
}

/** What the parts of a form around a question mean for it. */
interface Around {
  readonly above: readonly Said[]
  readonly only: readonly Condition[]
}

interface Walk {
  readonly other: Language
  readonly asked: Map<string, Question>
  readonly notes: Note[]
}

/** Every question that can be asked here, in order, under the conditions of the parts it stands in. */
export function questionsIn(items: readonly ReadItem[], other: Language): Questions {
  const walk: Walk = { other, asked: new Map(), notes: [] }
  const tree = walked(items, { above: [], only: [] }, walk)
  return { asked: walk.asked, tree, notes: walk.notes }
}

function walked(items: readonly ReadItem[], around: Around, walk: Walk): OwnItem[] {
  let above = around.above
  return items.map((item, place) => {
    walk.notes.push(...notesAbout(item))
    if (item.type !== 'display') return one(item, { ...around, above }, walk)
    above = [...above, ...shownAbove(item, items.slice(place + 1), walk)]
    return { id: item.id, answers: 'none' }
  })
}

/** What is only to be read stands above every question that follows it in its part of the form. */
function shownAbove(item: ReadItem, following: readonly ReadItem[], walk: Walk): Said[] {
  const said = saidBy(item, walk.other)
  if (!said) return []
  if (following.every(({ type }) => type === 'display')) walk.notes.push(noteOf(item, 'shown-nowhere'))
  else if ('only' in whenOf(item, walk.asked) && item.file['enableWhen'])
    walk.notes.push(noteOf(item, 'always-shown'))
  return [said]
}

function one(item: ReadItem, around: Around, walk: Walk): OwnItem {
  const when = whenOf(item, walk.asked)
  if ('beyond' in when) walk.notes.push(noteOf(item, 'always-asked', when.beyond))
  const only = [...around.only, ...('only' in when && when.only ? [when.only] : [])]
  return item.type === 'group'
    ? group(item, { above: around.above, only }, walk)
    : question(item, { above: around.above, only }, walk)
}

function group(item: ReadItem, { above, only }: Around, walk: Walk): OwnItem {
  const heading = saidBy(item, walk.other)
  const around = { above: heading ? [...above, heading] : above, only }
  return { id: item.id, answers: 'none', items: walked(item.inner, around, walk) }
}

/** What stands in a question hangs on its answer, for there it is kept. */
function question(item: ReadItem, { above, only }: Around, walk: Walk): OwnItem {
  const found = questionOf(item, { above, only }, walk)
  if (found) walk.asked.set(item.id, found)
  if (walk.asked.size > mostQuestions) throw new NotTaken('too-many-items')
  const hanging = found ? [...only, { not: { missing: item.id } }] : only
  const items = walked(item.inner, { above, only: hanging }, walk)
  return { id: item.id, ...(found ? answersOf(item, found) : unasked), ...(items.length > 0 && { items }) }
}

const unasked = { answers: 'none' } as const

function answersOf({ type }: ReadItem, { offers }: Question): Pick<OwnItem, 'answers' | 'offers'> {
  if (offers.length > 0)
    return { answers: 'option', offers: offers.map(({ word, weight, is }) => ({ word, weight, is })) }
  const inItsType = ['boolean', 'integer', 'decimal', 'date', 'dateTime', 'time'] as const
  const own = inItsType.find((each) => each === type)
  if (own) return { answers: own }
  return { answers: 'string' }
}

/** Nothing where it cannot be asked; then it is noted why. */
function questionOf(item: ReadItem, { above, only }: Around, walk: Walk): Question | undefined {
  const why = whyNotAsked(item)
  if (why === 'worked-out') return undefined
  if (why) {
    walk.notes.push(noteOf(item, why, item.type))
    return undefined
  }
  const said = saidBy(item, walk.other)
  if (!said) throw new NotTaken('no-words', item.id)
  const offers = offersOf(item, walk.other)
  if (offers.length === 0 && isChoice(item)) {
    walk.notes.push(noteOf(item, 'answers-elsewhere', String(item.file['answerValueSet'] ?? '')))
    return undefined
  }
  walk.notes.push(...notesOnAnswers(item, offers))
  const way = wayOf(item, offers)
  return {
    item: { ...base(item, only), ...way },
    said,
    above,
    offers,
    unit: unitOf(item.file),
    isYesNo: way.options === yesNo,
  }
}

const isChoice = ({ type }: ReadItem) => type === 'choice' || type === 'open-choice'
export const yesNo = 'yes-no'

const asks = 'boolean decimal integer date dateTime time string text choice open-choice'.split(' ')

function whyNotAsked({ type, file }: ReadItem): NoteKind | 'worked-out' | undefined {
  if (extensionCalled(file, 'sdc-questionnaire-calculatedExpression')) return 'worked-out'
  if (extensionCalled(file, 'questionnaire-hidden')?.['valueBoolean'] === true) return 'hidden'
  if (file['readOnly'] === true) return 'read-only'
  // Days and hours to choose from would be given out as what they are not.
  if ((isDate(type) || type === 'time') && file['answerOption'] !== undefined) return 'not-asked'
  return asks.includes(type) ? undefined : 'not-asked'
}

function base({ id }: ReadItem, only: readonly Condition[]) {
  const condition = only.length > 1 ? { all: only } : only[0]
  return { id, in: [ownAnswers, id] as const, values: [], ...(condition && { only: condition }) }
}

type Way = Pick<Item, 'codes' | 'ticks' | 'alone' | 'range' | 'typed' | 'text' | 'date' | 'time' | 'options'>

function wayOf(item: ReadItem, offers: readonly OfferRead[]): Way {
  const { type, file, id } = item
  if (offers.length > 0 && file['repeats'] === true) {
    const alone = offers.find((each) => each.alone)?.word
    return { ticks: offers.map(({ word }) => word), ...(alone !== undefined && { alone }), options: id }
  }
  if (offers.length > 0) return { codes: codesOf(offers), options: id }
  if (type === 'boolean') return { codes: { yes: 1, no: 0 }, options: yesNo }
  if (type === 'integer' || type === 'decimal')
    return { range: rangeOf(file, type === 'integer'), typed: true, options: `unit ${id}` }
  return whenIn(type, file) ?? { text: { most: mostLetters(file) }, options: 'own-words' }
}

function whenIn(type: string, file: Json): Way | undefined {
  if (isDate(type)) return { date: daysIn(file), options: 'own-date' }
  return type === 'time' ? { time: hoursIn(file), options: 'own-time' } : undefined
}

const isDate = (type: string): type is 'date' | 'dateTime' => type === 'date' || type === 'dateTime'

/** Between which days, where the file says so; an hour in it is not asked. */
function daysIn(file: Json): NonNullable<Item['date']> {
  const limit = (name: string) => {
    const said = extensionCalled(file, name)
    const day = String(said?.['valueDate'] ?? said?.['valueDateTime'] ?? '').slice(0, 10)
    return isWhen(day) ? day : undefined
  }
  const [from, to] = [limit('minValue'), limit('maxValue')]
  return { ...(from && { from }), ...(to && { to }) }
}

/** Between which hours, where the file says so. */
function hoursIn(file: Json): NonNullable<Item['time']> {
  const limit = (name: string) => {
    const said = String(extensionCalled(file, name)?.['valueTime'] ?? '').slice(0, 8)
    return isTimeOfDay(said) ? said : undefined
  }
  const [from, to] = [limit('minValue'), limit('maxValue')]
  return { ...(from && { from }), ...(to && { to }) }
}

/** Six digits are typed at most. */
const mostTyped = 999_999

function rangeOf(file: Json, whole: boolean) {
  const { least, most } = limitsIn(file)
  return { min: Math.max(0, least ?? 0), max: Math.min(mostTyped, most ?? mostTyped), whole }
}

function limitsIn(file: Json): { readonly least: number | undefined; readonly most: number | undefined } {
  const limit = (name: string) => {
    const said = extensionCalled(file, name)
    const value = said?.['valueInteger'] ?? said?.['valueDecimal']
    return typeof value === 'number' ? value : undefined
  }
  return { least: limit('minValue'), most: limit('maxValue') }
}

function mostLetters({ maxLength }: Json): number {
  return typeof maxLength === 'number' && maxLength >= 1
    ? Math.min(longestText, Math.floor(maxLength))
    : longestText
}

function unitOf(file: Json): string {
  const coding = extensionCalled(file, 'questionnaire-unit')?.['valueCoding']
  return isRecord(coding) ? (textIn(coding['display']) ?? textIn(coding['code']) ?? '') : ''
}

function notesOnAnswers(item: ReadItem, offers: readonly OfferRead[]): Note[] {
  const { type, file } = item
  const { least, most } = limitsIn(file)
  const isNumber = (type === 'integer' || type === 'decimal') && offers.length === 0
  const unread = [...new Set(offers.flatMap((each) => each.unread))]
  const said: [boolean, NoteKind, string][] = [
    [isNumber && (least === undefined || most === undefined), 'no-limits', ''],
    [isNumber && least !== undefined && least < 0, 'not-negative', String(least)],
    [type === 'dateTime', 'day-only', ''],
    [type === 'time', 'minute-only', ''],
    [type === 'open-choice', 'options-only', ''],
    [file['repeats'] === true && offers.length === 0, 'asked-once', ''],
    [offers.some((each) => each.preset), 'preset', ''],
    ...unread.map((name): [boolean, NoteKind, string] => [true, 'extension', name]),
  ]
  return said.flatMap(([holds, kind, detail]) => (holds ? [noteOf(item, kind, detail)] : []))
}

const longestWords = 2000

export function saidBy({ file, id }: ReadItem, other: Language): Said | undefined {
  const [text, prefix] = [textIn(file['text']), textIn(file['prefix'])]
  const words = [prefix, text].filter((each) => each !== undefined).join(' ')
  if (words.length > longestWords) throw new NotTaken('words-too-long', id)
  if (!text) return undefined
  const translated = translationOf(file, 'text', other)
  return { words, translated: translated && [prefix, translated].filter(Boolean).join(' ') }
}

export const noteOf = ({ id, file }: ReadItem, kind: NoteKind, detail = ''): Note => ({
  kind,
  id,
  words: (textIn(file['text']) ?? '').slice(0, 120),
  detail: detail.slice(0, 200),
})
