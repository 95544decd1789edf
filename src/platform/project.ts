import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of this copy of Throughline: a checkout, or where a package manager put it. */
export const project = holderOf('package.json', import.meta.dirname)

/** Whether the sources are here, and not only what was built from them. */
export const isCheckout = existsSync(join(project, 'src'))

function holderOf(name: string, folder: string): string {
  if (existsSync(join(folder, name)) || dirname(folder) === folder) return folder
  return holderOf(name, dirname(folder))
}
