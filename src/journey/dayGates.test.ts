import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { gatesAt as now, pressure, ready, sublingual, toldWell } from '../app/testing/gates.ts'
import { day, hour, instant, minute } from '../kernel/instant.ts'
import type { Protocol } from '../protocol/protocol.ts'
import type { DayTold } from './dayTold.ts'
import type { DayDecision, GateFacts } from './gateFacts.ts'
import { isNeeded, type GateId } from './gate.ts'
import { gatesOf, openGates } from './gates.ts'

const protocolNamed = async (id: string): Promise<Protocol> =>
  JSON.parse(await readFile(new URL(`../../content/protocols/${id}.json`, import.meta.url), 'utf8'))
const [alone, spray] = [await protocolNamed('iv-infusion'), await protocolNamed('esketamine')]

const find = (id: GateId, more: Partial<GateFacts>) =>
  gatesOf({ ...ready, ...more }, now).find((one) => one.id === id)!
const gate = (id: GateId, more: Partial<GateFacts>) => {
  const { state, because } = find(id, more)
  return `${state}: ${because.code}`
}

type Telling = DayTold extends infer One
  ? One extends DayTold
    ? Omit<One, 'toldAt' | 'byName' | 'roles'>
    : never
  : never
const by = { toldAt: now - minute, byName: 'M', roles: ['monitor'] }
/** Told after everything else of the day. */
const telling = (one: Telling, more: Partial<typeof by> = {}): Pick<GateFacts, 'told'> => ({
  told: [...toldWell, { ...one, ...by, ...more } as DayTold],
})
const without = (kind: DayTold['kind']) => ({ told: toldWell.filter((one) => one.kind !== kind) })
const decision = (of: DayDecision['gate']): DayDecision => ({
  gate: of,
  proceed: true,
  decidedAt: now,
  expiresAt: now + hour,
  byName: 'P',
  prescribes: true,
})

describe('food and drink', () => {
  const ate = (solid: number, clear: number) =>
    gate('fasting', telling({ kind: 'fasting', solidAt: now - solid, clearAt: now - clear }))
  test('is asked about today', () => {
    expect(gate('fasting', without('fasting'))).toBe('waiting: fasting-not-told')
    const yesterday = telling(
      { kind: 'fasting', solidAt: now - 2 * day, clearAt: now - 2 * day },
      { toldAt: now - day },
    )
    expect(gate('fasting', { told: yesterday.told.slice(-1) })).toBe('waiting: fasting-not-told')
  })
  test('six hours since food and two since something clear, to the millisecond', () => {
    expect(ate(6 * hour, 2 * hour)).toBe('met: fasting-long-enough')
    expect(ate(6 * hour - 1, 2 * hour)).toBe('waiting: fasting-too-short')
    expect(ate(6 * hour, 2 * hour - 1)).toBe('waiting: fasting-too-short')
  })
  test('time alone clears it, and it is said when', () => {
    const told = telling({ kind: 'fasting', solidAt: now - 5 * hour, clearAt: now - hour })
    expect(find('fasting', told)).toMatchObject({ because: { until: now + hour }, clears: ['time'] })
  })
  test('what was told wrong is told anew, and the newest holds', () =>
    expect(ate(7 * hour, 3 * hour)).toBe('met: fasting-long-enough'))
})

describe('standing', () => {
  const takes = { dropping: ['prazosin'] }
  const stood = (
    systolicMmHg: number,
    diastolicMmHg: number,
    more: { dizzy?: boolean; ago?: number } = {},
  ) => {
    const { dizzy = false, ago = minute } = more
    const told = telling({ kind: 'standing', systolicMmHg, diastolicMmHg, dizzy }, { toldAt: now - ago })
    return { ...takes, ...told }
  }
  test('is not asked for where no such medicine is known, and stands on no screen', () => {
    expect(gate('standing', {})).toBe('met: standing-not-needed')
    expect(isNeeded(find('standing', {}))).toBe(false)
  })
  test('is asked for with an alpha-blocker, by its name', () =>
    expect(find('standing', takes).because).toMatchObject({ code: 'standing-none', items: ['prazosin'] }))
  test.each([
    [109, 73, 'met: standing-holds'],
    [108, 80, 'stop: standing-drops'],
    [120, 72, 'stop: standing-drops'],
  ] as const)('%d/%d after 128/82 sitting: %s', (...[upper, lower, said]) =>
    expect(gate('standing', stood(upper, lower))).toBe(said),
  )
  test('below 90 it is low, however little it fell', () => {
    const low = { pressures: [pressure(100, 70, 2 * minute)] }
    expect(gate('standing', { ...stood(90, 68), ...low })).toBe('met: standing-holds')
    expect(gate('standing', { ...stood(89, 68), ...low })).toBe('stop: standing-drops')
  })
  test('dizzy is enough', () =>
    expect(gate('standing', stood(127, 82, { dizzy: true }))).toBe('stop: standing-drops'))
  test('half an hour old is too old; with none sitting there is nothing to compare', () => {
    expect(gate('standing', stood(127, 82, { ago: 30 * minute - 1 }))).toBe('met: standing-holds')
    expect(gate('standing', stood(127, 82, { ago: 30 * minute }))).toBe('waiting: standing-old')
    expect(gate('standing', { ...stood(127, 82), pressures: [] })).toBe('waiting: standing-no-seated')
  })
  test('a prescriber may decide in writing, about this reading', () => {
    const decided = { ...stood(100, 80), decisions: [decision('standing')] }
    expect(gate('standing', decided)).toBe('met: standing-decided')
    const before = { ...decision('standing'), decidedAt: now - 2 * minute }
    expect(gate('standing', { ...decided, decisions: [before] })).toBe('stop: standing-drops')
  })
})

describe('equipment', () => {
  const { items } = sublingual.equipment
  test('every piece, today', () => {
    expect(gate('equipment', without('equipment'))).toBe('waiting: equipment-not-checked')
    expect(gate('equipment', {})).toBe('met: equipment-checked')
  })
  test.each(items)('without %s it stops, and says so', (item) => {
    const told = telling({ kind: 'equipment', items: items.filter((one) => one !== item) })
    expect(find('equipment', told)).toMatchObject({
      state: 'stop',
      because: { code: 'equipment-missing', items: [item] },
    })
  })
})

describe('the REMS', () => {
  const under = { protocol: spray }
  const all = spray.rems!.attest.map(({ id }) => id)
  const attested = (items: readonly string[]) => ({ ...under, ...telling({ kind: 'rems', items }) })
  test('belongs to esketamine alone', () => expect(gate('rems', {})).toBe('met: rems-not-needed'))
  test('each line is attested today', () => {
    expect(find('rems', under).because.items).toEqual(all)
    expect(gate('rems', attested(all))).toBe('met: rems-attested')
    for (const id of all)
      expect(find('rems', attested(all.filter((one) => one !== id))).because.items).toEqual([id])
  })
})

describe('the hour at which everyone leaves', () => {
  const stays = (ms: number) => ({ ...telling({ kind: 'closing', untilAt: now + ms }) })
  test('the stay and half an hour more, to the millisecond', () => {
    expect(gate('closing', without('closing'))).toBe('waiting: closing-not-told')
    expect(gate('closing', stays(150 * minute + 1))).toBe('met: closing-late-enough')
    expect(gate('closing', stays(150 * minute))).toBe('stop: closing-too-early')
  })
  test('says by when a dose has to start, and that someone can stay', () =>
    expect(find('closing', stays(120 * minute))).toMatchObject({
      because: { until: now - 30 * minute },
      clears: expect.arrayContaining(['coordinator']),
    }))
  test('an infusion stays longer', () =>
    expect(gate('closing', { protocol: alone, ...stays(210 * minute) })).toBe('stop: closing-too-early'))
})

describe('the last journey', () => {
  const home = now - 2 * day
  const last = { lastDoseAt: now - 5 * day, lastHere: { at: now - 5 * day, homeAt: home } }
  const told = (...those: { one: Telling; by?: Partial<typeof by> }[]) => ({
    ...last,
    told: [...toldWell, ...those.map(({ one, by: who }) => ({ ...one, ...by, ...who }) as DayTold)],
  })
  const talk = (talked: boolean, wantsAnother: boolean) => ({
    one: { kind: 'talked', talked, wantsAnother } as const,
  })
  const why = (capacity: 'prescriber' | 'therapist', roles: string[] = [capacity]) => ({
    one: { kind: 'talked-instead', capacity, reason: 'why' } as const,
    by: { roles },
  })
  test('of a first journey there is none', () => expect(gate('talked', {})).toBe('met: talked-first'))
  test('holds until it has been talked through and another is wanted', () => {
    expect(gate('talked', last)).toBe('waiting: talked-not-yet')
    expect(gate('talked', told(talk(true, true)))).toBe('met: talked-wanted')
    expect(gate('talked', told(talk(false, true)))).toBe('waiting: talked-not-yet')
  })
  describe('until 24 hours after they went home', () => {
    const said = (ago: number, homeAt: number | null) => ({
      ...told({ ...talk(true, true), by: { toldAt: now - ago } }),
      lastHere: { at: now - 5 * day, homeAt },
    })
    const found = (facts: Partial<GateFacts>) => find('talked', facts)
    test('a yes is kept and does not count, and the gate says from when it can be said', () => {
      expect(found(said(0, now - day + 1))).toMatchObject({
        state: 'waiting',
        because: { code: 'talked-too-soon', at: now, until: now + 1 },
      })
      expect(found(said(0, now - day)).because.code).toBe('talked-wanted')
    })
    test('such a yes counts no more when the day is over: it is said again', () => {
      const early = said(day + 1, now - 2 * day)
      expect(found(early).because).toMatchObject({ code: 'talked-too-soon', until: now - day })
      const again = said(day, now - 2 * day)
      expect(found(again).because.code).toBe('talked-wanted')
    })
    test('a no counts at once', () => {
      const facts = { ...told(talk(true, false)), lastHere: { at: now - 5 * day, homeAt: now } }
      expect(found(facts).because.code).toBe('talked-no-more')
    })
    test('nobody has said when they went home: nothing counts, whoever said or wrote it', () => {
      expect(found(said(0, null))).toMatchObject({ state: 'waiting', because: { code: 'talked-not-home' } })
      expect(found(said(0, now + 1)).because.code).toBe('talked-not-home')
      const written = told(why('prescriber'), why('therapist'))
      const nowhere = { ...written, lastHere: { at: now - 5 * day, homeAt: null } }
      expect(found(nowhere).because.code).toBe('talked-not-home')
    })
    test('what two have written counts, and opens nothing before', () => {
      const written = (homeAt: number) => ({
        ...told(why('prescriber'), why('therapist')),
        lastHere: { at: now - 5 * day, homeAt },
      })
      expect(found(written(now - day + 1)).because).toMatchObject({
        code: 'talked-instead-too-soon',
        until: now + 1,
      })
      expect(gate('talked', written(now - day))).toBe('met: talked-instead')
      const early = { ...talk(true, true), by: { toldAt: now - 25 * hour } }
      const both = { ...told(early, why('prescriber'), why('therapist')) }
      expect(gate('talked', both)).toBe('met: talked-instead')
    })
    test('after a journey elsewhere it is counted from the last moment it can have been', () => {
      const elsewhere = (at: number) => ({
        ...told(talk(true, true)),
        lastDoseAt: at,
        lastHere: null,
        lastBroughtAt: at,
      })
      const saidAt = told(talk(true, true)).told.at(-1)!.toldAt
      expect(gate('talked', elsewhere(saidAt - day))).toBe('met: talked-wanted')
      expect(gate('talked', elsewhere(saidAt - day + 1))).toBe('waiting: talked-too-soon')
    })
  })
  test('a talk before that dose was about another journey', () =>
    expect(gate('talked', told({ ...talk(true, true), by: { toldAt: now - 6 * day } }))).toBe(
      'waiting: talked-not-yet',
    ))
  test('or prescriber and therapist each write why not, each in a part they have', () => {
    expect(find('talked', told(why('prescriber'))).because).toMatchObject({
      code: 'talked-half',
      items: ['therapist'],
    })
    expect(gate('talked', told(why('prescriber'), why('therapist')))).toBe('met: talked-instead')
    expect(gate('talked', told(why('prescriber'), why('therapist', [])))).toBe('waiting: talked-half')
  })
  test('whoever wants no other has none, whatever was written', () => {
    expect(gate('talked', told(talk(true, false)))).toBe('stop: talked-no-more')
    expect(gate('talked', told(talk(false, false), why('prescriber'), why('therapist')))).toBe(
      'stop: talked-no-more',
    )
  })
  test('is no part of a protocol without therapy', () =>
    expect(gate('talked', { ...last, protocol: alone })).toBe('met: talked-not-needed'))
})

describe('the medicine', () => {
  const counted = (more: { useBy?: string; agrees?: boolean }) =>
    telling({ kind: 'count', lot: 'B2', useBy: '2027-01-31', agrees: true, ...more })
  test('is counted today', () => {
    expect(gate('count', without('count'))).toBe('waiting: count-none')
    expect(gate('count', counted({}))).toBe('met: count-agrees')
  })
  test('is good to the end of its last day here', () => {
    expect(gate('count', counted({ useBy: '2026-03-03' }))).toBe('met: count-agrees')
    expect(gate('count', counted({ useBy: '2026-03-02' }))).toBe('stop: count-out-of-date')
    expect(now).toBe(instant('2026-03-03T18:00:00Z'))
  })
  test('that does not agree with the book takes a decision; one out of date is not given at all', () => {
    expect(gate('count', counted({ agrees: false }))).toBe('stop: count-differs')
    const decisions = [decision('count')]
    expect(gate('count', { ...counted({ agrees: false }), decisions })).toBe('met: count-decided')
    expect(gate('count', { ...counted({ useBy: '2026-03-02' }), decisions })).toBe('stop: count-out-of-date')
  })
})

test('a protocol without therapy asks for no therapist; esketamine for a prescriber on site', () => {
  const [, medic, phone] = ready.presence
  const people = (protocol: Protocol, presence: GateFacts['presence']) =>
    find('people', { protocol, presence }).because.items
  expect(people(alone, [phone!])).toEqual(['medicalAlone'])
  expect(gate('people', { protocol: alone, presence: [medic!, phone!] })).toBe('met: people-present')
  expect(people(spray, [medic!, phone!])).toEqual(['onSite'])
  expect(gate('people', { protocol: spray, presence: [{ ...phone!, state: 'here' }] })).toBe(
    'met: people-present',
  )
})

test('each gate that is open says who can clear it', () => {
  const nothing = { ...ready, told: [], dropping: ['prazosin'], lastDoseAt: now - 5 * day, protocol: spray }
  const open = gatesOf(nothing, now).filter(({ state }) => state !== 'met')
  expect(openGates(gatesOf(nothing, now))).toEqual(
    expect.arrayContaining(['fasting', 'standing', 'equipment', 'rems', 'closing', 'count']),
  )
  expect(open.filter(({ clears }) => clears.length === 0)).toEqual([])
})
