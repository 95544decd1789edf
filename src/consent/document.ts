import { canonical } from '../kernel/canonical.ts'

export const touchKinds = ['hand', 'shoulder', 'blanket'] as const
export type TouchKind = (typeof touchKinds)[number]

/** "No" is where everything begins. `if-i-reach`: only when the client reaches for it, and until they let go. */
export const touchAnswers = ['no', 'if-i-reach', 'ask-each-time'] as const
export type TouchAnswer = (typeof touchAnswers)[number]

export const recordings = ['no', 'audio', 'audio-and-video'] as const
export type Recording = (typeof recordings)[number]

export interface Choices {
  readonly touch: Readonly<Record<TouchKind, TouchAnswer>>
  readonly recording: Recording
}

export const nothingChosen: Choices = {
  touch: { hand: 'no', shoulder: 'no', blanket: 'no' },
  recording: 'no',
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

/** content/consent/*.json: one document in one language and version. */
export interface ConsentDocument {
  readonly id: string
  readonly version: string
  readonly language: 'en' | 'es'
  readonly title: string
  readonly screens: readonly ConsentScreen[]
  readonly choices: {
    readonly touch: Readonly<Record<TouchKind, string>>
    readonly touchAnswers: Readonly<Record<TouchAnswer, string>>
    readonly recording: Readonly<Record<Recording, string>>
  }
  /** What putting one's name to it means. */
  readonly meaning: string
  /** Nobody has read it sooner. [PD] */
  readonly readingSeconds: number
  readonly sources: Readonly<Record<string, string>>
}

export interface Shown {
  readonly document: ConsentDocument
  readonly choices: Choices
  readonly printedName: string
  readonly personId: string
}

/** Everything that was on the screen when it was signed, in one spelling. Its SHA-256 is what is signed. */
export const shownText = ({ document, choices, printedName, personId }: Shown): string =>
  canonical({ document, choices, printedName, meaning: document.meaning, personId })

/** What is still allowed, after some of it was taken back. Taking back only ever narrows. */
export function narrowed(choices: Choices, without: readonly string[]): Choices {
  const touch = Object.fromEntries(
    touchKinds.map((kind) => [kind, without.includes(`touch:${kind}`) ? 'no' : choices.touch[kind]]),
  ) as Record<TouchKind, TouchAnswer>
  return { touch, recording: without.includes('recording') ? 'no' : choices.recording }
}
