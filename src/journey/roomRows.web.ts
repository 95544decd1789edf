import { beforeDose, raisedIn } from './alarm.ts'
import { toldOf, type EventCode, type Fact, type Told, type Wrong } from './facts.ts'
import type { Rating, Reading, RoomNow, Tap } from './roomState.web.ts'
import { say } from './said.ts'
import type { en } from './words.room.en.ts'

type Words = typeof en

/** What a person may put right. */
export type Entry =
  | { readonly kind: 'reading'; readonly fact: Reading }
  | { readonly kind: 'tap'; readonly fact: Tap }
  | { readonly kind: 'rating'; readonly fact: Rating }

/** A correction or a taking back, as it is told in the list. */
export interface Change {
  readonly id: string
  readonly byName: string
  readonly recordedAt: string
  readonly wrong: Wrong | null
  readonly struck: boolean
  /** What it stands in for. */
  readonly was: string
}

export interface RoomRow {
  readonly id: string
  readonly at: string
  readonly text: string
  readonly struck: boolean
  readonly byName: string | null
  /** Newest first. */
  readonly changes: readonly Change[]
  readonly entry: Entry | undefined
}

/** Everything noted, newest first: each thing once, in the words that stand, with every change to it behind it. */
export function rowsOf(state: RoomNow, own: Words): RoomRow[] {
  const { all, room } = state
  const doses = room.doses.map(({ id, givenAt, deviation }) => ({
    id,
    at: givenAt,
    struck: false,
    byName: null,
    changes: [],
    entry: undefined,
    text: deviation ? own.deviationRow : own.doseRow,
  }))
  const rows = [
    ...doses,
    ...emergencies(state, own),
    ...toldOf(all.taps).map((told) => rowOf(told, tapWords(own), { kind: 'tap', fact: told.newest })),
    ...toldOf(all.ratings).map((told) =>
      rowOf(told, ratingWords(own), { kind: 'rating', fact: told.newest }),
    ),
    ...toldOf(all.readings).map((told) =>
      rowOf(told, readingWords(own), { kind: 'reading', fact: told.newest }),
    ),
  ]
  return rows.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
}

/** What was measured and could not wait, beside the reading it is in. */
const emergencies = (state: RoomNow, own: Words): RoomRow[] =>
  raisedIn({ readings: state.readings, limits: state.room.plan?.limits, before: beforeDose(state) }).map(
    ({ id, at, limit, value, from }) => ({
      id,
      at,
      text: say(own.emergencyRow, { what: say(own.limit[limit], { value, at: from }) }),
      struck: false,
      byName: null,
      changes: [],
      entry: undefined,
    }),
  )

interface Worded<F> {
  readonly at: (fact: F) => string
  readonly text: (fact: F) => string
}

type Noted = Fact & Pick<Tap, 'doubt' | 'wrong' | 'byName' | 'recordedAt'>

function rowOf<F extends Noted>({ newest, before }: Told<F>, { at, text }: Worded<F>, entry: Entry): RoomRow {
  const corrections = [newest, ...before].filter(({ corrects }) => corrects !== null)
  return {
    id: newest.id,
    at: at(newest),
    text: text(newest),
    struck: newest.struck,
    byName: ([newest, ...before].at(-1) ?? newest).byName,
    changes: corrections.map(({ id, byName, recordedAt, wrong, struck }, place) => ({
      id,
      byName,
      recordedAt,
      wrong,
      struck,
      was: before[place] ? text(before[place]) : '',
    })),
    entry: newest.struck ? undefined : entry,
  }
}

const doubted = (own: Words, doubt: Tap['doubt'] | undefined) => (doubt ? `, ${own.doubt[doubt]}` : '')

const tapWords = (own: Words): Worded<Tap> => ({
  at: ({ occurredAt }) => occurredAt,
  text: ({ code, doubt }) => (own.events[code as EventCode] ?? code) + doubted(own, doubt),
})

const ratingWords = (own: Words): Worded<Rating> => ({
  at: ({ ratedAt }) => ratedAt,
  text: ({ rating, doubt }) => say(own.distressRow, { rating }) + doubted(own, doubt),
})

/** What was measured and nothing that was not: a reading of the oxygen alone names the oxygen. */
const readingWords = (own: Words): Worded<Reading> => ({
  at: ({ takenAt }) => takenAt,
  text: (reading) => {
    const { systolicMmHg, diastolicMmHg, heartRateBpm, spo2Percent } = reading
    const parts = [
      systolicMmHg === null ? null : `${systolicMmHg} / ${diastolicMmHg}`,
      heartRateBpm === null ? null : `${own.heartRate} ${heartRateBpm}`,
      spo2Percent === null ? null : `${own.spo2} ${spo2Percent}${own.percent}`,
      reading.respirationsPerMin === null ? null : `${own.respirations} ${reading.respirationsPerMin}`,
      reading.sedationMoaas === null ? null : `${own.sedation} ${reading.sedationMoaas}`,
    ].filter((part) => part !== null)
    return `${own.readingRow} ${parts.join(', ')}${doubted(own, reading.doubt)}`
  },
})
