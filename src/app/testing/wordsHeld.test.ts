import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultLine } from '../report.ts'
import { addLogin, type Someone } from './arrange.ts'
import { askWith } from './asking.ts'
import { fields } from './canaries.ts'
import { endpoints } from './endpoints.ts'
import { heldWords } from './heldWords.ts'
import { oneSided } from './oneSided.ts'
import { plantTheRest, wordsIn } from './planted.ts'
import { openRehearsed, type Rehearsed } from './rehearsed.ts'
import { needlesIn, shownToTheWrong, type Held, type Shown } from './wordsHeld.ts'

let house: Rehearsed
let demo: readonly Held[]
let held: readonly Held[]
beforeAll(async () => {
  house = await openRehearsed()
  demo = await wordsIn(house)
  await plantTheRest(house)
  held = await wordsIn(house)
}, 120_000)
afterAll(() => house.clinic.close())

test('every column that holds text about a person says whose words it holds, and none that is gone is named', async () => {
  const { rows } = await house.clinic.owner.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns c
     where table_schema = 'public' and data_type in ('text', 'ARRAY', 'jsonb', 'bytea') and (
       table_name = 'person' or table_name like 'enquiry%' or exists (
         select from information_schema.columns p where p.table_schema = 'public' and p.table_name = c.table_name
           and p.column_name = 'person_id'))`,
  )
  const named = Object.entries(heldWords).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  )
  const advice =
    'A column that came belongs into src/app/testing/heldWords.ts: whose words it holds (a neighbour of its table shows how), or `codes` where they are from a list of ours.'
  const there = rows.map(({ name }) => name)
  expect([advice, ...oneSided(there, named)]).toEqual([advice])
  expect(named).toHaveLength(there.length)
})

describe('the demo’s own words are its canaries', () => {
  test('each of them has something to know it by', () => {
    const mute = demo.filter((one) => !/^(|\{\})$/.test(one.words) && needlesIn(one).length === 0)
    expect(mute.map(({ where, words }) => `${where}: ${words}`)).toEqual([])
    expect(demo.length).toBeGreaterThan(60)
  })

  test('that stands in no other person’s record', () => {
    const owners = Map.groupBy(
      demo.flatMap((one) => needlesIn(one).map((needle) => ({ needle, of: one.personId }))),
      ({ needle }) => needle,
    )
    const shared = [...owners].filter(([, ones]) => new Set(ones.map(({ of }) => of)).size > 1)
    expect(shared.map(([needle]) => needle)).toEqual([])
  })

  test('and in no words of ours, on any page', () => {
    const files = ['src/**/words*.ts', 'src/**/problem.e*.ts', 'content/**/*.{md,json}'].flatMap((glob) =>
      globSync(glob),
    )
    const ours = files
      .filter((file) => !file.startsWith('content/demo/'))
      .map((file) => readFileSync(file, 'utf8'))
    expect(ours.length).toBeGreaterThan(100)
    const known = demo.flatMap(needlesIn).filter((needle) => ours.some((text) => text.includes(needle)))
    expect(known).toEqual([])
  })
})

test('of every kind there is, something is planted', () =>
  expect(new Set(held.filter((one) => needlesIn(one).length > 0).map(({ field }) => field))).toEqual(
    new Set(fields),
  ))

describe('the scanner', () => {
  const secret = () => held.find(({ field }) => field === 'insight')!
  const told = async (text: string, seatId?: string) =>
    shownToTheWrong(house.clinic.owner, held, [{ text, from: 'here', seatId }])

  test('finds a sentence in an answer, a page and an address, and says where it stands', async () => {
    const [needle] = needlesIn(secret())
    for (const text of [
      JSON.stringify({ said: `“${needle}”, and more` }),
      `<p>${needle}</p>`,
      `https://here.example/?q=${encodeURIComponent(needle!)}`,
    ])
      expect(await told(text)).toEqual(['here: insight.words shown to outsider'])
  })

  test('lets its own person read it, and not the team it was not shared with', async () => {
    const { words } = secret()
    expect(await told(words, house.demo.hannah.seatId)).toEqual([])
    expect(await told(words, house.demo.therapist.seatId)).toEqual([
      'here: insight.words shown to therapist, author',
    ])
    expect(await told(words, house.demo.rosa.seatId)).toHaveLength(1)
  })

  test('lets a writer have back what they wrote themself, and nobody else’s words', async () => {
    const [needle] = needlesIn(secret())
    const answer = { text: `<textarea>${needle}</textarea>`, from: 'here', seatId: undefined }
    const told = async (sent: string) => shownToTheWrong(house.clinic.owner, held, [{ ...answer, sent }])
    expect(await told(`words=${needle}&called=Sam`)).toEqual([])
    expect(await told('words=Is+there+an+evening%3F&called=Sam')).toHaveLength(1)
  })

  test('goes by whom the client chose: therapists alone, or nobody', async () => {
    const intention = {
      ...held.find(({ where }) => where === 'intention.words')!,
      audience: 'therapist' as const,
    }
    const of = async (audience: Held['audience'], { seatId }: Someone) =>
      shownToTheWrong(
        house.clinic.owner,
        [{ ...intention, audience }],
        [{ text: intention.words, from: 'here', seatId }],
      )
    expect(await of('therapist', house.demo.therapist)).toEqual([])
    expect(await of('therapist', house.demo.prescriber)).toHaveLength(1)
    expect(await of('no-one', house.demo.therapist)).toHaveLength(1)
  })
})

/** Everyone there is a place for, asking for everything of Hannah's, by every address that answers. */
async function everythingAsked(): Promise<readonly Shown[]> {
  const { clinic, own, practiceId, demo: people, guest } = house
  const known: Readonly<Record<string, string>> = { ...own, practiceId }
  const { foreigner, foreignClient, administrator } = clinic.people
  const shown: Shown[] = []
  const asking = (await endpoints()).filter(
    ({ method, path }) => method === 'GET' && !path.includes('/live/'),
  )
  for (const endpoint of asking)
    for (const who of [...Object.values(people), guest, foreigner, foreignClient, administrator, undefined]) {
      const as = who && { ...who, token: await addLogin(clinic.owner, who.accountId, 2) }
      const reply = await askWith(clinic, { endpoint, as, wanted: ({ path }) => known[path] })
      const from = `${endpoint.path}, ${reply.statusCode}`
      shown.push({ text: `${JSON.stringify(reply.headers)} ${reply.body}`, from, seatId: as?.seatId })
    }
  return shown
}

test('asked for everything there is, nobody is shown what is not theirs, and their own is among it', async () => {
  const { owner } = house.clinic
  const shown = await everythingAsked()
  expect(shown.length).toBeGreaterThan(700)
  expect(await shownToTheWrong(owner, held, shown)).toEqual([])
  // That the scanner read something: taken for an outsider's, the same answers are full of what is theirs.
  const asOutsider = shown.map((one) => ({ ...one, seatId: undefined }))
  const seen = new Set((await shownToTheWrong(owner, held, asOutsider)).map((found) => found.split(': ')[1]))
  expect(seen.size).toBeGreaterThan(20)
}, 120_000)

test('no mail, no job that waits and no line about a fault holds any of it', async () => {
  const { owner, faults } = house.clinic
  const { rows } = await owner.query<{ text: string }>(
    'select payload::text as text from graphile_worker._private_jobs',
  )
  expect(rows.length).toBeGreaterThan(0)
  const shown = [...rows.map(({ text }) => text), ...faults.map((fault) => faultLine(fault))].map((text) => ({
    text,
    from: 'a job or a fault',
    seatId: undefined,
  }))
  expect(await shownToTheWrong(owner, held, shown)).toEqual([])
})
