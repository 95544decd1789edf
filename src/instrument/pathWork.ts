import type { Call, Path, Sign } from './path.ts'

/** One thing a path can stand on: a part of the response, or an answer with the weight of its option. */
export interface Element {
  readonly parts: Readonly<Record<string, readonly Atom[]>>
  /** What it is, where it is plain. */
  readonly plain?: Plain
  readonly weight?: number | null
}
export type Plain = number | string | boolean
export type Atom = Plain | Element
export type Collection = readonly Atom[]

/** The work a whole response may take: about a hundred times that of the longest form there is. */
export const mostSteps = 400_000

/** The longest text that may be put together: a few sentences, and no page. One that doubles at each answer soon fills the memory. */
export const longestText = 2_000

/** It cannot be worked out: its parts do not go together, or it is too much. */
export class NotWorkable extends Error {}

export interface Working {
  readonly resource: Element
  readonly named: ReadonlyMap<string, Collection>
  /** How much more may be done, all paths together. */
  readonly left: { steps: number }
  readonly self?: Collection
  readonly total?: Collection
}

const nothing: Collection = []

/** Works a path out, as FHIRPath says; what is not known is empty, and stays so. */
export function work(path: Path, on: Working): Collection {
  spend(on, 1)
  const found = worked(path, on)
  spend(on, found.length)
  return found
}

function worked(path: Path, on: Working): Collection {
  if (path.kind === 'part') return partOf(work(path.of, on), path.name)
  if (path.kind === 'call') return called(path, on)
  return path.kind === 'between' ? between(path, on) : begun(path, on)
}

type Beginning = Exclude<Path, { readonly kind: 'part' | 'call' | 'between' }>

function begun(path: Beginning, on: Working): Collection {
  switch (path.kind) {
    case 'value':
      return [path.value]
    case 'nothing':
      return nothing
    case 'resource':
      return [on.resource]
    case 'named':
      return namedIn(on, path.name)
    case 'this':
      return on.self ?? nothing
    case 'total':
      return on.total ?? nothing
  }
}

function spend(on: Working, steps: number): void {
  on.left.steps -= steps
  if (on.left.steps < 0) throw new NotWorkable('too much')
}

function namedIn({ named }: Working, name: string): Collection {
  const found = named.get(name)
  if (!found) throw new NotWorkable(name)
  return found
}

const partOf = (all: Collection, name: string): Collection =>
  all.flatMap((one) => (typeof one === 'object' ? (one.parts[name] ?? nothing) : nothing))

export const plainOf = (one: Atom): Atom => (typeof one === 'object' ? (one.plain ?? one) : one)

type CallPath = Extract<Path, { readonly kind: 'call' }>

function called({ name, of, given }: CallPath, on: Working): Collection {
  const [first, second, third] = given
  if (name === 'iif') return work(isTrue(work(first!, on)) ? second! : (third ?? { kind: 'nothing' }), on)
  const all = work(of, on)
  if (name in ofEach) return ofEach[name as Each](all, (one, total) => onOne(first, { one, total }, on))
  if (name === 'combine') return [...all, ...work(first!, on)]
  if (name === 'round') return [rounded(numberIn(all), first ? numberIn(work(first, on)) : 0)].flat()
  if (name === 'aggregate') return aggregated(all, { each: first!, from: second }, on)
  return ofAll[name as Whole](all, on)
}

const onOne = (
  path: Path | undefined,
  { one, total }: { readonly one: Atom; readonly total?: Collection | undefined },
  on: Working,
): Collection => (path ? work(path, { ...on, self: [one], ...(total && { total }) }) : [true])

type Each = 'where' | 'select' | 'all' | 'exists' | 'repeat'
type Whole = Exclude<Call, Each | 'iif' | 'combine' | 'round' | 'aggregate'>
type OfOne = (one: Atom, total?: Collection) => Collection

const ofEach: Readonly<Record<Each, (all: Collection, said: OfOne) => Collection>> = {
  where: (all, said) => all.filter((one) => isTrue(said(one))),
  select: (all, said) => all.flatMap((one) => [...said(one)]),
  all: (all, said) => [all.every((one) => isTrue(said(one)))],
  exists: (all, said) => [all.some((one) => isTrue(said(one)))],
  repeat: (all, said) => below(all, said),
}

const ofAll: Readonly<Record<Whole, (all: Collection, on: Working) => Collection>> = {
  descendants: (all, on) => below(all, (one) => childrenOf(one, on)),
  empty: (all) => [all.length === 0],
  count: (all) => [all.length],
  sum: (all) => ofNumbers(all, (numbers) => numbers.reduce((sum, each) => sum + each, 0)),
  min: (all) => ofNumbers(all, (numbers) => Math.min(...numbers)),
  max: (all) => ofNumbers(all, (numbers) => Math.max(...numbers)),
  avg: (all) => ofNumbers(all, (numbers) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length),
  first: (all) => all.slice(0, 1),
  last: (all) => all.slice(-1),
  not: (all) => kleeneOf(not(truthIn(all))),
  weight: (all) => weights(all),
  ordinal: (all) => weights(all),
}

const weights = (all: Collection): Collection =>
  all.flatMap((one) => (typeof one === 'object' && typeof one.weight === 'number' ? [one.weight] : []))

function childrenOf(one: Atom, on: Working): Collection {
  const found = typeof one === 'object' ? Object.values(one.parts).flat() : nothing
  spend(on, found.length)
  return found
}

/** A response is a tree, so this ends. */
function below(all: Collection, said: OfOne): Collection {
  const found: Atom[] = []
  const open = [...all]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const children = said(next)
    if (children.includes(next)) throw new NotWorkable('repeat')
    found.push(...children)
    open.push(...children)
  }
  return found
}

/** Of nothing there is no sum: a missing total is never 0. */
function ofNumbers(all: Collection, count: (numbers: readonly number[]) => number): Collection {
  const numbers = all.map(plainOf)
  if (!numbers.every((each): each is number => typeof each === 'number')) throw new NotWorkable('no numbers')
  return numbers.length === 0 ? nothing : [exact(count(numbers))]
}

function aggregated(
  all: Collection,
  { each, from }: { each: Path; from?: Path | undefined },
  on: Working,
): Collection {
  if (all.length === 0) return nothing
  return all.reduce<Collection>(
    (total, one) => onOne(each, { one, total }, on),
    from ? work(from, on) : nothing,
  )
}

const numberIn = (all: Collection): number | undefined => {
  const one = oneOf(all)
  if (one === undefined) return undefined
  if (typeof one !== 'number') throw new NotWorkable('no number')
  return one
}

function oneOf(all: Collection): Atom | undefined {
  if (all.length > 1) throw new NotWorkable('several')
  return all[0] === undefined ? undefined : plainOf(all[0])
}

function rounded(number: number | undefined, places: number | undefined): Collection {
  if (number === undefined || places === undefined) return nothing
  const scale = 10 ** Math.min(6, Math.max(0, places))
  return [exact((Math.sign(number) * Math.round(exact(Math.abs(number) * scale))) / scale)]
}

/** FHIRPath reckons in decimals: 0.1 and 0.2 are 0.3. More figures than anyone answers with, and fewer than a binary fraction errs in. */
const exact = (number: number): number => Number(number.toPrecision(14))

/** Only what is surely so. */
export const isTrue = (all: Collection): boolean => truthIn(all) === true

/** A single thing that is not a yes or no counts as yes, as FHIRPath has it. */
export function truthIn(all: Collection): boolean | null {
  const one = oneOf(all)
  if (one === undefined) return null
  return typeof one === 'boolean' ? one : true
}

const not = (truth: boolean | null) => (truth === null ? null : !truth)
const kleeneOf = (truth: boolean | null): Collection => (truth === null ? nothing : [truth])

function between({ sign, one: first, other: second }: Between, on: Working): Collection {
  const [one, other] = [work(first, on), work(second, on)]
  if (sign === 'and' || sign === 'or') return joined(sign, truthIn(one), truthIn(other))
  if (sign === '|' || sign === 'in') {
    spend(on, (one.length + other.length) ** 2)
    return sign === '|' ? distinct([...one, ...other]) : isIn(one, other)
  }
  if (one.length === 0 || other.length === 0) return nothing
  if (sign === '=' || sign === '!=') return [areSame(one, other) === (sign === '=')]
  return reckoned(sign, oneOf(one)!, oneOf(other)!)
}
type Between = Extract<Path, { readonly kind: 'between' }>

const isIn = (one: Collection, other: Collection): Collection =>
  one.length === 0 ? nothing : [one.every((each) => other.some((that) => isSame(each, that)))]

function joined(sign: 'and' | 'or', one: boolean | null, other: boolean | null): Collection {
  const decides = sign === 'or'
  if (one === decides || other === decides) return [decides]
  return one === null || other === null ? nothing : [!decides]
}

const distinct = (all: Collection): Collection =>
  all.filter((one, place) => !all.slice(0, place).some((other) => isSame(one, other)))

const areSame = (one: Collection, other: Collection): boolean =>
  one.length === other.length && one.every((each, place) => isSame(each, other[place]!))

function isSame(one: Atom, other: Atom): boolean {
  const [first, second] = [plainOf(one), plainOf(other)]
  if (typeof first !== 'object' || typeof second !== 'object') return first === second
  const names = [...new Set([...Object.keys(first.parts), ...Object.keys(second.parts)])]
  return names.every((name) => areSame(first.parts[name] ?? nothing, second.parts[name] ?? nothing))
}

type Reckoning = Exclude<Sign, 'and' | 'or' | '|' | 'in' | '=' | '!='>

function reckoned(sign: Reckoning, one: Atom, other: Atom): Collection {
  if (typeof one === 'string' && typeof other === 'string' && sign === '+') {
    if (one.length + other.length > longestText) throw new NotWorkable('too long')
    return [one + other]
  }
  if (typeof one !== 'number' || typeof other !== 'number') throw new NotWorkable(sign)
  const found = numbersBy[sign](one, other)
  if (typeof found === 'boolean') return [found]
  return Number.isFinite(found) ? [exact(found)] : nothing
}

const numbersBy: Readonly<Record<Reckoning, (one: number, other: number) => number | boolean>> = {
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  '/': (one, other) => one / other,
  div: (one, other) => Math.trunc(one / other),
  mod: (one, other) => one % other,
  '>': (one, other) => one > other,
  '<': (one, other) => one < other,
  '>=': (one, other) => one >= other,
  '<=': (one, other) => one <= other,
}
