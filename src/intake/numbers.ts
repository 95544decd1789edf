/** A number of someone's is shown by its end: enough to compare, not enough to misuse. */
export const numberWords = (
  facts: {
    readonly numberTypes: Readonly<Record<string, string>>
    readonly ending: (digits: string) => string
  },
  type: string,
  value: string,
): string =>
  `${facts.numberTypes[type] ?? facts.numberTypes['other'] ?? ''} (${facts.ending(value.slice(-4))})`
