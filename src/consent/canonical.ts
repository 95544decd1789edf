export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain }

/** One spelling of a value: keys in order, no spaces. Equal values are equal byte for byte, so that a hash of it means something. */
export function canonical(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value as { readonly [name: string]: Plain })
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`)
  return `{${entries.join(',')}}`
}
