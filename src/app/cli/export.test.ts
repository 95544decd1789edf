import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase } from '../../platform/testing/clone.ts'
import { digest } from '../../platform/crypto/digest.ts'
import { readReferral } from '../../intake/referral.fhir.ts'
import { seedDemo } from '../seed/seed.ts'
import { testVaultKey } from '../testing/credentials.ts'
import { throughlineWith } from '../testing/started.ts'

const database = await cloneDatabase()
const { owner } = database
const folder = mkdtempSync(join(tmpdir(), 'throughline-export-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await database.close()
})

let personId = ''
beforeAll(async () => {
  await seedDemo({ db: database.db, vaultKey: testVaultKey, machineNow: Date.now, report: console.error })
  personId = (await owner.query('select person_id from dose limit 1')).rows[0].person_id
}, 120_000)

interface Manifest {
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly rows: number }[]
  readonly withheld: readonly { readonly table: string; readonly reason: { en: string; es: string } }[]
}

const run = (...args: string[]) => throughlineWith({ DATABASE_URL: database.ownerUrl }, 'export', ...args)
const written = (into: string, format: string) => {
  const out = join(folder, into)
  const { status, json } = run(personId, '--format', format, '--out', out)
  return {
    status,
    out,
    manifest: json as Manifest,
    read: (name: string) => readFileSync(join(out, name), 'utf8'),
  }
}

interface Resource {
  readonly resourceType: string
  readonly id: string
  readonly status?: string
  readonly url?: string
  readonly version?: string
  readonly questionnaire?: string
  readonly code?: { readonly coding?: readonly { readonly code: string }[] }
  readonly component?: readonly unknown[]
  readonly valueQuantity?: unknown
}

test('a table for each kind of fact, every row of it, with its hash; and what is not there, with why', async () => {
  const { status, out, manifest, read } = written('csv', 'csv')
  expect([status, manifest]).toMatchObject([0, { person: personId, format: 'csv' }])
  expect(readdirSync(out).toSorted()).toEqual(
    [...manifest.files.map(({ name }) => name), 'manifest.json'].toSorted(),
  )
  const counted: [table: string, written: number, kept: number][] = []
  for (const { name, sha256, rows } of manifest.files) {
    expect(digest(read(name)).toString('hex')).toBe(sha256)
    const table = name.replace('.csv', '')
    const { rows: there } = await owner.query(
      `select count(*)::int as n from "${table}" where ${table === 'person' ? 'id' : 'person_id'} = $1`,
      [personId],
    )
    counted.push([table, rows, there[0].n])
  }
  const inPart = manifest.withheld.map(({ table }) => table)
  expect(counted.filter(([table, rows, kept]) => rows !== kept && !inPart.includes(table))).toEqual([])
  expect(manifest.files.filter(({ rows }) => rows > 0).length).toBeGreaterThan(20)
  expect(manifest.withheld).toContainEqual({
    table: 'insight',
    reason: { en: expect.stringContaining('own words'), es: expect.stringContaining('palabras propias') },
  })
})

test('as FHIR R4: each fact where it belongs, read back by our own import', () => {
  const { manifest, read } = written('fhir', 'fhir')
  const text = read('record.json')
  const { entry } = JSON.parse(text) as { entry: { fullUrl: string; resource: Resource }[] }
  const resources = entry.map(({ resource }) => resource)
  expect(manifest.files).toEqual([
    { name: 'record.json', sha256: digest(text).toString('hex'), rows: entry.length },
  ])
  expect(new Set(entry.map(({ fullUrl }) => fullUrl)).size).toBe(entry.length)
  for (const type of [
    'Patient',
    'Condition',
    'MedicationStatement',
    'Consent',
    'QuestionnaireResponse',
    'Encounter',
    'MedicationRequest',
    'MedicationAdministration',
    'Basic',
  ])
    expect(resources.map(({ resourceType }) => resourceType)).toContain(type)
  const coded = (code: string) =>
    resources.filter((one) => one.code?.coding?.some((coding) => coding.code === code))
  expect(coded('85354-9')[0]?.component).toHaveLength(2)
  expect(coded('44261-6').map(({ valueQuantity }) => valueQuantity)).toContainEqual({
    value: 19,
    unit: '{score}',
    system: 'http://unitsofmeasure.org',
    code: '{score}',
  })
  const named = resources.filter((one) => one.resourceType === 'Questionnaire')
  const canonicals = named.map(({ url, version }) => `${url}|${version}`)
  expect(canonicals).not.toEqual([])
  expect(new Set(canonicals).size).toBe(canonicals.length)
  for (const one of resources.filter(({ resourceType }) => resourceType === 'QuestionnaireResponse'))
    expect(canonicals).toContain(one.questionnaire)
  const back = readReferral(text, Date.now())
  expect(back).toMatchObject({
    ok: true,
    value: { person: { family: 'Weiss (demo)', birthDate: '1991-02-14' } },
  })
  expect(back.ok && back.value.items.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['problem', 'medicine', 'measurement']),
  )
})

test('as a book: one page in their own language, with nothing from elsewhere', () => {
  const { status, manifest, read } = written('book', 'book')
  expect([status, manifest.files.map(({ name }) => name)]).toEqual([0, ['record.html']])
  expect(read('record.html')).toContain('<dd>Hannah</dd>')
  expect(read('record.html')).toContain('Major depressive disorder')
  expect(read('record.html')).not.toMatch(/<script|<link|<img|url\(/)
})

test('a dose that was struck out stays, and says that it was entered in error', async () => {
  const { rows } = await owner.query('select * from dose where person_id = $1 order by given_at limit 1', [
    personId,
  ])
  const [dose] = rows
  const strike = { ...dose, id: '01a20956-0000-7000-8000-000000000001', corrects: dose.id, struck: true }
  const names = Object.keys(strike)
  await owner.query("set session_replication_role = 'replica'")
  await owner.query(
    `insert into dose (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
    Object.values(strike),
  )
  await owner.query("set session_replication_role = 'origin'")
  const { read } = written('struck', 'fhir')
  const { entry } = JSON.parse(read('record.json')) as { entry: { resource: Resource }[] }
  const given = entry
    .map(({ resource }) => resource)
    .filter((one) => one.resourceType === 'MedicationAdministration')
  expect(given.map(({ id, status }) => [id, status]).toSorted()).toEqual(
    [
      [dose.id, 'entered-in-error'],
      [strike.id, 'entered-in-error'],
      ...given.filter(({ id }) => id !== dose.id && id !== strike.id).map(({ id }) => [id, 'completed']),
    ].toSorted(),
  )
  expect(given).toHaveLength(3)
})

test('it is on the trail, in the name of the product at the command line', async () => {
  const { rows } = await owner.query(
    `select distinct roles, outcome, effect from audit_event where action = 'record.export' and person_id = $1`,
    [personId],
  )
  expect(rows).toEqual([{ roles: 'service:command line', outcome: 'done', effect: false }])
})

test('a folder with something in it, a person who is not there and a format we do not know are refused with 2', () => {
  const nowhere = join(folder, 'nowhere')
  expect(run(personId, '--format', 'csv', '--out', folder)).toMatchObject({ status: 2 })
  const nobody = '01a20956-0000-7000-8000-000000000009'
  expect(run(nobody, '--format', 'csv', '--out', nowhere)).toMatchObject({
    status: 2,
    json: { problem: { kind: 'no-such-person' } },
  })
  expect(run(personId, '--format', 'pdf', '--out', nowhere)).toMatchObject({
    status: 2,
    json: { problem: { kind: 'usage' } },
  })
})
