import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addLogin, type Someone } from '../app/testing/arrange.ts'
import { askWith, placesIn, rowsLike, stemOf } from '../app/testing/asking.ts'
import { endpoints, type AnyEndpoint } from '../app/testing/endpoints.ts'
import { openRehearsed, type Rehearsed } from '../app/testing/rehearsed.ts'
import type { Place } from '../app/testing/sample.ts'

/**
 * Whoever may ask sends, at every place but the subject's own, the id of a row of another person, of another course and of
 * another practice, and an id of nothing; and at every place for words a sign that no text can hold. Each is to be a
 * refusal, with a row on the trail: never a fault.
 */
let house: Rehearsed
let own: (place: Place) => string | undefined
/** What ends someone's place comes last, and of that a guest's own going first, so that they are there for all the others. */
const ending = ['/leave', '/dismissal', '/end', '/disable']
const last = ({ path }: AnyEndpoint): number => ending.findIndex((end) => path.endsWith(end))
const all = (await endpoints())
  .filter(({ path }) => !path.includes('/live/') && !path.includes('/sign-out'))
  .toSorted((one, other) => last(one) - last(other))
/** Endpoints that took the whole of what was asked, with nothing strange in it. */
const took = new Set<string>()

beforeAll(async () => {
  house = await openRehearsed()
  own = await ownIds()
}, 120_000)
afterAll(() => house.clinic.close())

/** What asks for nobody else: signing in and joining, one's own sign-in, a tablet's form; they take no one's id. */
const withoutInnerIds = /^\/api\/(sign-in|tablet|account|join|recover|set-up|guest$|demo|public)/

/** Taken as it stands, each for a reason. */
const taken: Readonly<Record<string, string>> = {
  'GET /api/practice/trail by': 'narrows a list of this practice, and finds nothing',
  'GET /api/practice/trail about': 'narrows a list of this practice, and finds nothing',
  'POST /api/courses/:courseId/notes/draft sessionId': 'sealed as typed; the note it becomes is refused',
  'POST /api/courses/:courseId/notes/draft corrects': 'sealed as typed; the note it becomes is refused',
  'POST /api/sessions/:sessionId/doses orderId':
    'a dose given is always taken down; an order of another course is left off it',
  'POST /api/people/:personId/team/:memberId/end': 'whoever is not on the team is not on it afterwards',
  'POST /api/staff/:memberId/recovery memberId':
    'whoever has a place here may be helped back in, a client too',
}

/** Ids that the asker makes for what is new: they name nothing that is there. */
const makesNew = ({ path }: Place): boolean => /(^|\.)(id|ratingId|confirmationId)$/.test(path)

async function ownIds() {
  const found = new Map<string, string>(Object.entries({ ...house.own, practiceId: house.practiceId }))
  found.set('memberId', house.demo.therapist.seatId)
  const places = all.flatMap(placesIn).filter((place) => place.kind === 'id' && !makesNew(place))
  for (const { path } of places) {
    if (found.has(path)) continue
    const [first] = await rowsLike(house.clinic, stemOf(path), `person_id = '${house.own.personId}'`)
    if (first) found.set(path, first)
  }
  return (place: Place) => (place.kind === 'id' ? found.get(place.path) : undefined)
}

function askers(): readonly Someone[] {
  const { hannah, therapist, prescriber, coordinator, administrator, auditor, monitor } = house.demo
  return [hannah, therapist, prescriber, coordinator, administrator, auditor, monitor, house.guest]
}

/** The first who is let in, by what they are told; nobody where everyone is turned away. */
async function letIn(endpoint: AnyEndpoint): Promise<Someone | undefined> {
  const { owner } = house.clinic
  for (const who of askers()) {
    const as = { ...who, token: await addLogin(owner, who.accountId, who === house.demo.hannah ? 1 : 2) }
    const reply = await askWith(house.clinic, { endpoint, as, wanted: own })
    const { statusCode } = reply
    if (statusCode < 300) took.add(`${endpoint.method} ${endpoint.path}`)
    // Whoever is only asked to prove that it is them was let in.
    if (![401, 403].includes(statusCode) || kindOf(reply) === 'confirmation-needed') return as
  }
  return undefined
}

const kindOf = ({ body }: { body: string }): unknown => JSON.parse(body).kind

async function strangers({ path }: Place): Promise<readonly string[]> {
  const { clinic, demo } = house
  const elsewhere = `practice_id = '${clinic.elsewhere}'`
  const stem = stemOf(path)
  const like = [
    ...(await rowsLike(clinic, stem, `person_id = '${demo.daniel.seatId}'`)),
    ...(await rowsLike(clinic, stem, elsewhere)),
  ]
  const course = await rowsLike(clinic, 'course', elsewhere)
  return [...like, ...course, demo.daniel.seatId, clinic.people.foreigner.seatId, randomUUID()]
}

const subjectOf = ({ path }: AnyEndpoint): string | undefined =>
  /:(personId|courseId|sessionId)/.exec(path)?.[1]

async function refusals(endpoint: AnyEndpoint, as: Someone, at: { place: Place; value: string }) {
  const wanted = (place: Place) => (place.path === at.place.path ? at.value : own(place))
  const { statusCode, body } = await askWith(house.clinic, { endpoint, as, wanted })
  const kind = /"kind":"([a-z-]+)"/.exec(body)?.[1]
  return { place: at.place.path, statusCode, kind }
}

test('the sweep knows every endpoint there is', () => expect(all.length).toBeGreaterThan(180))

describe.each(all.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  '%s',
  (name, endpoint) => {
    const places = placesIn(endpoint).filter(({ path }) => path !== subjectOf(endpoint))
    let as: Someone | undefined
    beforeAll(async () => {
      as = await letIn(endpoint)
    })

    test('someone is let in, or it is one that nobody is let in to by their seat', () =>
      expect(as !== undefined || withoutInnerIds.test(endpoint.path)).toBe(true))

    test('an id that does not belong is refused', async () => {
      const found = []
      for (const place of places.filter((one) => one.kind === 'id' && !makesNew(one)))
        for (const value of await strangers(place))
          found.push(await refusals(endpoint, as!, { place, value }))
      const wrong = found.filter(
        ({ place, statusCode }) =>
          statusCode >= 500 || (statusCode < 300 && !taken[`${name} ${place}`] && !taken[name]),
      )
      expect(wrong).toEqual([])
    })

    test('a sign that cannot be kept is refused, and named', async () => {
      const found = []
      for (const place of places.filter(({ kind }) => kind === 'words'))
        found.push(await refusals(endpoint, as ?? house.demo.hannah, { place, value: 'a\0b' }))
      expect(found.filter(({ statusCode }) => statusCode >= 500 || statusCode < 300)).toEqual([])
    })
  },
)

test('half of all that was asked whole was taken, so that the rest is refused for what is strange in it', () =>
  expect(took.size).toBeGreaterThan(all.length / 2))

test('each refusal stands on the trail by its kind', async () => {
  const { rows } = await house.clinic.owner.query(
    `select distinct outcome from audit_event where outcome in ('not-of-this', 'words-not-kept', 'not-found')`,
  )
  expect(rows.map(({ outcome }) => outcome).toSorted()).toEqual([
    'not-found',
    'not-of-this',
    'words-not-kept',
  ])
})

test('nothing broke on the way', () => expect(house.clinic.faults).toEqual([]))
