import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Every source file in the tree. */
export const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))

/** A fence that read fewer files than there are has looked away, so it fails. */
export function demandAll(seen, fence) {
  const missed = sources.filter((file) => !seen.has(file))
  if (seen.size > 0 && missed.length === 0) return
  console.error(`${fence} looked at ${seen.size} files and missed: ${missed.join(', ')}`)
  process.exit(1)
}
