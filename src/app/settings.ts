import { join, resolve } from 'node:path'
import { CannotRun } from '../platform/cannot-run.ts'
import { isCheckout, project } from '../platform/project.ts'

/** What the environment says, read in one place. */
export interface Settings {
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
}

/** `data` is what --data says. */
export function settings(data: string | undefined, environment: NodeJS.ProcessEnv = process.env): Settings {
  return {
    dataFolder: resolve(data ?? environment['THROUGHLINE_DATA'] ?? usualFolder()),
    databaseUrl: environment['DATABASE_URL'] || undefined,
    smtpUrl: environment['SMTP_URL'] || undefined,
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

/** For what only the embedded database can do. */
export function demandEmbedded({ databaseUrl }: Settings, instead: string) {
  if (databaseUrl)
    throw new CannotRun(
      'external-database',
      `DATABASE_URL names a database that is run elsewhere. ${instead}`,
    )
}
