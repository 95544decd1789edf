import journey from '../../content/schedules/journey.json' with { type: 'json' }

/** Where the practice has never said: how long a journey takes up its room and its people, with what it rests on. */
export const usualJourney: {
  readonly version: string
  readonly lastsMinutes: {
    readonly value: number
    readonly rule: string
    readonly source: string
    readonly tag: string
  }
} = journey
