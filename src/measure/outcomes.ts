import {
  countOf,
  isKnown,
  outcomeOf,
  outcomeTimes,
  results,
  type Outcome,
  type OutcomeGroup,
  type OutcomeTime,
  type Result,
} from './outcome.ts'
import { hiddenIn, smallBelow, type Cell } from './smallCells.ts'

/** What of an outcome may be told: a result that is known of too few is left out, and said to be. */
export interface Told extends Outcome {
  readonly untold: readonly Result[]
}

/** A part of the practice's courses; null where it is not shown, so that no one can be recognised. */
export interface Part {
  readonly key: string
  readonly outcome: Told | null
}

/** How many changed by so much: `courses` is null where it is not shown. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly courses: number | null
}

export interface TimeOutcome {
  readonly time: OutcomeTime
  readonly whole: Told | null
  readonly bins: readonly Bin[]
  readonly byProtocol: readonly Part[]
  readonly byRoute: readonly Part[]
  readonly byBand: readonly Part[]
}

/** At each time: the whole, and its parts. What is too small is hidden before it leaves the server. */
export function outcomesOf(groups: readonly OutcomeGroup[], hasBands = true): TimeOutcome[] {
  return outcomeTimes.map((time) => {
    const here = groups.filter((group) => group.time === time)
    const whole = outcomeOf(here)
    const shown = whole.started === 0 || whole.started >= smallBelow
    if (!shown) return { time, whole: null, bins: [], byProtocol: [], byRoute: [], byBand: [] }
    const untold = results.filter((result) => isFew(countOf(here.filter((group) => isKnown(group, result)))))
    const [byProtocol, byRoute, byBand] = partsOf(here, [
      ({ protocolId }) => protocolId,
      ({ route }) => route,
      // Without bands nobody began in one, and "no score before" would be said of everyone.
      ...(hasBands ? [({ baselineBand }: OutcomeGroup) => baselineBand ?? 'unknown'] : []),
    ])
    return {
      time,
      whole: bare(whole, untold),
      bins: untold.includes('change') ? [] : binsOf(here, whole),
      byProtocol: byProtocol ?? [],
      byRoute: byRoute ?? [],
      byBand: byBand ?? [],
    }
  })
}

const isFew = (courses: number): boolean => courses > 0 && courses < smallBelow

/** One by one, changes would single people out: only bins leave. */
function bare(outcome: Outcome, untold: readonly Result[]): Told {
  const told = <What>(result: Result, what: What) => (untold.includes(result) ? null : what)
  return {
    ...outcome,
    changes: [],
    response: told('response', outcome.response),
    remission: told('remission', outcome.remission),
    improved: told('reliable', outcome.improved),
    deteriorated: told('reliable', outcome.deteriorated),
    medianChange: told('change', outcome.medianChange),
    quartiles: told('change', outcome.quartiles),
    untold,
  }
}

type KeyOf = (group: OutcomeGroup) => string

interface Sorted {
  readonly key: string
  readonly outcome: Outcome
  readonly groups: readonly { readonly group: OutcomeGroup; readonly atom: string }[]
}

/** The same courses told apart in several ways; what one way hides, another must not give away. */
function partsOf(groups: readonly OutcomeGroup[], ways: readonly KeyOf[]): Part[][] {
  const atomOf = (group: OutcomeGroup) => ways.map((way) => way(group)).join('|')
  const tables = ways.map((way) => sorted(groups, way, atomOf))
  const started = hiddenBy(tables, () => true, new Set())
  const few = new Map(
    results.map((result) => [result, hiddenBy(tables, (group) => isKnown(group, result), started)]),
  )
  return tables.map((table) =>
    table.map((part) => ({
      key: part.key,
      outcome: started.has(part)
        ? null
        : bare(
            part.outcome,
            results.filter((result) => few.get(result)!.has(part)),
          ),
    })),
  )
}

function sorted(groups: readonly OutcomeGroup[], way: KeyOf, atomOf: KeyOf): Sorted[] {
  const keys = [...new Set(groups.map(way))].toSorted()
  return keys.map((key) => {
    const own = groups.filter((group) => way(group) === key)
    return { key, outcome: outcomeOf(own), groups: own.map((group) => ({ group, atom: atomOf(group) })) }
  })
}

/** Which parts are hidden when these of each are counted: whoever is not counted is in no sum that gives another away. */
function hiddenBy(
  tables: readonly (readonly Sorted[])[],
  isCounted: (group: OutcomeGroup) => boolean,
  already: ReadonlySet<Sorted>,
): ReadonlySet<Sorted> {
  const cells = new Map<Sorted, Cell>(tables.flat().map((part) => [part, cellOf(part, isCounted)]))
  const hidden = hiddenIn(
    tables.map((table) => table.map((part) => cells.get(part)!)),
    new Set([...already].map((part) => cells.get(part)!)),
  )
  return new Set(tables.flat().filter((part) => hidden.has(cells.get(part)!)))
}

function cellOf({ groups }: Sorted, isCounted: (group: OutcomeGroup) => boolean): Cell {
  const counted = groups.filter(({ group }) => isCounted(group))
  return {
    size: counted.reduce((sum, { group: { courses } }) => sum + courses, 0),
    atoms: new Set(counted.map(({ atom }) => atom)),
  }
}

/** Changes in steps of this many points. */
export const binWidth = 3

const placeOf = (change: number): number => Math.floor(change / binWidth)

function binsOf(groups: readonly OutcomeGroup[], { changes }: Outcome): Bin[] {
  if (changes.length === 0) return []
  const first = placeOf(changes[0]!.change)
  const last = placeOf(changes.at(-1)!.change)
  const places = Array.from({ length: last - first + 1 }, (_, step) => first + step)
  const compared = groups.flatMap(({ change, ...group }) => (change === null ? [] : [{ ...group, change }]))
  const stepOf = (own: typeof compared, always: boolean): Cell => ({
    size: own.reduce((sum, { courses }) => sum + courses, 0),
    atoms: new Set(own.map(({ change, reliable }) => `${change} ${reliable}`)),
    always,
  })
  const steps = places.map((place) =>
    stepOf(
      compared.filter(({ change }) => placeOf(change) === place),
      false,
    ),
  )
  // How many are better or worse by more than chance is told beside the steps, and must not give one of them away.
  const beside = [...new Set(compared.map(({ reliable }) => reliable))].map((reliable) =>
    stepOf(
      compared.filter((group) => group.reliable === reliable),
      true,
    ),
  )
  const hidden = hiddenIn([steps, beside])
  return places.map((place, step) => ({
    from: place * binWidth,
    to: place * binWidth + binWidth - 1,
    courses: hidden.has(steps[step]!) ? null : steps[step]!.size,
  }))
}
