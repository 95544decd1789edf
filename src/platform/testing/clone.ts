import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openDb } from '../db/db.ts'
import { logIn, urlOf } from './postgres.ts'

/** A fresh database for one test file: `owner` arranges and looks, `db` is what the product gets. */
export async function cloneDatabase() {
  const socket = inject('socket')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client(urlOf(socket, 'owner', 'postgres'))
  await admin.connect()
  await admin.query(`create database ${name} template template_throughline strategy file_copy`)
  await admin.end()
  const owner = new pg.Client(urlOf(socket, 'owner', name))
  await owner.connect()
  const appUrl = urlOf(socket, 'throughline_app', name)
  const db = openDb(appUrl)
  return {
    owner,
    db,
    appUrl,
    ownerUrl: urlOf(socket, 'owner', name),
    /** Where the server that holds it writes what goes wrong. */
    log: logIn(socket),
    close: () => Promise.all([owner.end(), db.destroy()]),
  }
}
