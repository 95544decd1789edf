/** A text a client reads, in both languages. */
export interface Spoken {
  readonly en: string
  readonly es: string
}

/** Whom a practice names when someone needs help. Every practice sets its own; nothing here is invented for it. */
export interface PracticeHelp {
  /** When the telephone is answered. */
  readonly hours: Spoken
  /** What happens outside these hours, said honestly. */
  readonly afterHours: Spoken
  /** Someone outside every treating team, for "something did not feel right". */
  readonly concernName: string
  readonly concernRole: Spoken
  readonly concernPhone: string
  readonly boardName: string
  readonly boardPhone: string
  readonly boardSite: string | null
}
