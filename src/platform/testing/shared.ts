import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'vitest'

/** A file or folder of what may lie beside the project. Where it does not, the test is skipped and says so. */
export function shared(context: TestContext, path: string): string {
  const found = ['../shared', '../../shared']
    .map((folder) => join(folder, path))
    .find((file) => existsSync(file))
  return found ?? context.skip(`it reads ../shared/${path}, which is not beside this copy of the project`)
}
