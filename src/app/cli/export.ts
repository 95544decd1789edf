import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { noteRead } from '../../audit/audit.commands.ts'
import { ownFormFiles } from '../../form/form.queries.ts'
import type { KeptForm } from '../../form/kept.ts'
import type { Call } from '../../kernel/call.ts'
import { isId } from '../../kernel/id.ts'
import { isoOf, type Instant } from '../../kernel/instant.ts'
import { personById } from '../../person/person.queries.ts'
import { CannotRun } from '../../platform/cannot-run.ts'
import { makeFolders } from '../../platform/folder.ts'
import { openDb, type Db } from '../../platform/db/db.ts'
import { inPractice, nobody, serviceIn } from '../../platform/db/door.ts'
import { demandEmpty } from '../../platform/postgres/copy.ts'
import { openDatabase } from '../../platform/postgres/open.ts'
import { everyPractice } from '../../practice/practice.queries.ts'
import { formsAnswered, withheldFrom, type RecordRows } from '../../record/export.ts'
import { recordOf } from '../../record/export.queries.ts'
import { filesOf, formats, isFormat, type Format } from '../../record/files.content.ts'
import { dataOption, demandThere, settings } from '../settings.ts'
import { Misused, type Asked, type CliCommand } from './command.ts'

export const exportCommand: CliCommand = {
  takes: ['PERSON'],
  options: {
    format: {
      type: 'string',
      value: formats.join('|'),
      words: 'FHIR R4, a page to read and print, or tables',
    },
    out: { type: 'string', value: 'FOLDER', words: 'Into this folder, which must be new or empty' },
    data: dataOption,
  },
  about: `
Writes everything that is kept about one person, by their id, and prints a manifest: every file with its hash and its
rows, and what is not among them, with the reason. A client's own words are read by them alone and by those they let
read, so they are not taken from here: the client downloads them from their own page. The export is on the trail.
FOLDER then holds a person's record for whoever can open it: keep it as safe as the practice itself.`,
  async run(asked) {
    const { personId, format, folder } = wanted(asked)
    const chosen = settings(asked.option('data'))
    demandThere(chosen)
    await demandEmpty(folder)
    const database = await openDatabase({ ...chosen, log: asked.tell })
    const db = openDb(database.appUrl, 1)
    try {
      const { rows, own, at } = await taken(db, personId)
      return { exit: 0, json: await written({ rows, own, at, personId, format, folder }) }
    } finally {
      await db.destroy()
      await database.stop()
    }
  },
}

function wanted(asked: Asked): { personId: string; format: Format; folder: string } {
  const [personId = '', format = '', out] = [asked.given[0], asked.option('format'), asked.option('out')]
  if (!isId(personId)) throw new Misused('PERSON is the id of a person.')
  if (!isFormat(format)) throw new Misused(`--format takes one of ${formats.join(', ')}.`)
  if (!out) throw new Misused('--out takes a folder.')
  return { personId, format, folder: resolve(out) }
}

/** Read as the product itself in the person's practice, and written on the trail in the same transaction. */
async function taken(
  db: Db,
  personId: string,
): Promise<{ rows: RecordRows; own: readonly KeptForm[]; at: Instant }> {
  const practices = await inPractice(db, { ...nobody, roles: ['service'] }, everyPractice)
  for (const practiceId of practices) {
    const found = await inPractice(db, serviceIn(practiceId, 'command line'), async (tx, careNow) => {
      if (!(await personById(tx, personId))) return undefined
      const rows = await recordOf(tx, personId, 'service')
      await noteRead(tx, { ...callAbout(personId), careNow })
      const own = await ownFormFiles(tx, formsAnswered(rows))
      return { rows, own, at: careNow }
    })
    if (found) return found
  }
  throw new CannotRun('no-such-person', 'There is no person with this id.')
}

function callAbout(personId: string): Call {
  const machineNow = Date.now()
  return {
    action: 'record.export',
    subject: { personId },
    effect: false,
    intentKey: undefined,
    careNow: machineNow,
    machineNow,
    personId,
    relation: 'practice',
    why: 'command line',
  }
}

interface Kept {
  readonly rows: RecordRows
  readonly own: readonly KeptForm[]
  readonly at: Instant
  readonly personId: string
  readonly format: Format
  readonly folder: string
}

/** Open to nobody but whoever asked for them. */
async function written({ rows, own, at, personId, format, folder }: Kept): Promise<object> {
  const withheld = withheldFrom('service')
  const files = filesOf(format, { rows, own, withheld, at })
  const manifest = {
    person: personId,
    format,
    at: isoOf(at),
    files: files.map(({ name, sha256, rows: count }) => ({ name, sha256, rows: count })),
    withheld,
  }
  await makeFolders(folder, 0o700)
  for (const { name, text } of [...files, { name: 'manifest.json', text: JSON.stringify(manifest, null, 2) }])
    await writeFile(join(folder, name), text, { mode: 0o600, flag: 'wx' })
  return manifest
}
