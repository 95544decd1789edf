import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from './cannot-run.ts'

/** As `mkdir -p`. Node's own never ends below a folder that takes no new ones, such as /proc. */
export async function makeFolders(path: string, mode = 0o777): Promise<void> {
  try {
    await makeOne(path, mode)
  } catch (cause) {
    const above = dirname(path)
    if (codeOf(cause) !== 'ENOENT' || above === path || (await stat(above).catch(() => undefined)))
      throw cause
    await makeFolders(above)
    await makeOne(path, mode)
  }
}

async function makeOne(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path, { mode })
  } catch (cause) {
    const there = codeOf(cause) === 'EEXIST' && (await stat(path).catch(() => undefined))
    if (!there || !there.isDirectory()) throw cause
  }
}
