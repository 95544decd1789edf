import { canonical } from '../kernel/canonical.ts'

export const touchKinds = ['hand', 'shoulder', 'blanket'] as const
export type TouchKind = (typeof touchKinds)[number]

/** "No" is where everything begins. `if-i-reach`: only when the client reaches for it, and until they let go. */
export const touchAnswers = ['no', 'if-i-reach', 'ask-each-time'] as const
export type TouchAnswer = (typeof touchAnswers)[number]

/** By whom: the narrower first. */
export const touchWho = ['therapist', 'team'] as const
export type TouchWho = (typeof touchWho)[number]

/** Where on the body, kind by kind. */
export const touchPlaces = {
  hand: ['left-hand', 'right-hand'],
  shoulder: ['left-shoulder', 'right-shoulder', 'upper-back'],
  blanket: ['legs', 'body'],
} as const satisfies Record<TouchKind, readonly string[]>

export interface Touch {
  readonly answer: TouchAnswer
  readonly who: TouchWho
  readonly where: string[]
}

export const recordings = ['no', 'audio', 'audio-and-video'] as const
export type Recording = (typeof recordings)[number]

export interface StopSignal {
  readonly word: string
  readonly gesture: string
}

export interface Choices {
  readonly touch: Readonly<Record<TouchKind, Touch>>
  readonly stop: StopSignal
  readonly recording: Recording
}

const noTouch: Touch = { answer: 'no', who: 'therapist', where: [] }

export const nothingChosen: Choices = {
  touch: { hand: noTouch, shoulder: noTouch, blanket: noTouch },
  stop: { word: '', gesture: '' },
  recording: 'no',
}

/** As the first version of the text asked: an answer for each kind, and nothing of who and where. */
interface FirstChoices {
  readonly touch: Readonly<Record<TouchKind, TouchAnswer>>
  readonly recording: Recording
}

export interface ConsentElement {
  /** CO-01 … of clinical.md 7.1. */
  readonly id: string
  readonly title: string
  readonly text: readonly string[]
  readonly sources: readonly string[]
}

export interface ConsentScreen {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly elements: readonly ConsentElement[]
  /** Where the choices about touch, and about recording, stand. */
  readonly asks?: 'touch' | 'recording'
}

interface ChoiceWords {
  readonly touch: Readonly<Record<TouchKind, string>>
  readonly touchAnswers: Readonly<Record<TouchAnswer, string>>
  readonly recording: Readonly<Record<Recording, string>>
}

/** What the first version did not ask. */
interface MoreChoiceWords {
  readonly touchWho: Readonly<Record<TouchWho, string>>
  readonly touchWhere: Readonly<Record<TouchKind, Readonly<Record<string, string>>>>
  readonly labels: Readonly<Record<'who' | 'where' | 'stop' | 'word' | 'gesture' | 'none', string>>
}

/** content/consent/*.json: one document in one language and version. */
export interface ConsentDocument {
  readonly id: string
  readonly version: string
  readonly language: 'en' | 'es'
  readonly title: string
  readonly screens: readonly ConsentScreen[]
  readonly choices: ChoiceWords & MoreChoiceWords
  /** What the client says in their own words before signing, and which elements each is about. */
  readonly teachBack: readonly {
    readonly id: string
    readonly about: readonly string[]
    readonly question: string
  }[]
  /** What putting one's name to it means. */
  readonly meaning: string
  /** Nobody has read it sooner. [PD] */
  readonly readingSeconds: number
  readonly sources: Readonly<Record<string, string>>
}

/** A document that was signed once: of any version, also one that did not ask all that is asked now. */
export interface SignedDocument extends Omit<ConsentDocument, 'choices' | 'teachBack'> {
  readonly choices: ChoiceWords & Partial<MoreChoiceWords>
}

export interface Shown {
  readonly document: SignedDocument
  readonly choices: Choices | FirstChoices
  readonly printedName: string
  readonly personId: string
}

/** Everything that was on the screen when it was signed, in one spelling. Its SHA-256 is what is signed. */
export const shownText = ({ document, choices, printedName, personId }: Shown): string =>
  canonical({ document, choices, printedName, meaning: document.meaning, personId })

/** What `shownText` spelled; null for what nobody can read any more. */
export function shownIn(text: string): (Shown & { readonly meaning: string }) | null {
  const shown = parsed(text)
  return isObject(shown) && isObject(shown['document']) ? (shown as never) : null
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Whether it has as much as a page needs to show it. */
export const isReadable = (document: unknown): boolean =>
  isObject(document) && Array.isArray(document['screens']) && isObject(document['choices'])

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}

/**
 * What was chosen, as it is asked now. Who was not asked where meant the place that the kind itself names. What cannot be
 * read is a yes to nothing: such a signature is broken, and whoever lists it still has to be able to.
 */
export function choicesOf(signed: unknown): Choices {
  if (!isObject(signed)) return nothingChosen
  const { touch, stop, recording } = signed
  const one = (kind: TouchKind): Touch => chosenOf(isObject(touch) ? touch[kind] : undefined, kind)
  return {
    touch: { hand: one('hand'), shoulder: one('shoulder'), blanket: one('blanket') },
    stop: isStop(stop) ? stop : nothingChosen.stop,
    recording: recordings.find((one) => one === recording) ?? 'no',
  }
}

function chosenOf(said: unknown, kind: TouchKind): Touch {
  if (isOneOf(touchAnswers, said) && said !== 'no')
    return { answer: said, who: 'team', where: namedPlaces(kind) }
  return isWholeTouch(said) ? said : noTouch
}

const isOneOf = <One extends string>(all: readonly One[], value: unknown): value is One =>
  all.some((one) => one === value)

const isWholeTouch = (said: unknown): said is Touch =>
  isObject(said) &&
  isOneOf(touchAnswers, said['answer']) &&
  isOneOf(touchWho, said['who']) &&
  Array.isArray(said['where']) &&
  said['where'].every((place) => typeof place === 'string')

const isStop = (said: unknown): said is StopSignal =>
  isObject(said) && typeof said['word'] === 'string' && typeof said['gesture'] === 'string'

/** What the kind's own words say yes to: "a hand on my shoulder" is no yes to the back. */
export const namedPlaces = (kind: TouchKind): string[] =>
  touchPlaces[kind].filter((place) => place !== 'upper-back')

/** A yes with no place on the body is a no. */
export const isTouch = ({ answer, where }: Touch): boolean => answer !== 'no' && where.length > 0

/** What is still allowed, after some of it was taken back. Taking back only ever narrows. */
export function narrowed(choices: Choices, without: readonly string[]): Choices {
  const one = (kind: TouchKind): Touch => {
    const isGone = without.includes('touch') || without.includes(`touch:${kind}`)
    return isGone || !isTouch(choices.touch[kind]) ? noTouch : choices.touch[kind]
  }
  return {
    touch: { hand: one('hand'), shoulder: one('shoulder'), blanket: one('blanket') },
    stop: choices.stop,
    recording: without.includes('recording') ? 'no' : choices.recording,
  }
}
