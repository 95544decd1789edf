/** Half away from zero, on the fraction itself: 4.5 is 5, and no binary rounding comes between. */
export function halfUp(numerator: number, denominator: number, places: number): number {
  const scale = 10 ** places
  const size = Math.floor((Math.abs(numerator) * scale * 2 + denominator) / (2 * denominator)) / scale
  return numerator < 0 ? -size : size
}

/** The finest that a line is read off to. */
const finest = 1_000_000

/** A sum as a fraction of whole numbers, so that 0.1 and 0.2 are 0.3. */
export function sumOf(values: readonly number[]): {
  readonly numerator: number
  readonly denominator: number
} {
  const denominator = values.every(Number.isInteger) ? 1 : finest
  return { numerator: values.reduce((sum, value) => sum + Math.round(value * denominator), 0), denominator }
}
