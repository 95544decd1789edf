import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cloneDatabase } from '../../platform/testing/clone.ts'
import { addMember, addPractice } from '../testing/arrange.ts'
import { openClinic } from '../testing/clinic.ts'
import { throughlineWith } from '../testing/started.ts'

const clinic = await openClinic()
const folder = mkdtempSync(join(tmpdir(), 'throughline-import-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await clinic.close()
})
const { owner, people, practiceId } = clinic

/** The file of an invented person, with a number that only this test knows. */
function fileOf(text = readFileSync('src/intake/fixtures/stroke.json', 'utf8')): string {
  const path = join(folder, `${randomUUID()}.json`)
  writeFileSync(
    path,
    text.replace('EX-1002', `EX-${randomUUID()}`).replaceAll('Theo', `Theo ${randomUUID()}`),
  )
  return path
}

const run = (path: string, as = people.coordinator.seatId, practice = practiceId) =>
  throughlineWith({ DATABASE_URL: clinic.appUrl }, 'import', path, '--practice', practice, '--as', as)

async function openClinicAlone() {
  const database = await cloneDatabase()
  const practice = await addPractice(database.owner, 'Alone')
  await addMember(database.owner, practice, ['coordinator'])
  return database
}

test('whoever may be here already is named by their id, and nothing is done until a human says who it is', async () => {
  const path = fileOf()
  const { person } = run(path).json as { person: string }
  const other = join(folder, `${randomUUID()}.json`)
  writeFileSync(other, readFileSync(path, 'utf8').replaceAll(/EX-[\da-f-]{36}/g, `EX-${randomUUID()}`))
  const before = await persons()
  const asked = run(other).json as { problem: { kind: string; detail: string } }
  expect(asked.problem).toMatchObject({
    kind: 'referral-perhaps-known',
    detail: expect.stringContaining(`--who ${person} | new`),
  })
  expect(await persons()).toBe(before)
  const known = ['--practice', practiceId, '--as', people.coordinator.seatId, '--who', person]
  const joined = throughlineWith({ DATABASE_URL: clinic.appUrl }, 'import', other, ...known)
  expect(joined.json).toMatchObject({ person, outcome: 'matched' })
})

const persons = async (): Promise<number> =>
  (await owner.query('select count(*)::int as n from person')).rows[0].n

test('a file makes a person, the same file matches them, and what is left out is listed', async () => {
  const path = fileOf()
  const first = run(path)
  expect([first.status, first.json]).toMatchObject([
    0,
    {
      outcome: 'created',
      imported: { person: 1, problem: 1, medicine: 1, measurement: 2, visit: 0 },
      unread: [{ what: 'Organization', entry: 1, why: 'not-kept' }],
    },
  ])
  const { person } = first.json as { person: string }
  expect(run(path).json).toMatchObject({ person, outcome: 'matched', imported: { person: 0, problem: 0 } })
  const { rows } = await owner.query(
    `select seat_id, outcome, effect, why from audit_event where action = 'referral.import' and person_id = $1`,
    [person],
  )
  expect(rows).toEqual(
    Array(2).fill({
      seat_id: people.coordinator.seatId,
      outcome: 'done',
      effect: true,
      why: 'command line',
    }),
  )
})

test('the trail says on its page that it came from the command line', async () => {
  run(fileOf())
  const { entries } = (await clinic.ask(people.auditor, '/api/practice/trail')).json()
  const marks = entries.map((entry: { action: string; byCommandLine: boolean }) => [
    entry.action,
    entry.byCommandLine,
  ])
  expect(marks).toContainEqual(['referral.import', true])
  await clinic.ask(people.auditor, '/api/practice/trail')
  const again = (await clinic.ask(people.auditor, '/api/practice/trail')).json().entries
  expect(again[0]).toMatchObject({ action: 'trail.read', byCommandLine: false })
})

test('without --practice the only one is meant; of several each is told with its id', async () => {
  const bare = () =>
    throughlineWith({ DATABASE_URL: clinic.appUrl }, 'import', fileOf(), '--as', people.coordinator.seatId)
  const { json } = bare()
  expect(json).toMatchObject({ problem: { kind: 'which-practice' } })
  const { detail } = (json as { problem: { detail: string } }).problem
  for (const [id, name] of [
    [practiceId, 'Ours'],
    [clinic.elsewhere, 'Elsewhere'],
  ])
    expect(detail).toContain(`${id}  ${name}`)
})

test('where there is one practice alone, nothing has to be said of it', async () => {
  const alone = await openClinicAlone()
  const { status, json } = throughlineWith(
    { DATABASE_URL: alone.appUrl },
    'import',
    fileOf(),
    '--as',
    'Member coordinator',
  )
  expect([status, json]).toMatchObject([0, { outcome: 'created' }])
  await alone.close()
})

test('with the owner’s own address it works behind the same fence as the server', () =>
  expect(
    throughlineWith(
      { DATABASE_URL: clinic.ownerUrl },
      'import',
      fileOf(),
      '--practice',
      practiceId,
      '--as',
      people.foreigner.seatId,
    ).json,
  ).toMatchObject({ problem: { kind: 'no-such-member' } }))

test('a member may be called by name, where only one bears it', () =>
  expect(run(fileOf(), 'Member coordinator').status).toBe(0))

test('what cannot be taken over says why, changes nothing, and is on the trail', async () => {
  const before = await persons()
  const { status, json } = run(fileOf('{"resourceType":"Bundle"'))
  expect([status, json]).toEqual([2, { problem: { kind: 'referral-damaged', detail: expect.any(String) } }])
  expect(await persons()).toBe(before)
  const { rows } = await owner.query(
    `select effect, outcome from audit_event where outcome = 'referral-damaged'`,
  )
  expect(rows).toEqual([{ effect: true, outcome: 'referral-damaged' }])
})

test.each([
  { named: 'a member who may not', run: () => run(fileOf(), people.therapist.seatId), kind: 'not-allowed' },
  {
    named: 'a member of elsewhere',
    run: () => run(fileOf(), people.foreigner.seatId),
    kind: 'no-such-member',
  },
  {
    named: 'a practice that is none',
    run: () => run(fileOf(), people.coordinator.seatId, randomUUID()),
    kind: 'no-such-member',
  },
  {
    named: 'no id of a practice',
    run: () => run(fileOf(), people.coordinator.seatId, 'ours'),
    kind: 'usage',
  },
  { named: 'no such file', run: () => run(join(folder, 'none.json')), kind: 'referral-file' },
])('$named: $kind', async ({ run: attempt, kind }) => {
  const before = await persons()
  expect(attempt()).toMatchObject({ status: 2, json: { problem: { kind } } })
  expect(await persons()).toBe(before)
})
