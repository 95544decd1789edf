/** A day as far as it was typed: of a year of two figures the century is open. */
export interface DateTyped {
  readonly year: string | null
  readonly month: number | null
  readonly day: number | null
}

/** What was typed, read as a date in each way it can be meant, the usual one in this language first; and what else was typed. */
export interface Reading {
  readonly dates: readonly DateTyped[]
  readonly rest: string
}

/** Written without accents, in both languages: people type a date as they learned to. */
const months: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero', 'ene'],
  ['february', 'feb', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre', 'set'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre', 'dic'],
]
const named = months
  .flat()
  .toSorted((one, other) => other.length - one.length)
  .join('|')
const monthCalled = (name: string): number => months.findIndex((names) => names.includes(name)) + 1

const of = String.raw`[\s,.\-]*(?:\b(?:de|del|of)\b)?[\s,.\-]*`
const dayOf = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|ro|º|°)?(?!\d)`
const monthOf = String.raw`\b(?<month>${named})\b\.?`
const yearOf = String.raw`(?<year>\d{4})`
const short = String.raw`(?<year>\d{4}|\d{2})(?!\d)`
const apart = String.raw`(?<cut>[\-\/.])`

type Read = (found: Readonly<Record<string, string>>, dayFirst: boolean) => DateTyped[]

const numbered: Read = ({ year, one, two }, dayFirst) => {
  const [first, second] = [Number(one), Number(two)]
  const monthFirst = { year: year ?? null, month: first, day: second }
  const turned = { year: year ?? null, month: second, day: first }
  const both = dayFirst ? [turned, monthFirst] : [monthFirst, turned]
  return first === second ? [monthFirst] : both
}
const spelled: Read = ({ year, month, day }) => [
  { year: year ?? null, month: monthCalled(month ?? ''), day: day === undefined ? null : Number(day) },
]
const inOrder: Read = ({ year, month, day }) => [
  { year: year ?? null, month: Number(month), day: day === undefined ? null : Number(day) },
]

/** The longest way first: what is left of a shorter one would be read as something else. */
const ways: readonly (readonly [RegExp, Read])[] = [
  [new RegExp(String.raw`(?<!\d)${yearOf}${apart}(?<month>\d{1,2})\k<cut>(?<day>\d{1,2})(?!\d)`), inOrder],
  [new RegExp(String.raw`(?<!\d)(?<one>\d{1,2})${apart}(?<two>\d{1,2})\k<cut>${short}`), numbered],
  [new RegExp(String.raw`(?<!\d)${dayOf}${of}${monthOf}${of}${short}`), spelled],
  [new RegExp(`${monthOf}${of}${dayOf}${of}${yearOf}`), spelled],
  [new RegExp(`${monthOf}${of}${yearOf}`), spelled],
  [new RegExp(String.raw`(?<!\d)${dayOf}${of}${monthOf}`), spelled],
  [new RegExp(`${monthOf}${of}${dayOf}`), spelled],
  [new RegExp(String.raw`(?<![\d\/])(?<month>\d{1,2})\/${yearOf}(?!\d)`), inOrder],
]

const mayBe = ({ month, day }: DateTyped): boolean =>
  month !== null && month >= 1 && month <= 12 && (day === null || (day >= 1 && day <= 31))

/** Undefined where nothing that was typed is a date. The text comes in small letters and without accents. */
export function dateIn(text: string, dayFirst: boolean): Reading | undefined {
  for (const [way, read] of ways) {
    const found = way.exec(text)
    const dates = found?.groups ? read(found.groups, dayFirst).filter(mayBe) : []
    if (found && dates.length > 0)
      return { dates, rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}` }
  }
  return undefined
}

/** Whether somebody born then may be meant. */
export function isBornThen(born: string, { year, month, day }: DateTyped): boolean {
  const [y = '', m = '', d = ''] = born.split('-')
  return (
    (year === null || y.endsWith(year)) &&
    (month === null || Number(m) === month) &&
    (day === null || Number(d) === day)
  )
}
