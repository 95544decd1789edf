import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../db/migrate.ts'
import { prepareJobs } from '../jobs/jobs.ts'
import { readFileSync } from 'node:fs'
import { logIn, startThrowawayPostgres, urlOf } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    socket: string
  }
}

/** Once per run: a server, and a migrated template that each test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowawayPostgres()
  try {
    await makeTemplate(server.socket)
  } catch (cause) {
    await server.stop()
    throw cause
  }
  project.provide('socket', server.socket)
  return async () => {
    const said = readFileSync(logIn(server.socket), 'utf8')
    await server.stop()
    demandSilent(said)
  }
}

/** Whatever a test wrote about anyone, the database’s own log holds none of it. */
export function demandSilent(said: string): void {
  const [canary] = /CANARY-[a-z]+/.exec(said) ?? []
  if (canary) throw new Error(`the database’s log holds ${canary}`)
  if (!said.includes('ready to accept connections')) throw new Error('the database’s log was not read')
}

async function makeTemplate(socket: string) {
  const admin = new pg.Client(urlOf(socket, 'owner', 'postgres'))
  await admin.connect()
  await admin.query('create database template_throughline')
  await admin.end()
  await migrate(urlOf(socket, 'owner', 'template_throughline'))
  await prepareJobs(urlOf(socket, 'owner', 'template_throughline'))
}
