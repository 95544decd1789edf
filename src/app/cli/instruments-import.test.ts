import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { invented, textOf } from '../../form/testing/files.ts'
import { openClinic } from '../testing/clinic.ts'
import { throughlineWith } from '../testing/started.ts'

const clinic = await openClinic()
const folder = mkdtempSync(join(tmpdir(), 'throughline-form-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await clinic.close()
})
const { owner, people, practiceId } = clinic

function fileOf(content: string | Buffer = textOf(invented())): string {
  const path = join(folder, `${randomUUID()}.json`)
  writeFileSync(path, content)
  return path
}
const run = (path: string, ...more: readonly string[]) =>
  throughlineWith({ DATABASE_URL: clinic.appUrl }, 'instruments', 'import', path, ...more)
const confirmed = (path: string, as = people.administrator.seatId, danger = 'none') =>
  run(
    path,
    '--confirm',
    '--practice',
    practiceId,
    '--as',
    as,
    '--licence',
    'ours',
    '--danger',
    danger,
    '--trauma',
    'no',
  )
const kept = async () => (await owner.query('select version, danger from own_form order by number')).rows

test('read without a yes it tells what is not scored, and keeps nothing', async () => {
  const { status, json } = run(fileOf())
  expect([status, json]).toMatchObject([
    0,
    {
      outcome: 'read',
      results: ['Nights, in all'],
      notScored: [{ words: 'A score of another kind', because: 'resolve()' }],
    },
  ])
  expect(await kept()).toEqual([])
})

test('with a yes it is brought in once, with the answers that must reach a person, on the trail', async () => {
  const path = fileOf()
  const danger = [{ item: 'safe', answers: ['yes'] }]
  expect(confirmed(path, undefined, JSON.stringify(danger)).json).toMatchObject({
    version: 1,
    outcome: 'created',
  })
  expect(confirmed(path, undefined, JSON.stringify(danger)).json).toMatchObject({
    version: 1,
    outcome: 'known',
  })
  expect(await kept()).toEqual([{ version: 1, danger }])
  const { rows } = await owner.query(
    `select seat_id from audit_event where action = 'practice.settle' and effect`,
  )
  expect(rows).toContainEqual({ seat_id: people.administrator.seatId })
})

test.each<[string, () => ReturnType<typeof run>, string]>([
  ['a folder', () => run(folder), 'form-file'],
  ['no file', () => run(join(folder, 'none')), 'form-file'],
  ['UTF-16', () => run(fileOf(Buffer.from(`\uFEFF${textOf(invented())}`, 'utf16le'))), 'form-utf-16'],
  ['a byte order mark', () => run(fileOf(`\uFEFF${textOf(invented())}`)), 'form-byte-order-mark'],
  ['Latin-1', () => run(fileOf(Buffer.from('{"a":"ñ"}', 'latin1'))), 'form-not-utf-8'],
  ['a file over 1 MiB', () => run(fileOf(' '.repeat(1_048_577))), 'form-too-large'],
  ['no word on danger', () => run(fileOf(), '--confirm', '--licence', 'ours'), 'usage'],
  [
    'an answer that is not offered',
    () => confirmed(fileOf(), undefined, '[{"item":"safe","answers":["x"]}]'),
    'usage',
  ],
  ['a member who may not', () => confirmed(fileOf(), people.therapist.seatId), 'not-allowed'],
])('%s is refused with its reason', async (_, attempt, kind) => {
  const before = await kept()
  const { status, json } = attempt()
  expect([status, json]).toMatchObject([2, { problem: { kind } }])
  expect(await kept()).toEqual(before)
})
