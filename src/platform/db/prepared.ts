/** From its third time on a statement is prepared; how many are is bounded, for each connection keeps each of them. */
const askedOften = 3
const mostKept = 300
const mostCounted = 3_000

const asked = new Map<string, number>()
const names = new Map<string, string>()

/** The name under which a connection keeps this statement; none for what is asked seldom. The text holds no values. */
export function preparedAs(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= mostKept) return known
  const times = (asked.get(text) ?? 0) + 1
  if (times < askedOften) {
    if (asked.size >= mostCounted) asked.clear()
    asked.set(text, times)
    return undefined
  }
  asked.delete(text)
  names.set(text, `s${names.size}`)
  return names.get(text)
}
