import { readdirSync, readFileSync } from 'node:fs'
import { digest } from '../platform/crypto/digest.ts'

const content = new URL('../../content/', import.meta.url)

/** What somebody is asked hangs on these; and by what a change is judged, on those. */
const folders = {
  asking: ['instruments/', 'instruments/packs/', 'schedules/'],
  outcomes: ['measures/'],
} as const
export type Hanging = keyof typeof folders
export const hanging = Object.keys(folders) as readonly Hanging[]

/** Of everything in these folders, by name: another word somewhere is another print. */
export const printOf = (what: Hanging): string =>
  digest(folders[what].flatMap(filesIn).join('\n')).toString('hex')

const filesIn = (folder: string): string[] =>
  namesIn(new URL(folder, content))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}${name} ${readFileSync(new URL(folder + name, content), 'utf8')}`)

/** A folder that was taken away holds nothing. */
function namesIn(folder: URL): string[] {
  try {
    return readdirSync(folder).toSorted()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw cause
  }
}
