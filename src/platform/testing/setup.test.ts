import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { cloneDatabase } from './clone.ts'
import { demandSilent } from './setup.ts'

const database = await cloneDatabase()
afterAll(database.close)

test('what the database says is kept, and read for planted words when all is done', () => {
  const said = readFileSync(database.log, 'utf8')
  expect(() => demandSilent(said)).not.toThrow()
  expect(() => demandSilent(`${said} CANARY-note-${randomUUID()}`)).toThrow('holds CANARY-note')
  expect(() => demandSilent('')).toThrow('was not read')
})

test('it says what went wrong, and nothing of what was written', async () => {
  const words = `told-${randomUUID()}`
  await expect(database.owner.query(`select '${words}' from nowhere`)).rejects.toThrow('nowhere')
  await expect(database.owner.query('insert into account (id) values ($1)', [randomUUID()])).rejects.toThrow(
    'null value',
  )
  const said = readFileSync(database.log, 'utf8')
  expect(said).toContain('relation "nowhere" does not exist')
  expect(said).not.toContain(words)
})
