import type { Condition, Flag, Instrument, Item, Wording } from '../instrument/instrument.ts'
import { opening } from '../instrument/screen.ts'
import { answeredWith, numberOf, refuseCircles } from './conditions.ts'
import { NotTaken, type Refused } from './fault.ts'
import { jsonOf, textIn, type Json } from './fileText.ts'
import { hintsIn, type Hints } from './hints.ts'
import { notesOnWhole } from './leftOut.ts'
import type { Note } from './note.ts'
import {
  languageOf,
  otherOf,
  questionnaireIn,
  translationOf,
  type Language,
  type Read,
} from './questionnaire.ts'
import { questionsIn, yesNo, type Question, type Questions, type Said } from './questions.ts'
import { resultsIn } from './results.ts'

/**
 * What must reach a person: which question, and which of its answers, by the words they are kept under; or, where a number is typed,
 * from which one on, upwards or downwards.
 */
export type DangerAnswers = { readonly item: string } & (
  | { readonly answers: readonly string[] }
  | { readonly atLeast: number }
  | { readonly atMost: number }
)

/** What a file becomes here, told before anyone says yes to it. */
export interface Report {
  readonly title: string
  readonly url: string | null
  readonly itsVersion: string | null
  /** Null: the file does not say, and who imports it must. */
  readonly language: Language | null
  /** It has all its words in the other language too. */
  readonly both: boolean
  /** What the file says of who owns it. */
  readonly copyright: string | null
  readonly questions: readonly Told[]
  readonly results: readonly string[]
  readonly notScored: readonly { readonly words: string; readonly because: string; readonly path: string }[]
  readonly notes: readonly Note[]
  /** Which questions read as if they were about death, or about what happened to someone. The practice decides. */
  readonly hints: Hints
}

/** A question with what it offers; nothing where it is answered otherwise. */
export interface Told {
  readonly id: string
  readonly words: string
  readonly way: 'option' | 'several' | 'number' | 'words' | 'date' | 'time'
  readonly answers: readonly { readonly word: string; readonly words: string }[]
  /** From where to where a number may be typed. */
  readonly range: Item['range'] | null
}

interface Parts extends Read {
  readonly asked: Questions
  readonly title: Said
}

export type Imported =
  | { readonly refused: Refused }
  | { readonly report: Report; readonly form: (as: As) => Instrument }

/** What the file does not say: under which name and version it is kept, and what the practice says about it. */
export interface As {
  readonly id: string
  readonly version: string
  readonly language: Language
  readonly licence: string
  readonly danger: readonly DangerAnswers[]
  /** It asks what happened to someone: never to be answered alone. */
  readonly trauma: boolean
}

/** Reads a Questionnaire from its text. Pure: the screen, the server and the command line see the same. */
export function readForm(text: string): Imported {
  try {
    const json = jsonOf(text)
    const read = questionnaireIn(json)
    refuseCircles(read.items)
    const parts = partsOf(read)
    return { report: reportOf(parts), form: (as) => formOf(parts, as) }
  } catch (cause) {
    if (cause instanceof NotTaken) return { refused: cause.refused }
    throw cause
  }
}

function partsOf(read: Read): Parts {
  const { file, items } = read
  const other = otherOf(languageOf(file) ?? 'en')
  const words = textIn(file['title']) ?? textIn(file['name'])
  if (!words) throw new NotTaken('no-title')
  if (words.length > 300) throw new NotTaken('words-too-long')
  const inner = new Set(items.flatMap((item) => item.inner.map(({ id }) => id)))
  const asked = questionsIn(
    items.filter(({ id }) => !inner.has(id)),
    other,
  )
  if (asked.asked.size === 0) throw new NotTaken('no-questions')
  refuseClash(asked)
  const title = {
    words,
    translated: translationOf(file, file['title'] === undefined ? 'name' : 'title', other),
  }
  return { ...read, asked, title }
}

/** One of several answers is kept under its question's name and its own; no question may be called so. */
function refuseClash({ asked }: Questions): void {
  for (const { item } of asked.values())
    for (const tick of item.ticks ?? [])
      if (asked.has(`${item.id}.${tick}`)) throw new NotTaken('link-id-unusable', `${item.id}.${tick}`)
}

const questionsOf = ({ asked }: Parts): Question[] => [...asked.asked.values()]

const ownWordsOf = (file: Json) => ({
  url: textIn(file['url'])?.slice(0, 500) ?? null,
  itsVersion: textIn(file['version'])?.slice(0, 100) ?? null,
})

function reportOf(parts: Parts): Report {
  const { file, items, asked, title } = parts
  const { results, notScored } = resultsIn(file, items, asked.asked)
  const both = isWhole(parts)
  return {
    title: title.words,
    ...ownWordsOf(file),
    language: languageOf(file),
    both,
    copyright: textIn(file['copyright'])?.slice(0, 2000) ?? null,
    questions: questionsOf(parts).map(toldOf),
    results: results.map(({ words }) => words),
    notScored: notScored.map(({ words, id, because, path }) => ({ words: words || id, because, path })),
    notes: [...notesOnWhole(file), ...halfOf(parts, both), ...asked.notes],
    hints: hintsIn(
      questionsOf(parts).map(({ item, said: { words, translated } }) => ({
        id: String(item.id),
        words: translated === undefined ? [words] : [words, translated],
      })),
    ),
  }
}

function toldOf({ item, said, offers, isYesNo }: Question): Told {
  const answers = isYesNo
    ? ['yes', 'no'].map((word) => ({ word, words: '' }))
    : offers.map(({ word, words }) => ({ word, words }))
  return { id: String(item.id), words: said.words, way: wayIn(item), answers, range: item.range ?? null }
}

function wayIn({ ticks, range, text, date, time }: Item): Told['way'] {
  if (ticks) return 'several'
  if (range) return 'number'
  if (date) return 'date'
  if (time) return 'time'
  return text ? 'words' : 'option'
}

/** Everything that a client reads, in both languages. */
const translations = ({ title, asked }: Parts): (string | undefined)[] => [
  title.translated,
  ...[...asked.asked.values()].flatMap(({ said, above, offers }) => [
    said.translated,
    ...above.map(({ translated }) => translated),
    ...offers.map(({ translated }) => translated),
  ]),
]

const isWhole = (parts: Parts): boolean => translations(parts).every((each) => each !== undefined)

function halfOf(parts: Parts, both: boolean): Note[] {
  const words = [parts.title.translated, ...questionsOf(parts).map(({ said }) => said.translated)]
  const some = words.some((each) => each !== undefined)
  return some && !both ? [{ kind: 'half-translated', id: '', words: '', detail: '' }] : []
}

function formOf(parts: Parts, { id, version, language, licence, danger, trauma }: As): Instrument {
  const { file, items, asked, title } = parts
  const worked = resultsIn(file, items, asked.asked)
  const stands = new Set(worked.results.flatMap((result) => result.stands))
  const wordings = { [language]: wordingOf(parts, language, (said) => said.words) }
  if (isWhole(parts))
    wordings[otherOf(language)] = wordingOf(parts, otherOf(language), (said) => said.translated ?? '')
  const required = new Set(items.filter((item) => item.file['required'] === true).map((item) => item.id))
  return {
    id,
    version,
    tier: 'O',
    name: title.words,
    rater: 'self',
    recallDays: null,
    licence: {
      line: `The practice’s own form, not a validated instrument. ${licence}`,
      holder: 'The practice',
    },
    sources: [],
    loinc: {},
    items: questionsOf(parts).map(({ item }): Item => {
      const isLoose = !required.has(String(item.id)) && !stands.has(String(item.id))
      return isLoose ? { ...item, unscored: true } : item
    }),
    scores: [],
    main: null,
    needed: [],
    bands: [],
    rules: {},
    classification: [],
    ...dangerOf(asked.asked, danger),
    languages: wordings,
    own: { ...ownWordsOf(file), tree: asked.tree, ...worked, ...(trauma && { trauma }) },
  }
}

/** Named by the practice, and by nothing in the file: the same flag as that of any answer about death. */
function dangerOf(
  asked: Questions['asked'],
  danger: readonly DangerAnswers[],
): Pick<Instrument, 'flags' | 'danger' | 'neverSilent'> {
  const any = danger.flatMap((named) => {
    const question = asked.get(named.item)
    if (!question) return []
    if ('answers' in named)
      return named.answers.map((word) => answeredWith(question, placeIn(question, word)))
    return typedFrom(question, named)
  })
  if (any.length === 0) return { flags: [], danger: [], neverSilent: [] }
  const flags: Flag[] = [{ id: opening, when: { any } }]
  return { flags, danger: [opening], neverSilent: danger.map(({ item }) => item) }
}

const typedFrom = (question: Question, named: { atLeast: number } | { atMost: number }): Condition[] => {
  const [operator, value] = 'atLeast' in named ? ['>=', named.atLeast] : ['<=', named.atMost]
  const when = numberOf(question.item, { operator, value })
  return when ? [when] : []
}

const placeIn = ({ item, offers, isYesNo }: Question, word: string): number =>
  isYesNo ? (item.codes?.[word] ?? -1) : offers.findIndex((each) => each.word === word)

/** Every question that is named is there, and every answer is one it offers. */
export const fitsDanger = ({ questions }: Report, danger: readonly DangerAnswers[]): boolean =>
  danger.every((named) => {
    const question = questions.find(({ id }) => id === named.item)
    if (!question) return false
    if (!('answers' in named)) return isWithin(question, 'atLeast' in named ? named.atLeast : named.atMost)
    const offered = question.answers.map(({ word }) => word)
    return named.answers.length > 0 && named.answers.every((word) => offered.includes(word))
  })

/** A number that can be typed there: one beyond its limits would name no answer at all. */
export const isWithin = ({ way, range }: Told, mark: number): boolean =>
  way === 'number' && range !== null && range !== undefined && mark >= range.min && mark <= range.max

const yesNoIn: Readonly<Record<Language, readonly string[]>> = { en: ['Yes', 'No'], es: ['Sí', 'No'] }

function wordingOf(parts: Parts, language: Language, words: (said: Said) => string): Wording {
  const questions = questionsOf(parts)
  const optionsOf = ({ item, offers, unit }: Question): readonly string[] => {
    if (item.options === yesNo) return yesNoIn[language]
    return item.range
      ? [unit]
      : offers.map((each) => words({ words: each.words, translated: each.translated }))
  }
  return {
    title: words(parts.title),
    stem: '',
    items: Object.fromEntries(questions.map(({ item, said }) => [String(item.id), words(said)])),
    above: Object.fromEntries(questions.map(({ item, above }) => [String(item.id), above.map(words)])),
    options: Object.fromEntries(questions.map((each) => [each.item.options, optionsOf(each)])),
    bands: {},
  }
}
