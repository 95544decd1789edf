/** A sentence's own period, where what it ends with does not bring one ("5:41 p. m."). */
export const ended = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`)

/** `{name}` becomes its value. A time that ends in a period ("5:41 p. m.") keeps a sentence from ending in two. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{(\w+)\}(\.?)/g, (whole, name: string, period: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return String(value).endsWith('.') ? String(value) : `${value}${period}`
  })
