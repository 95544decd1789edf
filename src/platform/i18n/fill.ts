/** `{name}` becomes its value. A time that ends in a period ("5:41 p. m.") keeps a sentence from ending in two. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{(\w+)\}(\.?)/g, (whole, name: string, period: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return String(value).endsWith('.') ? String(value) : `${value}${period}`
  })
