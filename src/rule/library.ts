import type { Clause, Figure, InBoth, Measure, Rule, Severity } from './rule.ts'

/** One number of a rule, with what it counts, its source, and whether it is a proposed default of ours. */
export interface FigureTold {
  /** What the number is for: the place it stands in a clause, or the name the row gives it. */
  readonly name: string
  /** Of a number that a reading is held against. */
  readonly measure: InBoth | null
  readonly test: 'above' | 'atLeast' | 'below' | 'atMost' | null
  readonly severity: Severity | null
  readonly value: number
  readonly unit: string
  readonly source: string
  readonly proposed: boolean
}

/** Every number that a rule names, in the order of its clauses, each once. */
export function figuresOf(rule: Rule, measures: ReadonlyMap<string, Measure>): FigureTold[] {
  const told = [...rule.clauses.flatMap((clause) => inClause(clause, measures)), ...named(rule)]
  const seen = new Set<string>()
  return told.filter((figure) => {
    const key = JSON.stringify(figure)
    return !seen.has(key) && seen.add(key)
  })
}

const named = ({ figures }: Rule): FigureTold[] =>
  Object.entries(figures ?? {}).map(([name, figure]) => plain(name, figure))

function inClause(clause: Clause, measures: ReadonlyMap<string, Measure>): FigureTold[] {
  const limits =
    clause.kind !== 'number'
      ? []
      : clause.bands.flatMap(({ test, limits: each, severity }) =>
          each.map((figure, at) => ({
            ...plain('limits', figure),
            measure: measures.get(clause.measures[at] ?? '')?.title ?? null,
            test,
            severity,
          })),
        )
  return [...limits, ...within(clause, '')]
}

/** Everything else that is a number with its unit and source, wherever it stands; the bands are told above. */
function within(part: unknown, name: string): FigureTold[] {
  if (typeof part !== 'object' || part === null) return []
  if (isFigure(part)) return [plain(name, part)]
  if (Array.isArray(part)) return part.flatMap((each) => within(each, name))
  return Object.entries(part).flatMap(([key, each]) => (key === 'bands' ? [] : within(each, key)))
}

const isFigure = (part: object): part is Figure => 'value' in part && 'unit' in part && 'tag' in part

const plain = (name: string, { value, unit, source, tag }: Figure): FigureTold => ({
  name,
  measure: null,
  test: null,
  severity: null,
  value,
  unit,
  source,
  proposed: tag === 'PD',
})

/** Units of measurement as they are printed; the same in every language. */
export const symbols: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  Cel: '°C',
  'kg/m2': 'kg/m²',
  'mL/min/{1.73_m2}': 'mL/min/1.73 m²',
}
