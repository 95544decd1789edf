/** Puts values into the places a sentence keeps for them: `say('min {n}', { n: 4 })`. */
export const say = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
