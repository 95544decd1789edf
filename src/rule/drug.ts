import { rxnorm, type Coding } from '../intake/terms.ts'

/** One ingredient of the reviewed table, and every way we know it to be written. */
export interface Drug {
  readonly ingredient: string
  readonly classes: readonly string[]
  readonly rxnorm: readonly string[]
  /** Brands, combinations and other names. */
  readonly names: readonly string[]
  /** As it is called in Spanish, where that is another word. */
  readonly spanish: readonly string[]
  readonly misspellings: readonly string[]
}

export interface DrugMatch {
  readonly drug: Drug
  readonly by: 'code' | 'name' | 'misspelling'
}

interface Written extends DrugMatch {
  readonly words: readonly string[]
}
export interface DrugIndex {
  readonly byCode: ReadonlyMap<string, Drug>
  readonly byFirstWord: ReadonlyMap<string, readonly Written[]>
}

/** Lower case, without accents or apostrophes, cut at everything that is no letter or digit. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F'’]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? []

export function indexOf(drugs: readonly Drug[]): DrugIndex {
  const byCode = new Map<string, Drug>()
  const byFirstWord = new Map<string, Written[]>()
  const write = (text: string, match: DrugMatch) => {
    const words = wordsIn(text)
    const [first] = words
    if (first === undefined) return
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { ...match, words }])
  }
  for (const drug of drugs) {
    for (const code of drug.rxnorm) byCode.set(code, drug)
    for (const name of [drug.ingredient, ...drug.names, ...drug.spanish]) write(name, { drug, by: 'name' })
    for (const name of drug.misspellings) write(name, { drug, by: 'misspelling' })
  }
  return { byCode, byFirstWord }
}

/** The drugs that these codes and words name: whole words only, never a part of one and never a likeness. */
export function drugsIn(index: DrugIndex, codings: readonly Coding[], text: string): DrugMatch[] {
  const found = new Map<string, DrugMatch>()
  const keep = (match: DrugMatch) => {
    if (!found.has(match.drug.ingredient)) found.set(match.drug.ingredient, match)
  }
  for (const { system, code } of codings) {
    const drug = system === rxnorm ? index.byCode.get(code) : undefined
    if (drug) keep({ drug, by: 'code' })
  }
  for (const said of [text, ...codings.map(({ display }) => display)])
    for (const match of namedIn(index, wordsIn(said))) keep(match)
  return [...found.values()]
}

const namedIn = ({ byFirstWord }: DrugIndex, words: readonly string[]): Written[] =>
  words.flatMap((word, place) =>
    (byFirstWord.get(word) ?? []).filter((written) => standsAt(words, place, written.words)),
  )

const standsAt = (words: readonly string[], place: number, name: readonly string[]): boolean =>
  name.every((each, after) => words[place + after] === each)

/** Whether these words stand somewhere in those, one after the other. */
export const saysName = (words: readonly string[], name: readonly string[]): boolean =>
  name.length > 0 && words.some((_, place) => standsAt(words, place, name))
