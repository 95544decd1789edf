/** NIST SP 800-63B: fifteen where a password may stand alone at a staff door; clients get twelve, and a passkey is offered. */
export const shortest = { staff: 15, client: 12 }
export const longest = 256

export type PasswordFault = 'too-short' | 'too-long' | 'too-common'

const rows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qazwsxedcrfvtgbyhnujmik',
]
const walks = rows.flatMap((row) => [row, [...row].reverse().join('')])

const folded: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const fold = (text: string): string => [...text].map((sign) => folded[sign] ?? sign).join('')

const longestWord = 24

/** Something every guesser tries whole: a common word or password, a run, a walk over the keyboard, a year. */
function isPiece(piece: string, common: ReadonlySet<string>): boolean {
  if (/^(.)\1+$/u.test(piece) || walks.some((walk) => walk.includes(piece))) return piece.length > 2
  if (/^(19|20)\d\d$/.test(piece)) return true
  return piece.length > 3 && (common.has(piece) || common.has(fold(piece)))
}

/** In how few guesser's pieces the text can be said; what is no piece counts sign by sign. */
function pieces(text: string, common: ReadonlySet<string>): number {
  const fewest = [0]
  for (let end = 1; end <= text.length; end += 1) {
    let best = fewest[end - 1]! + 1
    for (let start = Math.max(0, end - longestWord); start < end - 2; start += 1)
      if (isPiece(text.slice(start, end), common)) best = Math.min(best, fewest[start]! + 1)
    fewest[end] = best
  }
  return fewest[text.length]!
}

/** "abcabcabc" is "abc", three times. */
const withoutRepeats = (text: string): string => /^(.+?)\1+$/u.exec(text)?.[1] ?? text

const fewestPieces = 4

/**
 * What is wrong with a new password, if anything. `common` are passwords that everyone's guesser knows; `own` are words
 * about this person or place, which a guesser would try too.
 */
export function passwordFault(
  password: string,
  known: { readonly common: ReadonlySet<string>; readonly own: readonly string[] },
  least: number,
): PasswordFault | undefined {
  if ([...password].length < least) return 'too-short'
  if (password.length > longest) return 'too-long'
  const text = password.normalize('NFKC').toLowerCase()
  const common = new Set([...known.common, ...known.own.map((word) => word.toLowerCase())])
  const bare = withoutRepeats(text.replace(/[^\p{L}\p{N}@$!]/gu, ''))
  return common.has(text) || pieces(bare, common) < fewestPieces ? 'too-common' : undefined
}

/** The words of an address that a guesser would start from. */
export const ownWords = (email: string): string[] => [
  ...email.split(/[@.+_-]/).filter((word) => word.length > 3),
  'throughline',
  'ketamine',
]
