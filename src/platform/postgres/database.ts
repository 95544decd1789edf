import type { AppLogin } from '../db/role.ts'

export interface DatabaseOptions {
  readonly dataFolder: string
  /** Any PostgreSQL 17 or newer, used instead of the embedded one. */
  readonly databaseUrl?: string | undefined
  readonly log?: (words: string) => void
}

export interface OpenDatabase {
  /** May do anything: for migrations, the sealer and backups. */
  readonly ownerUrl: string
  /** What the server works as: bound by row-level security, owner of nothing. */
  readonly appUrl: string
  /** Whom migrations let sign in as the app. */
  readonly appLogin: AppLogin
  /** As PostgreSQL says it, such as `18.4`. */
  readonly version: string
  readonly embedded: boolean
  /** Leaves the database; whoever leaves an embedded one last stops it. */
  stop(): Promise<void>
}
