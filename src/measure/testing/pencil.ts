/** What everyone can work out with a pencil: is the size of this group fixed by the groups whose sizes are told? */
export function isFixedBy(told: readonly (readonly number[])[], group: readonly number[]): boolean {
  const rows = told.map((row) => [...row])
  const left = [...group]
  for (const place of group.keys()) {
    const at = rows.findIndex((row) => Math.abs(row[place]!) > 1e-9)
    if (at < 0) continue
    const [pivot] = rows.splice(at, 1)
    for (const row of [...rows, left]) {
      const times = row[place]! / pivot![place]!
      for (const [column, value] of pivot!.entries()) row[column]! -= times * value
    }
  }
  return left.every((value) => Math.abs(value) < 1e-9)
}
