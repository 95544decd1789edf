import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ownBounds } from './bounds.content.ts'
import { ProtocolShape } from './protocol.contract.ts'
import { faultsIn, isSettable, madeFrom, settings, titleFaults, valuesOf, type OwnValues } from './own.ts'
import { beginningOf } from './ownBeginning.ts'
import { readValues, typedOf } from './ownTyped.ts'
import type { Protocol } from './protocol.ts'
import { changesBetween } from './whole.ts'

const folder = new URL('../../content/protocols/', import.meta.url)
const published: Protocol[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
const named = (id: string) => published.find((protocol) => protocol.id === id)!
const im = named('im')
const title = { en: 'Ours', es: 'Lo nuestro' }

const faults = (change: Partial<OwnValues>, source = im) =>
  faultsIn({ ...valuesOf(source), ...change }, source, ownBounds).map(
    ({ field, fault }) => `${field} ${fault}`,
  )
const made = (change: Partial<OwnValues>, source = im) =>
  madeFrom(source, { version: 'ours', title, values: { ...valuesOf(source), ...change } })

describe.each(published)('$id', (source) => {
  test('unchanged values are right, make the same protocol by another name, and read as they were typed', () => {
    const values = valuesOf(source)
    expect(faultsIn(values, source, ownBounds)).toEqual([])
    expect(readValues(typedOf(values))).toEqual({ values, faults: [] })
    const own = madeFrom(source, { version: 'ours', title, values })
    expect(own).toEqual({ ...source, version: 'ours', title })
    expect(changesBetween(source, own).map(({ section, name }) => `${section} ${name}`)).toEqual([
      'about title',
    ])
  })

  test('what is made is a protocol, with a sparser plan too', () => {
    const own = made({ sparserMinutes: [0, 40, source.discharge.stayMinutes.value] }, source)
    expect(ProtocolShape.safeParse(own).error?.issues ?? []).toEqual([])
  })
})

test('what has an authority behind it stays: the two hours of the spray and its fasting', () => {
  const spray = named('esketamine')
  expect(settings.filter((setting) => !isSettable(spray, setting))).toEqual([
    'stayMinutes',
    'solidHours',
    'clearHours',
  ])
  expect(faults({ stayMinutes: 90 }, spray)).toContain('stayMinutes fixed')
  expect(faults({ stayMinutes: 150, atMinutes: [0, 40, 150] }, spray)).toEqual(['stayMinutes fixed'])
  expect(faults({ atMinutes: [0, 60, 120] }, spray)).toEqual(['atMinutes label'])
  expect(faults({ atMinutes: [0, 40, 120] }, spray)).toEqual([])
})

test.each<[Partial<OwnValues>, string[]]>([
  [{ gapHours: 24 }, []],
  [{ gapHours: 23 }, ['gapHours range']],
  [{ gapHours: 30.5 }, ['gapHours range']],
  [{ gapHours: Number.NaN }, ['gapHours range']],
  [{ stayMinutes: 45 }, []],
  [{ stayMinutes: 44 }, ['stayMinutes peak']],
  [{ stayMinutes: 0 }, ['stayMinutes range']],
  [{ stayMinutes: 121 }, ['atMinutes after-stay']],
  [{ atMinutes: [10, 120] }, ['atMinutes before']],
  [{ atMinutes: [0, 119] }, ['atMinutes after-stay']],
  [{ atMinutes: [0, 120] }, []],
  [{ atMinutes: [0, 60, 60, 120] }, ['atMinutes ascending']],
  [{ atMinutes: [0, 60.5, 120] }, ['atMinutes ascending']],
  [{ atMinutes: [0, 1441] }, ['atMinutes ascending']],
  [{ atMinutes: [0] }, ['atMinutes missing']],
  [{ sparserMinutes: [0, 30, 60, 120] }, []],
  [{ sparserMinutes: [0, 60] }, ['sparserMinutes after-stay']],
  [{ sparserMinutes: im.vitals.atMinutes }, ['sparserMinutes fewer']],
  [{ solidHours: 4 }, []],
  [{ solidHours: 3.5 }, ['solidHours sourced']],
  [{ solidHours: 25 }, ['solidHours range']],
  [{ clearHours: 1.5 }, ['clearHours sourced']],
  [{ solidHours: 4, clearHours: 5 }, ['clearHours clear-over-solid']],
  [{ afterDoses: [] }, ['afterDoses missing']],
  [{ afterDoses: [0, 2] }, ['afterDoses ascending']],
  [{ afterDoses: [2, 100] }, ['afterDoses ascending']],
  [{ afterDoses: [1, 99] }, []],
  [{ thenMonths: null }, []],
  [{ thenMonths: 0 }, ['thenMonths range']],
  [{ thenMonths: 25 }, ['thenMonths range']],
])('%j: %j', (change, found) => expect(faults(change)).toEqual(found))

test('an infusion may not run longer than the stay', () =>
  expect(faults({ stayMinutes: 59 }, named('iv-therapy'))).toEqual(['stayMinutes peak']))

test('a change says what was and what is, an addition and a removal what they are', () => {
  const sparser = made({ sparserMinutes: [0, 60, 120] })
  const told = (before: Protocol, after: Protocol) =>
    changesBetween(before, after).map(({ kind, section, name, one, other }) => [
      `${kind} ${section} ${name}`,
      one && 'values' in one.cell ? one.cell.values : null,
      other && 'values' in other.cell ? other.cell.values : null,
    ])
  expect(told(made({}), made({ gapHours: 168, sparserMinutes: [0, 60, 120] }))).toEqual([
    ['changed gates gapHours', [72], [168]],
    ['added vitals sparserMinutes', null, [0, 60, 120]],
  ])
  expect(told(sparser, made({}))).toEqual([['removed vitals sparserMinutes', [0, 60, 120], null]])
  expect(told(made({}), made({}))).toEqual([])
})

test('what is made from one with a sparser plan keeps none that was taken out', () => {
  const again = madeFrom(made({ sparserMinutes: [0, 120] }), { version: '2', title, values: valuesOf(im) })
  expect('sparser' in again.vitals).toBe(false)
})

test('a name is needed in both languages, and no other has it', () => {
  expect(titleFaults({ en: ' ', es: 'Lo nuestro' }, [])).toEqual([{ field: 'titleEn', fault: 'missing' }])
  expect(titleFaults({ en: 'Ours', es: 'otro' }, [{ en: 'ours ', es: 'Lo nuestro' }])).toEqual([
    { field: 'titleEn', fault: 'taken' },
  ])
  expect(titleFaults(title, [im.title])).toEqual([])
})

test.each([
  ['gapHours', 'ten', 'gapHours range'],
  ['gapHours', '', 'gapHours range'],
  ['atMinutes', '0, x, 120', 'atMinutes ascending'],
] as const)('%s, typed as "%s", is no number', (field, text, found) =>
  expect(
    readValues({ ...typedOf(valuesOf(im)), [field]: text }).faults.map((one) => `${one.field} ${one.fault}`),
  ).toEqual([found]),
)

test('lists are read with commas, semicolons or spaces; a comma in a number is its point', () => {
  const typed = { ...typedOf(valuesOf(im)), atMinutes: ' 0 20;60,  120 ', solidHours: '4,5' }
  expect(readValues(typed).values).toMatchObject({ atMinutes: [0, 20, 60, 120], solidHours: 4.5 })
})

describe('what a copy begins with', () => {
  const older = { ...im, version: '1' }
  const mine = (edition: number, more = {}) => ({
    lineId: 'line',
    edition,
    fromVersion: '1',
    isNewest: true,
    ended: null,
    document: { ...made({}), version: `own-${edition}` },
    ...more,
  })
  const editions = [im, older]

  test('the newest that was published, and no earlier one', () => {
    const own = [mine(1)]
    expect(beginningOf({ editions, own }, im)).toEqual({
      source: im,
      before: null,
      lineId: null,
      edition: 1,
      others: [im.title, title],
    })
    expect(beginningOf({ editions, own }, older)).toBeUndefined()
  })

  test('the last edition of an own one, with what that was copied from; none that is earlier or retired', () => {
    const [last, first] = [mine(2), mine(1, { isNewest: false })]
    const own = [last, first]
    expect(beginningOf({ editions, own }, last.document)).toEqual({
      source: older,
      before: last.document,
      lineId: 'line',
      edition: 3,
      others: [im.title],
    })
    expect(beginningOf({ editions, own }, first.document)).toBeUndefined()
    const retired = mine(1, { ended: {} })
    expect(beginningOf({ editions, own: [retired] }, retired.document)).toBeUndefined()
  })
})
