/** What of a file is not as its author meant it here. Each is told before anyone says yes to the form; none is left out. */
export const noteKinds = [
  'not-asked',
  'answers-elsewhere',
  'options-only',
  'day-only',
  'minute-only',
  'read-only',
  'hidden',
  'always-asked',
  'always-shown',
  'shown-nowhere',
  'preset',
  'asked-once',
  'no-limits',
  'not-negative',
  'format',
  'unit',
  'extension',
  'not-scored',
  'half-translated',
  'about-it',
  'retired',
] as const
export type NoteKind = (typeof noteKinds)[number]

export interface Note {
  readonly kind: NoteKind
  /** The question, as the file names it; empty where it is about the whole. */
  readonly id: string
  /** Its words, shortened. */
  readonly words: string
  /** What of it, as the file has it. */
  readonly detail: string
}
