import { accessSync, constants, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CannotRun, codeOf } from '../platform/cannot-run.ts'
import { isCheckout, project } from '../platform/project.ts'

/** What the environment says, read in one place. */
export interface Settings {
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** The proxies in front, as written; `proxiesIn` reads it. */
  readonly trustProxy: string | undefined
}

/** `data` is what --data says. */
export function settings(data: string | undefined, environment: NodeJS.ProcessEnv = process.env): Settings {
  return {
    dataFolder: resolve(data ?? environment['THROUGHLINE_DATA'] ?? usualFolder()),
    databaseUrl: environment['DATABASE_URL'] || undefined,
    smtpUrl: environment['SMTP_URL'] || undefined,
    trustProxy: environment['THROUGHLINE_TRUST_PROXY'] || undefined,
    mailFrom: environment['MAIL_FROM'] || 'Throughline <no-reply@localhost>',
  }
}

/** A checkout keeps its own; an installed copy keeps it where it is run, because its own folder goes with an update. */
const usualFolder = () => (isCheckout ? join(project, '.data') : resolve('throughline-data'))

export const dataOption = {
  type: 'string',
  value: 'FOLDER',
  words: 'Where everything is kept (.data in a checkout, else ./throughline-data; or THROUGHLINE_DATA)',
} as const

/** For what makes no sense of a database that would only be made now: a slip in --data must not pass for an empty practice. */
export function demandThere({ dataFolder, databaseUrl }: Settings) {
  if (databaseUrl || existsSync(join(dataFolder, 'database'))) return
  demandOpen(dataFolder)
  throw new CannotRun('no-database', `There is no database in ${dataFolder}. Name its folder with --data.`)
}

/** What this user may not look into is not called empty. */
function demandOpen(dataFolder: string) {
  try {
    accessSync(dataFolder, constants.R_OK | constants.X_OK)
  } catch (cause) {
    if (!['EACCES', 'EPERM'].includes(codeOf(cause) ?? '')) return
    throw new CannotRun(
      'data-folder',
      `This user may not open the data folder ${dataFolder}. Run this as the user whose it is.`,
      cause,
    )
  }
}

/** For what only the embedded database can do. */
export function demandEmbedded({ databaseUrl }: Settings, instead: string) {
  if (databaseUrl)
    throw new CannotRun(
      'external-database',
      `DATABASE_URL names a database that is run elsewhere. ${instead}`,
    )
}
