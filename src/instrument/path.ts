/**
 * The part of FHIRPath that a practice's own form may score by, cut up and never run as text. What is not in it is said to
 * be so, and nothing is guessed. Length and depth are bounded here, and the work in `pathWork`.
 */
export type Path =
  | { readonly kind: 'value'; readonly value: number | string | boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'resource' }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'this' }
  | { readonly kind: 'total' }
  | { readonly kind: 'part'; readonly of: Path; readonly name: string }
  | { readonly kind: 'call'; readonly of: Path; readonly name: Call; readonly given: readonly Path[] }
  | { readonly kind: 'between'; readonly sign: Sign; readonly one: Path; readonly other: Path }

/** Each is given so many arguments. */
const calls = {
  where: [1, 1],
  select: [1, 1],
  all: [1, 1],
  repeat: [1, 1],
  descendants: [0, 0],
  exists: [0, 1],
  empty: [0, 0],
  count: [0, 0],
  sum: [0, 0],
  min: [0, 0],
  max: [0, 0],
  avg: [0, 0],
  first: [0, 0],
  last: [0, 0],
  combine: [1, 1],
  not: [0, 0],
  iif: [2, 3],
  round: [0, 1],
  weight: [0, 0],
  ordinal: [0, 0],
  aggregate: [1, 2],
} as const satisfies Record<string, readonly [number, number]>
export type Call = keyof typeof calls

const parts = ['item', 'answer', 'value', 'linkId', 'code', 'system', 'display']

/** From loosest to tightest. */
const signs = [
  ['or'],
  ['and'],
  ['in'],
  ['=', '!='],
  ['>', '<', '>=', '<='],
  ['|'],
  ['+', '-'],
  ['*', '/', 'div', 'mod'],
] as const
export type Sign = (typeof signs)[number][number]

export const longestPath = 20_000
const deepest = 60
const mostWords = 8_000
/** What hangs on each other in one path; each is worked out within the next. */
const mostLinks = 1_000

/** Why a path is not worked out here, and the word of it that is beyond us. */
export class BeyondUs extends Error {
  readonly word: string
  constructor(word: string) {
    super(`not worked out here: ${word}`)
    this.word = word
  }
}

type Token = {
  readonly kind: 'number' | 'text' | 'named' | 'dollar' | 'word' | 'sign'
  readonly text: string
}

const token =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|'(?<text>(?:[^'\\]|\\['\\/])*)'|%(?<named>[A-Za-z_]\w*)|\$(?<dollar>[a-z]+)|(?<word>[A-Za-z_]\w*)|(?<sign><=|>=|!=|[-+*/=<>().,{}|]))/y

function tokensOf(path: string): Token[] {
  if (path.length > longestPath) throw new BeyondUs('…')
  const found: Token[] = []
  const read = new RegExp(token)
  const end = path.trimEnd().length
  while (read.lastIndex < end) {
    const from = read.lastIndex
    const [kind, text] =
      Object.entries(read.exec(path)?.groups ?? {}).find(([, said]) => said !== undefined) ?? []
    if (kind === undefined || found.length >= mostWords)
      throw new BeyondUs(path.slice(from, from + 20).trim())
    found.push({ kind: kind as Token['kind'], text: text ?? '' })
  }
  return found
}

/** Reads a path; throws `BeyondUs` where it says anything that is not in the part above. */
export function pathOf(text: string): Path {
  const tokens = tokensOf(text)
  const reading: Reading = { tokens, at: 0, depth: 0, links: 0, within: 0 }
  const path = expression(reading, 0)
  const left = tokens[reading.at]
  if (left) throw new BeyondUs(left.text)
  return path
}

interface Reading {
  readonly tokens: readonly Token[]
  at: number
  depth: number
  links: number
  /** How many `where` or `select` this stands in: only there is something "this". */
  within: number
}

const isNext = ({ tokens, at }: Reading, ...texts: readonly string[]): boolean => {
  const next = tokens[at]
  return next !== undefined && (next.kind === 'sign' || next.kind === 'word') && texts.includes(next.text)
}

function take(reading: Reading, text: string): void {
  if (!isNext(reading, text)) throw new BeyondUs(reading.tokens[reading.at]?.text ?? text)
  reading.at += 1
}

function expression(reading: Reading, level: number): Path {
  const known = signs[level]
  if (!known) return chain(reading)
  let one = expression(reading, level + 1)
  while (isNext(reading, ...known)) {
    const sign = reading.tokens[reading.at]!.text as Sign
    link(reading)
    reading.at += 1
    one = { kind: 'between', sign, one, other: expression(reading, level + 1) }
  }
  return one
}

function link(reading: Reading): void {
  reading.links += 1
  if (reading.links > mostLinks) throw new BeyondUs('…')
}

/** Within brackets; too many of them are no form's. */
function inside(reading: Reading): Path {
  reading.depth += 1
  if (reading.depth > deepest) throw new BeyondUs('(')
  const path = expression(reading, 0)
  reading.depth -= 1
  return path
}

/** A beginning, and what follows it after a dot. */
function chain(reading: Reading): Path {
  let path = beginning(reading)
  while (isNext(reading, '.')) {
    reading.at += 1
    link(reading)
    path = step(reading, path)
  }
  return path
}

function beginning(reading: Reading): Path {
  const next = reading.tokens[reading.at]
  if (!next) throw new BeyondUs('…')
  if (next.kind === 'word') return wordFirst(reading, next.text)
  reading.at += 1
  if (next.kind === 'number') return { kind: 'value', value: Number(next.text) }
  if (next.kind === 'text') return { kind: 'value', value: next.text.replaceAll(/\\(.)/g, '$1') }
  if (next.kind === 'named')
    return next.text === 'resource' ? { kind: 'resource' } : { kind: 'named', name: next.text }
  if (next.kind === 'dollar') return dollar(reading, next.text)
  return bySign(reading, next.text)
}

function bySign(reading: Reading, sign: string): Path {
  if (sign === '-')
    return { kind: 'between', sign: '-', one: { kind: 'value', value: 0 }, other: chain(reading) }
  if (sign === '{') {
    take(reading, '}')
    return { kind: 'nothing' }
  }
  if (sign !== '(') throw new BeyondUs(sign)
  const path = inside(reading)
  take(reading, ')')
  return path
}

function dollar(reading: Reading, name: string): Path {
  if (reading.within === 0 || (name !== 'this' && name !== 'total')) throw new BeyondUs(`$${name}`)
  return { kind: name }
}

/** `iif(…)` stands alone; a name stands on what "this" is, and outside of a `where` nothing is. */
function wordFirst(reading: Reading, word: string): Path {
  if (word === 'true' || word === 'false') {
    reading.at += 1
    return { kind: 'value', value: word === 'true' }
  }
  if (word !== 'iif' && reading.within === 0) throw new BeyondUs(word)
  return step(reading, reading.within === 0 ? { kind: 'nothing' } : { kind: 'this' })
}

function step(reading: Reading, of: Path): Path {
  const next = reading.tokens[reading.at]
  if (next?.kind !== 'word') throw new BeyondUs(next?.text ?? '.')
  const { text: name } = next
  reading.at += 1
  if (!isNext(reading, '(')) {
    if (!parts.includes(name)) throw new BeyondUs(name)
    return { kind: 'part', of, name }
  }
  if (!isCall(name)) throw new BeyondUs(`${name}()`)
  return { kind: 'call', of, name, given: given(reading, name) }
}

const isCall = (name: string): name is Call => Object.hasOwn(calls, name)

/** Those that look at one after the other. */
const eachOf: readonly Call[] = ['where', 'select', 'all', 'repeat', 'exists', 'aggregate']

function given(reading: Reading, name: Call): readonly Path[] {
  const each = eachOf.includes(name) ? 1 : 0
  const found: Path[] = []
  take(reading, '(')
  reading.within += each
  while (!isNext(reading, ')')) {
    if (found.length > 0) take(reading, ',')
    found.push(inside(reading))
  }
  reading.within -= each
  take(reading, ')')
  const [least, most] = calls[name]
  if (found.length < least || found.length > most) throw new BeyondUs(`${name}()`)
  return found
}

/** What stands in it, itself first. */
export function withinPath(path: Path): readonly Path[] {
  const found: Path[] = []
  const open = [path]
  for (let next = open.pop(); next; next = open.pop()) {
    found.push(next)
    if ('of' in next) open.push(next.of)
    if (next.kind === 'call') open.push(...next.given)
    if (next.kind === 'between') open.push(next.one, next.other)
  }
  return found
}
