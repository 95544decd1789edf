import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotRun } from '../cannot-run.ts'

/** Stands in a data folder for as long as a backup is being put into it. */
export const restoreMark = (dataFolder: string) => join(dataFolder, 'restore-unfinished')

/** A restore that was cut short must not pass for an empty practice. */
export async function demandWhole(dataFolder: string) {
  const unfinished = await access(restoreMark(dataFolder)).then(
    () => true,
    () => false,
  )
  if (unfinished)
    throw new CannotRun(
      'restore-unfinished',
      `A restore into ${dataFolder} was cut short. Remove that folder and restore again.`,
    )
}
