import { dateIn, isBornThen, type DateTyped } from './dateTyped.ts'

type Language = 'en' | 'es'

interface Sought {
  readonly name: string
  readonly birthDate: string | null
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const holds = ({ name, birthDate }: Sought, words: string): boolean =>
  words.split(/[\s,]+/).every((word) => plain(name).includes(word) || (birthDate ?? '').includes(word))

/** In Spanish the day comes first, in the English of the United States the month. */
const reading = (wanted: string, language: Language) => dateIn(plain(wanted), language === 'es')

/** Every word of what was typed is in the name, accents aside, or in the date of birth; a date is read as it is typed. */
export function foundBy(one: Sought, wanted: string, language: Language): boolean {
  if (holds(one, plain(wanted))) return true
  const read = reading(wanted, language)
  const { birthDate } = one
  if (!read || birthDate === null || !holds(one, read.rest.trim())) return false
  return read.dates.some((date) => isBornThen(birthDate, date))
}

/** Of a date that can be meant in two ways both are found; those whom it means as it is usually written here stand first. */
export function found<One extends Sought>(people: readonly One[], wanted: string, language: Language): One[] {
  const [usual] = reading(wanted, language)?.dates ?? []
  const isUsual = ({ birthDate }: One) =>
    usual !== undefined && birthDate !== null && isBornThen(birthDate, usual)
  return people
    .filter((one) => foundBy(one, wanted, language))
    .toSorted((one, other) => Number(isUsual(other)) - Number(isUsual(one)))
}

/** The two days that a typed date may mean, the usual one first; undefined where it means one. */
export function twoDays(wanted: string, language: Language): readonly [DateTyped, DateTyped] | undefined {
  const [usual, other] = reading(wanted, language)?.dates ?? []
  return usual && other ? [usual, other] : undefined
}
