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
  score: {
    summary: 'Score answers to an instrument',
    load: async () => (await import('./score.ts')).scoreCommand,
  },
  change: {
    summary: 'Say what changed between two totals of an instrument',
    load: async () => (await import('./change.ts')).changeCommand,
  },
  instruments: {
    summary: 'List the instruments, with their licences',
    load: async () => (await import('./instruments.ts')).instrumentsCommand,
  },
  'instruments questionnaire': {
    summary: 'Print one instrument as a FHIR R4 Questionnaire',
    load: async () => (await import('./instruments-questionnaire.ts')).instrumentsQuestionnaireCommand,
  },
  'instruments import': {
    summary: 'Bring in a practice’s own questionnaire from a FHIR R4 file',
    load: async () => (await import('./instruments-import.ts')).instrumentsImportCommand,
  },
  gates: {
    summary: 'Say what stands between a person and a dose',
    load: async () => (await import('./gates.ts')).gatesCommand,
  },
  find: {
    summary: 'Find the listed people near a town or ZIP code',
    load: async () => (await import('./find.ts')).findCommand,
  },
  'audit verify': {
    summary: 'Check that nobody changed the audit trail',
    load: async () => (await import('./audit-verify.ts')).auditVerifyCommand,
  },
  'recover-administrator': {
    summary: 'Let an administrator who has lost everything set up their sign-in anew',
    load: async () => (await import('./recover-administrator.ts')).recoverAdministratorCommand,
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
