import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { project } from '../project.ts'

export interface Migration {
  readonly name: string
  /** SHA-256 of the text, line ends made equal, so that a checkout on another system is the same file. */
  readonly hash: string
  readonly sql: string
}

export const migrationsFolder = join(project, 'db/migrations')

const shape = /^(\d{4})-[a-z0-9-]+\.sql$/

/** The project's history, in order. A misnamed file or a number used twice is refused, never skipped. */
export async function migrationsIn(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).toSorted()
  const numbers = new Set<string>()
  for (const name of names) {
    const number = shape.exec(name)?.[1]
    if (!number) throw new Error(`${name} in ${folder} is not named like 0001-what-it-does.sql`)
    if (numbers.has(number))
      throw new Error(`Two migrations carry the number ${number}; the later one needs a new one`)
    numbers.add(number)
  }
  return Promise.all(names.map((name) => read(folder, name)))
}

async function read(folder: string, name: string): Promise<Migration> {
  const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
  return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
}
