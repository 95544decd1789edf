import { BeyondUs, pathOf } from '../instrument/path.ts'
import type { Condition, Item } from '../instrument/instrument.ts'
import type { Coded, Offer } from '../instrument/ownForm.ts'
import { NotTaken } from './fault.ts'
import { isRecord, recordsIn, type Json } from './fileText.ts'
import { extensionCalled, type ReadItem } from './questionnaire.ts'

/** A question as it is asked here, that a later one may hang on. */
export interface Asked {
  readonly item: Item
  readonly offers: readonly Offer[]
  readonly isYesNo: boolean
}

/** Whether it is asked; or that this cannot be told here, and so it always is. */
export type When = { readonly only: Condition | undefined } | { readonly beyond: string }

export const always: Condition = { all: [] }

export function whenOf({ file, id }: ReadItem, before: ReadonlyMap<string, Asked>): When {
  const rows = recordsIn(file['enableWhen'])
  const path = pathIn(file)
  if (typeof path === 'object' && 'beyond' in path) return path
  const said = rows.map((row) => conditionOf(row, before))
  const beyond = said.find((each) => 'beyond' in each)
  if (beyond) return beyond
  const conditions = said as Condition[]
  const joined = conditions.length > 1 ? behaving(file, id, conditions) : conditions[0]
  return { only: path && joined ? { all: [joined, path] } : (path ?? joined) }
}

function behaving({ enableBehavior: how }: Json, id: string, conditions: Condition[]): Condition {
  if (how === 'all') return { all: conditions }
  if (how === 'any') return { any: conditions }
  throw new NotTaken('condition-unclear', id)
}

type Beyond = { readonly beyond: string }

function pathIn(file: Json): Condition | Beyond | undefined {
  const said = extensionCalled(file, 'sdc-questionnaire-enableWhenExpression')?.['valueExpression']
  if (said === undefined) return undefined
  const { language, expression } = isRecord(said) ? said : {}
  if (language !== 'text/fhirpath' || typeof expression !== 'string') return { beyond: String(language) }
  try {
    pathOf(expression)
    return { sure: { path: expression } }
  } catch (cause) {
    if (cause instanceof BeyondUs) return { beyond: cause.word }
    throw cause
  }
}

function conditionOf(row: Json, before: ReadonlyMap<string, Asked>): Condition | Beyond {
  const [question, operator] = [String(row['question']), String(row['operator'])]
  const on = before.get(question)
  if (!on) return { beyond: question }
  const [name, value] = Object.entries(row).find(([each]) => each.startsWith('answer')) ?? []
  if (operator === 'exists') return existing(on, value !== false)
  const places = name === undefined ? undefined : placesOf(on, { name, value, operator })
  return places ?? { beyond: `${question} ${operator}` }
}

const existing = ({ item: { id } }: Asked, isSaid: boolean): Condition =>
  isSaid ? { not: { missing: id } } : { missing: id }

interface Compared {
  readonly name: string
  readonly value: unknown
  readonly operator: string
}

function placesOf(on: Asked, compared: Compared): Condition | undefined {
  if (on.item.range) return numberOf(on.item, compared)
  const place = placeOf(on, compared)
  if (place === undefined) return undefined
  const isThat = answeredWith(on, place)
  if (compared.operator === '=') return isThat
  return compared.operator === '!=' ? { all: [{ not: { missing: on.item.id } }, { not: isThat }] } : undefined
}

/** That this answer was given: the one at its place, or this tick among several. */
export function answeredWith({ item, offers }: Asked, place: number): Condition {
  const word = offers[place]?.word
  if (item.ticks) return { item: `${item.id}.${word}`, atLeast: 1 }
  return { all: [{ item: item.id, atLeast: place }, { not: { item: item.id, atLeast: place + 1 } }] }
}

function placeOf({ offers, isYesNo }: Asked, { name, value }: Compared): number | undefined {
  if (isYesNo) return typeof value === 'boolean' ? Number(value) : undefined
  const place = offers.findIndex(({ is }) => isThis(is, name, value))
  return place === -1 ? undefined : place
}

function isThis(is: Coded | string | number, name: string, value: unknown): boolean {
  if (typeof is !== 'object') return is === value
  if (name !== 'answerCoding' || !isRecord(value)) return false
  const isOfSystem = value['system'] === undefined || is.system === undefined || value['system'] === is.system
  return isOfSystem && is.code !== undefined && value['code'] === is.code
}

/** Between two numbers that anyone types there is at least this. */
const nextAfter = 1e-7

export function numberOf(
  { id, range }: Item,
  { value, operator }: Pick<Compared, 'value' | 'operator'>,
): Condition | undefined {
  if (typeof value !== 'number') return undefined
  const least = (atLeast: number): Condition => ({ item: id, atLeast })
  const [from, above] = [least(value), least(range?.whole ? Math.floor(value) + 1 : value + nextAfter)]
  const by: Readonly<Record<string, Condition>> = {
    '>=': from,
    '>': above,
    '<': { not: from },
    '<=': { not: above },
    '=': { all: [from, { not: above }] },
    '!=': { any: [{ not: from }, above] },
  }
  return Object.hasOwn(by, operator) ? by[operator] : undefined
}

/** A question that hangs on itself, by whatever way round, can never be asked; and one that is nowhere decides nothing. */
export function refuseCircles(items: readonly ReadItem[]): void {
  const on = new Map(
    items.map(({ id, file }) => [id, recordsIn(file['enableWhen']).map((row) => String(row['question']))]),
  )
  for (const [id, questions] of on)
    if (questions.some((each) => !on.has(each))) throw new NotTaken('condition-unknown', id)
  const within = new Map(items.flatMap(({ id, inner }) => inner.map((each) => [each.id, id] as const)))
  const done = new Set<string>()
  for (const id of on.keys()) {
    const path = new Set<string>()
    follow(id, { path, done, next: (each) => [...(on.get(each) ?? []), ...[within.get(each) ?? []].flat()] })
  }
}

interface Following {
  readonly path: Set<string>
  readonly done: Set<string>
  readonly next: (id: string) => readonly string[]
}

/** Without calling itself, for a chain may be as long as a form. */
function follow(from: string, { path, done, next }: Following): void {
  const open: { readonly id: string; readonly left: boolean }[] = [{ id: from, left: false }]
  for (let step = open.pop(); step; step = open.pop()) {
    if (step.left) {
      path.delete(step.id)
      done.add(step.id)
      continue
    }
    if (path.has(step.id)) throw new NotTaken('condition-circle', step.id)
    if (done.has(step.id)) continue
    path.add(step.id)
    open.push({ id: step.id, left: true }, ...next(step.id).map((id) => ({ id, left: false })))
  }
}
