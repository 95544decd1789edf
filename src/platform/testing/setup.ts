import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../db/migrate.ts'
import { prepareJobs } from '../jobs/jobs.ts'
import { startThrowawayPostgres, urlOf } from './postgres.ts'

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
  return server.stop
}

async function makeTemplate(socket: string) {
  const admin = new pg.Client(urlOf(socket, 'owner', 'postgres'))
  await admin.connect()
  await admin.query('create database template_throughline')
  await admin.end()
  await migrate(urlOf(socket, 'owner', 'template_throughline'))
  await prepareJobs(urlOf(socket, 'owner', 'template_throughline'))
}
