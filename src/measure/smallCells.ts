/** A group of fewer courses than this is not told apart: someone might be recognised in it (CMS cell size policy: 11). [PD] */
export const smallBelow = 11

/** One cell of a table: how many are in it, and from which of the smallest groups that can be told apart they come. */
export interface Cell {
  readonly size: number
  readonly atoms: ReadonlySet<string>
  /** Told whatever its size: a practice must see its few who got worse. */
  readonly always?: boolean
}

/** Cells that share no one and hold everyone together. */
export type Table = readonly Cell[]

const isSmall = (size: number): boolean => size > 0 && size < smallBelow

/**
 * Which cells of these tables about the same people are not told. The small ones; and as many of the next smallest as it
 * takes until no small group can be worked out: neither from the whole and the other cells, nor from a few cells of one table
 * and those of another that lie within them, nor by any sum over all of them. An empty cell is told: no one is in it. `already` are not told for another reason.
 */
export function hiddenIn(
  tables: readonly Table[],
  already: ReadonlySet<Cell> = new Set(),
): ReadonlySet<Cell> {
  const cells = tables.flat()
  const small = cells.filter((cell) => already.has(cell) || (!cell.always && isSmall(cell.size)))
  const hidden = new Set(small)
  for (let next = exposing(tables, hidden); next; next = exposing(tables, hidden)) hidden.add(next)
  const more = [...hidden].filter((cell) => !small.includes(cell))
  for (const cell of more.toSorted((one, other) => other.size - one.size)) {
    // What was hidden on the way and no longer helps is told after all.
    hidden.delete(cell)
    if (exposing(tables, hidden)) hidden.add(cell)
  }
  return hidden
}

/** Of one table alone, by place. */
export function hiddenOf(sizes: readonly number[]): ReadonlySet<number> {
  const table = sizes.map((size, place) => ({ size, atoms: new Set([String(place)]) }))
  const hidden = hiddenIn([table])
  return new Set(sizes.map((_, place) => place).filter((place) => hidden.has(table[place]!)))
}

/** What everyone can know the size of: a cell that is told, or what is left of the whole besides them. */
interface Known {
  readonly size: number
  readonly atoms: ReadonlySet<string>
  /** The cell, where it is one that could be hidden. */
  readonly cell: Cell | null
}

function knownOf(table: Table, hidden: ReadonlySet<Cell>): Known[] {
  const told = table.filter((cell) => !hidden.has(cell) && cell.size > 0)
  const rest = table.filter((cell) => hidden.has(cell))
  const known = told.map((cell) => ({ ...cell, cell: cell.always ? null : cell }))
  if (rest.length === 0) return known
  const atoms = new Set(rest.flatMap((cell) => [...cell.atoms]))
  return [...known, { size: sum(rest), atoms, cell: null }]
}

/** A cell that has to be hidden too, for with it a small group can be worked out. */
function exposing(tables: readonly Table[], hidden: ReadonlySet<Cell>): Cell | undefined {
  const known = tables.map((table) => knownOf(table, hidden))
  // What is told whatever its size can be hidden by nothing, wherever else it stands.
  const anyway = tables.flat().flatMap((cell) => (cell.always ? { ...cell, cell: null } : []))
  for (const [place, table] of tables.entries()) {
    const rest = table.filter((cell) => hidden.has(cell))
    if (rest.some(({ size }) => isSmall(size)) && isSmall(sum(rest))) {
      const next = smallest(known[place]!)
      if (next) return next
    }
  }
  for (const [place, one] of known.entries())
    for (const [otherPlace, other] of known.entries()) {
      const next = place === otherPlace ? undefined : exposingBetween(one, other, anyway)
      if (next) return next
    }
  const secret = [...hidden].filter(({ size, atoms }) => isSmall(size) && !isFixedBy(anyway, atoms))
  return secret.some(({ atoms }) => isFixedBy(known.flat(), atoms)) ? smallest(known.flat()) : undefined
}

/** Do the sizes that are told fix the size of this group, by adding and taking away over however many tables? */
function isFixedBy(known: readonly Known[], group: ReadonlySet<string>): boolean {
  const atoms = [...new Set(known.flatMap((each) => [...each.atoms]))]
  const rowOf = (of: ReadonlySet<string>) => atoms.map((atom) => (of.has(atom) ? 1 : 0))
  if (![...group].every((atom) => atoms.includes(atom))) return false
  const rows = known.map((each) => rowOf(each.atoms))
  const left: number[] = rowOf(group)
  for (const column of atoms.keys()) {
    const at = rows.findIndex((row) => !isNought(row[column]!))
    const [pivot] = at < 0 ? [] : rows.splice(at, 1)
    if (pivot) for (const row of [...rows, left]) without(row, pivot, row[column]! / pivot[column]!)
  }
  return left.every(isNought)
}

const isNought = (value: number): boolean => Math.abs(value) < 1e-9

function without(row: number[], pivot: readonly number[], times: number): void {
  for (const [column, value] of pivot.entries()) row[column] = row[column]! - times * value
}

/** From a few cells of one table, those of another that lie within them are taken away: what is left must not be small. */
function exposingBetween(
  one: readonly Known[],
  other: readonly Known[],
  anyway: readonly Known[],
): Cell | undefined {
  for (const few of upToThree(one)) {
    const atoms = new Set(few.flatMap((known) => [...known.atoms]))
    const within = other.filter((known) => [...known.atoms].every((atom) => atoms.has(atom)))
    if (within.length === 0 || !isSmall(sum(few) - sum(within))) continue
    const taken = new Set(within.flatMap((known) => [...known.atoms]))
    const left = new Set([...atoms].filter((atom) => !taken.has(atom)))
    if (isFixedBy(anyway, left)) continue
    const next = smallest([...few, ...within]) ?? smallest(one) ?? smallest(other)
    if (next) return next
  }
  return undefined
}

function* upToThree(known: readonly Known[]): Generator<readonly Known[]> {
  for (const [first, one] of known.entries()) {
    yield [one]
    for (const [second, two] of known.entries()) {
      if (second <= first) continue
      yield [one, two]
      for (const three of known.slice(second + 1)) yield [one, two, three]
    }
  }
}

const smallest = (known: readonly Known[]): Cell | undefined =>
  known.flatMap(({ cell }) => cell ?? []).toSorted((one, other) => one.size - other.size)[0]

const sum = (sizes: readonly { readonly size: number }[]): number =>
  sizes.reduce((total, { size }) => total + size, 0)
