import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import file from '../../content/settings/own-protocol.json' with { type: 'json' }
import { openClinic } from '../app/testing/clinic.ts'
import { bounded } from './bounds.ts'
import { ownBounds } from './bounds.content.ts'
import { BoundsFile } from './bounds.contract.ts'
import { faultsIn, isSettable, madeFrom, settings, valuesOf, type OwnValues } from './own.ts'
import type { Protocol } from './protocol.ts'

const clinic = await openClinic()
const app = new pg.Client(clinic.appUrl)
await app.connect()
afterAll(async () => {
  await app.end()
  await clinic.close()
})
const { people, practiceId, ask } = clinic
const published: Protocol[] = (await ask(people.prescriber, '/api/protocols'))
  .json()
  .editions.filter(
    (one: Protocol, place: number, all: Protocol[]) => all.findIndex(({ id }) => id === one.id) === place,
  )
const named = (id: string) => published.find((one) => one.id === id)!

/** As anyone could who holds the app's own connection and a prescriber's seat; nothing stays. */
async function past(source: Protocol, values: Partial<OwnValues>): Promise<'taken' | string> {
  const id = randomUUID()
  const made = madeFrom(source, {
    version: id,
    title: source.title,
    values: { ...valuesOf(source), ...values },
  })
  await app.query('begin')
  try {
    await app.query(`select set_config('app.practice_id', $1, true), set_config('app.seat_id', $2, true)`, [
      practiceId,
      people.prescriber.seatId,
    ])
    await app.query(
      `insert into own_protocol (practice_id, id, line_id, edition, protocol_id, from_version, version, document, reason,
         document_hash, confirmation_id, signed_by, signed_at)
       values ($1, $2, $2, 1, $3, $4, $7, $5, 'r', 'h', $2, $6, now())`,
      [practiceId, id, source.id, source.version, made, people.prescriber.seatId, id],
    )
    return 'taken'
  } catch (cause) {
    return (cause as { code: string }).code
  } finally {
    await app.query('rollback')
  }
}
const judged = (source: Protocol, values: Partial<OwnValues>) =>
  faultsIn({ ...valuesOf(source), ...values }, source, ownBounds).length === 0 ? 'taken' : '23514'

test('the bounds are data of a fixed shape, each with its rule, its source and its mark', () => {
  expect(BoundsFile.safeParse(file).error?.issues ?? []).toEqual([])
  const ids = Object.values(file.bounds).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const { source: _, ...bare } = file.bounds.gapHours.from
  const broken = { ...file, bounds: { ...file.bounds, gapHours: { ...file.bounds.gapHours, from: bare } } }
  expect(BoundsFile.safeParse(broken).success).toBe(false)
  const turned = { ...file.bounds.gapHours, from: { ...file.bounds.gapHours.to, value: 9000 } }
  const wrong = { ...file, bounds: { ...file.bounds, gapHours: turned } }
  expect(BoundsFile.safeParse(wrong).success).toBe(false)
})

test('the screen is given them with their sources', async () => {
  const { within } = (await ask(people.therapist, '/api/protocols')).json()
  expect(within).toEqual({ bounds: file.bounds, readings: file.readings })
})

test('the database judges within the same', async () => {
  const { rows } = await app.query('select own_bounds() as own')
  const spans = bounded.map((name) => {
    const { from, to } = file.bounds[name]
    return [name, [from.value, to.value]]
  })
  const readings = Object.entries(file.readings).map(([product, { atMinutes }]) => [product, atMinutes])
  expect(rows[0].own).toEqual({ ...Object.fromEntries(spans), readings: Object.fromEntries(readings) })
})

test.each(['sublingual', 'im', 'iv-therapy', 'iv-infusion', 'esketamine'])(
  '%s unchanged is taken past the screen as well',
  async (id) => expect(await past(named(id), {})).toBe('taken'),
)

test.each<[string, Partial<OwnValues>, 'taken' | '23514']>([
  ['im', { gapHours: 24 }, 'taken'],
  ['im', { gapHours: 23 }, '23514'],
  ['im', { gapHours: 8761 }, '23514'],
  ['im', { gapHours: 30.5 }, '23514'],
  ['im', { stayMinutes: 45 }, 'taken'],
  ['im', { stayMinutes: 44 }, '23514'],
  ['iv-therapy', { stayMinutes: 60 }, 'taken'],
  ['iv-therapy', { stayMinutes: 59 }, '23514'],
  ['im', { solidHours: 4 }, 'taken'],
  ['im', { solidHours: 3.5 }, '23514'],
  ['im', { solidHours: 0, clearHours: 0 }, '23514'],
  ['im', { solidHours: 25 }, '23514'],
  ['im', { clearHours: 1.5 }, '23514'],
  ['im', { solidHours: 4, clearHours: 5 }, '23514'],
  ['im', { atMinutes: [0, 119] }, '23514'],
  ['im', { atMinutes: [0, 60, 60, 120] }, '23514'],
  ['im', { atMinutes: [0, 60.5, 120] }, '23514'],
  ['im', { atMinutes: [0, 1441] }, '23514'],
  ['im', { atMinutes: [10, 120] }, '23514'],
  ['esketamine', { atMinutes: [0, 40, 120] }, 'taken'],
  ['esketamine', { atMinutes: [0, 60, 120] }, '23514'],
  ['esketamine', { sparserMinutes: [0, 120] }, '23514'],
  ['im', { sparserMinutes: [0, 120] }, 'taken'],
  ['im', { sparserMinutes: [0, 60] }, '23514'],
  ['im', { sparserMinutes: [0, 10, 20, 30, 40, 60, 90, 120] }, '23514'],
  ['im', { afterDoses: [1, 99] }, 'taken'],
  ['im', { afterDoses: [] }, '23514'],
  ['im', { afterDoses: [0, 2] }, '23514'],
  ['im', { afterDoses: [2, 100] }, '23514'],
  ['im', { thenMonths: null }, 'taken'],
  ['im', { thenMonths: 0 }, '23514'],
  ['im', { thenMonths: 25 }, '23514'],
])('%s, %j: %s, by the rule and past the screen', async (id, values, found) =>
  expect([judged(named(id), values), await past(named(id), values)]).toEqual([found, found]),
)

const minutes = fc
  .uniqueArray(fc.constantFrom(0, 20, 40, 44, 45, 60, 90, 119, 120, 180, 1440, 1441), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => list.toSorted((a, b) => a - b))
const each = {
  gapHours: fc.constantFrom(0, 23, 24, 72, 8760, 8761),
  stayMinutes: fc.constantFrom(0, 1, 44, 45, 60, 120, 1440, 1441),
  atMinutes: minutes,
  sparserMinutes: fc.option(minutes),
  solidHours: fc.constantFrom(0, 2, 3.9, 4, 6, 24, 25),
  clearHours: fc.constantFrom(0, 0.5, 1.9, 2, 5, 24, 25),
  afterDoses: fc.constantFrom([], [0], [1], [2, 6, 12], [2, 2], [99], [100]),
  thenMonths: fc.constantFrom(null, 0, 1, 3, 24, 25),
}
/** One or two at a time: of more, something is nearly always wrong. */
const anyValues = fc
  .tuple(fc.record(each), fc.uniqueArray(fc.constantFrom(...settings), { minLength: 1, maxLength: 2 }))
  .map(([all, names]): Partial<OwnValues> => Object.fromEntries(names.map((name) => [name, all[name]])))

test('whatever is set, the rule and the database say the same of it', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...published), anyValues, async (source, values) => {
      const expected = judged(source, values)
      seen.add(expected)
      expect(await past(source, values)).toBe(expected)
    }),
    { numRuns: 200 },
  )
  expect(seen).toEqual(new Set(['taken', '23514']))
  expect(published.some((source) => settings.some((setting) => !isSettable(source, setting)))).toBe(true)
})
