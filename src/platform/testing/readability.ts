/** How hard running text is to read. Headings and cells are left out: a few short ones would flatter the whole. */
export interface Reading {
  readonly words: number
  readonly wordsPerSentence: number
  readonly syllablesPerWord: number
}

/** Flesch–Kincaid grade (Kincaid 1975): the school year of the US at which a text is read with ease. */
export function gradeOfEnglish(lines: readonly string[]): number {
  const { wordsPerSentence, syllablesPerWord } = readingOf(lines, syllablesInEnglish)
  return 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59
}

/** Fernández-Huerta ease (1959): 60 to 70 is plain, 70 to 80 easy, 80 to 90 very easy. */
export function easeOfSpanish(lines: readonly string[]): number {
  const { wordsPerSentence, syllablesPerWord } = readingOf(lines, syllablesInSpanish)
  return 206.84 - 60 * syllablesPerWord - 1.02 * wordsPerSentence
}

export function readingOf(lines: readonly string[], syllablesIn: (word: string) => number): Reading {
  const running = lines.filter((line) => wordsIn(line).length >= fewestWords)
  const sentences = running.flatMap((line) => line.split(/[.!?…](?:["”'’)\]]*\s|["”'’)\]]*$)/)).map(wordsIn)
  const spoken = sentences.filter((words) => words.length > 0)
  const words = spoken.flat()
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return {
    words: words.length,
    wordsPerSentence: words.length / spoken.length,
    syllablesPerWord: syllables / words.length,
  }
}

const fewestWords = 6

const wordsIn = (sentence: string): string[] =>
  sentence.toLowerCase().match(/[\p{L}’']*\p{L}|\d[\d,.]*/gu) ?? []

/** By sounded vowel groups; silent endings dropped. Within a few per cent of a dictionary on running text. */
export function syllablesInEnglish(word: string): number {
  const letters = word.replaceAll(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const sounded = letters
    .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, (ending) =>
      /[td]ed$/.test(letters) ? ending : ending.charAt(0),
    )
    .replace(/^y/, '')
  const groups = sounded.match(/[aeiouy]+/g)?.length ?? 1
  const split = letters.match(/(?:ia[^l]|io(?!n)|eo|iu|ua[^l]|uo|ying)/g)?.length ?? 0
  return Math.max(1, groups + (letters.length > 4 ? split : 0))
}

/** A strong vowel or an accented weak one sounds alone; a weak vowel joins its neighbour. */
export function syllablesInSpanish(word: string): number {
  const letters = word.replaceAll(/qu|gu(?=[eiéí])/g, (pair) => pair.charAt(0)).replaceAll(/y$/g, 'i')
  const nuclei = letters.match(/[aeoáéóíú]|[iuü]+(?![aeoáéóíú]|[iuü])(?<![aeoáéó][iuü]+)/g)
  return Math.max(1, nuclei?.length ?? 1)
}
