import type { CliCommand } from './command.ts'

export interface Listed {
  readonly summary: string
  readonly load: () => Promise<CliCommand>
}

/** Every command there is, by the words that call it. Loaded when called, so that none waits for another's parts. */
export const commands: Readonly<Record<string, Listed>> = {
  start: {
    summary: 'Start the server, with its database',
    load: async () => (await import('./start.ts')).startCommand,
  },
  migrate: {
    summary: 'Bring the database up to date without starting the server',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  seed: {
    summary: 'Fill an empty database with the invented demo practice',
    load: async () => (await import('./seed.ts')).seedCommand,
  },
  backup: {
    summary: 'Copy everything into a folder while the server goes on working',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  restore: {
    summary: 'Put a backup into a new data folder, checking every file',
    load: async () => (await import('./restore.ts')).restoreCommand,
  },
  find: {
    summary: 'Find the listed people near a town or ZIP code',
    load: async () => (await import('./find.ts')).findCommand,
  },
  'audit verify': {
    summary: 'Check that nobody changed the audit trail',
    load: async () => (await import('./audit-verify.ts')).auditVerifyCommand,
  },
  import: {
    summary: 'Take a referral over from a FHIR R4 file',
    load: async () => (await import('./import.ts')).importCommand,
  },
  export: {
    summary: 'Write everything kept about one person into files',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  'db url': {
    summary: 'Print the address of the running database',
    load: async () => (await import('./db-url.ts')).dbUrlCommand,
  },
}
