/** Puts values into the places a sentence keeps for them: `say('min {n}', { n: 4 })`. */
export const say = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}(\.?)/g, (place, name: string, period: string) => {
    const value = values[name]
    if (value === undefined) return place
    return String(value).endsWith('.') ? String(value) : `${value}${period}`
  })
