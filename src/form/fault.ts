/** Why a file is not taken in at all; nothing has changed then. */
export const fileFaults = [
  'too-large',
  'utf-16',
  'byte-order-mark',
  'not-utf-8',
  'not-json',
  'too-deep',
  'not-a-questionnaire',
  'other-release',
  'must-understand',
  'other-language',
  'no-title',
  'no-questions',
  'too-many-items',
  'no-link-id',
  'link-id-unusable',
  'link-id-twice',
  'unknown-type',
  'no-words',
  'words-too-long',
  'too-many-options',
  'condition-unknown',
  'condition-circle',
  'condition-unclear',
] as const
export type FileFault = (typeof fileFaults)[number]

export interface Refused {
  readonly fault: FileFault
  /** The question it is about, as far as it is about one. */
  readonly at: string
}

/** Thrown while a file is read, so that nothing after the first fault is; caught where the reading began. */
export class NotTaken extends Error {
  readonly refused: Refused
  constructor(fault: FileFault, at = '') {
    super(fault)
    this.refused = { fault, at: at.slice(0, 80) }
  }
}
