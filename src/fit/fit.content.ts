import { readFile } from 'node:fs/promises'
import type { CheckFile } from './check.ts'

/** The questions of the private check, with the clinical rules they stand for. */
export const openCheck = async (): Promise<CheckFile> =>
  JSON.parse(
    await readFile(new URL('../../content/fit/questions.json', import.meta.url), 'utf8'),
  ) as CheckFile
