/**
 * How wide words are, without a browser: advance widths in em, rounded up to the next 0.04, measured from the two bundled
 * fonts (the sans at 600, the heavier of those used; the serif at 16 px). Rounding up keeps every guess on the safe side.
 */
export type Face = 'sans' | 'serif'

const groups: Record<Face, readonly (readonly [number, string])[]> = {
  sans: [
    [0.28, "',.:;‘’·"],
    [0.32, ' !/ijlí¡'],
    [0.36, '()ft'],
    [0.4, '"-r'],
    [0.44, '1I'],
    [0.48, '“”'],
    [0.52, '*csz¿–'],
    [0.56, '7?JLaekuvxyáéúü'],
    [0.6, '2359+EFbdghnopqóñ'],
    [0.64, '468BCPRSTZ'],
    [0.68, '0KVXY'],
    [0.72, 'ADGHNU'],
    [0.76, 'OQw…'],
    [0.96, 'Mm—W%'],
  ],
  serif: [
    [0.24, " ',.‘’"],
    [0.3, '!()/:;jl¡·ií'],
    [0.36, '"-Ift'],
    [0.44, 'rs*?Jcz¿“”'],
    [0.5, 'aeáé+g'],
    [0.56, 'x–Sbdkoquvyóúü'],
    [0.6, '0123456789Fhnpñ'],
    [0.66, 'BELPZ'],
    [0.72, 'RT…ACVXY—'],
    [0.78, 'DGKw'],
    [0.84, 'HNOQU%m'],
    [1, 'MW'],
  ],
}

const table = (face: Face) =>
  new Map(groups[face].flatMap(([em, letters]) => [...letters].map((letter) => [letter, em])))
const widths = { sans: table('sans'), serif: table('serif') }

/** What no table names (another script, a mark) is taken as a wide letter. */
const unknown = 0.9

export const widthOf = (text: string, size: number, face: Face): number =>
  [...text].reduce((sum, letter) => sum + (widths[face].get(letter) ?? unknown), 0) * size

export type Wrapping = {
  readonly width: number
  readonly lines: number
  readonly size: number
  readonly face: Face
}

/** Words broken into lines that fit; a word longer than a line is broken; what is left over ends in an ellipsis. */
export function wrap(text: string, { width, lines, size, face }: Wrapping): readonly string[] {
  const fits = (line: string) => widthOf(line, size, face) <= width
  const broken = breakWords(text, fits)
  if (broken.length <= lines) return broken
  const kept = broken.slice(0, lines)
  return [...kept.slice(0, -1), shortened(kept.at(-1) ?? '', fits)]
}

function breakWords(text: string, fits: (line: string) => boolean): string[] {
  const done: string[] = []
  let line = ''
  for (const word of text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((long) => pieces(long, fits))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer) || line === '') line = longer
    else {
      done.push(line)
      line = word
    }
  }
  return line === '' ? done : [...done, line]
}

function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word) || word.length < 2) return [word]
  const cut = [...word].findIndex((_, place) => place > 0 && !fits(`${word.slice(0, place + 1)}-`))
  const at = Math.max(1, cut)
  return [`${word.slice(0, at)}-`, ...pieces(word.slice(at), fits)]
}

function shortened(line: string, fits: (line: string) => boolean): string {
  let kept = line
  while (kept.length > 1 && !fits(`${kept}…`)) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}
