export interface Bars {
  readonly must: number
  readonly aim: number
  /** Whether more is better; less is, for what is spent. */
  readonly more?: boolean
  readonly digits?: number
}

export const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b)
export const median = (all: readonly number[]): number =>
  sorted(all)[Math.floor(all.length / 2)] ?? Number.NaN

export function spread(all: readonly number[], digits: number): string {
  const [least, most] = [sorted(all)[0], sorted(all).at(-1)]
  return [least, median(all), most].map((value) => value?.toFixed(digits) ?? '–').join(' / ')
}

/** The bars, and how far each was reached; the median counts. */
export function openTable() {
  const rows: string[][] = [['bar', 'what', 'least / median / most', 'must', 'aim', '']]
  return {
    add([bar, what]: readonly [number, string], all: readonly number[], bars: Bars): void {
      if (all.length === 0) return
      const figures = all.length === 1 ? all[0]!.toFixed(bars.digits ?? 2) : spread(all, bars.digits ?? 2)
      rows.push([String(bar), what, figures, String(bars.must), String(bars.aim), verdict(median(all), bars)])
    },
    missed: (): boolean => rows.some((cells) => cells.at(-1) === 'MISSED'),
    toString(): string {
      const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)))
      return rows
        .map((cells) =>
          cells
            .map((cell, column) => cell.padEnd(widths[column]!))
            .join('  ')
            .trimEnd(),
        )
        .join('\n')
    },
  }
}

export type Table = ReturnType<typeof openTable>

function verdict(value: number, { must, aim, more = false }: Bars): string {
  const beats = (bar: number) => (more ? value >= bar : value <= bar)
  return beats(aim) ? 'aim met' : beats(must) ? 'must met' : 'MISSED'
}
