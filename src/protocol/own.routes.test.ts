import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addMember, addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { giveConfirmation } from '../app/testing/credentials.ts'
import { digest } from '../platform/crypto/digest.ts'
import { madeFrom, ownDocument, ownEndDocument, valuesOf, type OwnValues } from './own.ts'
import type { Own } from './editions.contract.ts'
import type { Protocol } from './protocol.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, clock, practiceId } = clinic

interface Now {
  readonly editions: readonly Protocol[]
  readonly own: readonly Own[]
  readonly can: { readonly publish: boolean }
}
const read = async (who: Someone = people.therapist): Promise<Now> =>
  (await ask(who, '/api/protocols')).json()
const newest = async (id: string) => (await read()).editions.find((one) => one.id === id)!
const mine = async (lineId: string) => (await read()).own.filter((one) => one.lineId === lineId)

interface Publishing {
  readonly who?: Someone
  readonly of?: string
  readonly lineId?: string
  readonly edition?: number
  readonly values?: Partial<OwnValues>
  readonly name?: string
  readonly reason?: string
  /** What was signed, if not this. */
  readonly signed?: Partial<OwnValues>
}

async function publish(asked: Publishing = {}) {
  const {
    who = people.prescriber,
    of = 'im',
    edition = 1,
    reason = 'Our house is far from a hospital.',
  } = asked
  const source = await newest(of)
  const id = randomUUID()
  const lineId = asked.lineId ?? id
  const name = asked.name ?? `Ours ${id.slice(0, 8)}`
  const title = { en: name, es: name }
  const values = { ...valuesOf(source), ...asked.values }
  const protocol = madeFrom(source, { version: id, title, values: { ...values, ...asked.signed } })
  const fromVersion = source.version
  const document = ownDocument({ id, lineId, edition, fromVersion, protocol, reason })
  const documentHash = digest(document).toString('hex')
  const confirmationId = await giveConfirmation(owner, { who, documentHash, at: clock.machineNow })
  const body = { id, lineId, edition, protocolId: of, fromVersion, title, values, reason, confirmationId }
  return { id, name, reply: await ask(who, '/api/protocols/own', { body }) }
}

async function end(lineId: string, { who = people.prescriber, reason = 'Nobody uses it.' } = {}) {
  const id = randomUUID()
  const documentHash = digest(ownEndDocument({ id, lineId, reason })).toString('hex')
  const confirmationId = await giveConfirmation(owner, { who, documentHash, at: clock.machineNow })
  return ask(who, '/api/protocols/own/ends', { body: { id, lineId, reason, confirmationId } })
}

async function begin(protocolId: string, protocolVersion: string) {
  const person = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId: person.seatId })
  const body = { id: randomUUID(), protocolId, protocolVersion }
  const reply = await ask(people.therapist, `/api/people/${person.seatId}/courses`, { body })
  return { personId: person.seatId, courseId: body.id, reply }
}

const documentOf = async (courseId: string) => {
  const { rows } = await owner.query(
    `select e.document from course c join protocol_edition e on e.id = c.protocol_id and e.version = c.protocol_version
     where c.id = $1`,
    [courseId],
  )
  return rows[0]?.document as Protocol | undefined
}

test('a copy is whole, says what it is from, by whom and why, and is for everyone who works here', async () => {
  const source = await newest('im')
  const values = { gapHours: 168, solidHours: 5, sparserMinutes: [0, 30, 60, 120] }
  const { id, name, reply } = await publish({ values })
  expect([reply.statusCode, reply.json()]).toEqual([200, { id }])
  const [own] = await mine(id)
  expect(own).toMatchObject({
    edition: 1,
    fromVersion: source.version,
    reason: 'Our house is far from a hospital.',
    isNewest: true,
    ended: null,
  })
  const title = { en: name, es: name }
  expect(own!.document).toEqual(
    madeFrom(source, { version: id, title, values: { ...valuesOf(source), ...values } }),
  )
  const { rows } = await owner.query(
    `select why, roles from audit_event where action = 'protocols.publish' order by id desc limit 1`,
  )
  expect(rows[0]).toMatchObject({ why: `reason own_protocol ${id}` })
})

test('only a prescriber signs, with a reason and with proof that it is them and this', async () => {
  for (const who of [people.therapist, people.monitor, people.administrator, people.coordinator]) {
    expect((await publish({ who })).reply.statusCode).toBe(403)
    expect((await read(who)).can).toEqual({ publish: false })
  }
  expect((await read(people.prescriber)).can).toEqual({ publish: true })
  expect((await publish({ reason: ' ' })).reply.json().kind).toBe('malformed')
  expect((await publish({ signed: { gapHours: 100 } })).reply.json().kind).toBe('confirmation-needed')
})

test('below what a source asks nothing is published, through the screen or past it', async () => {
  const spray = await publish({ of: 'esketamine', values: { stayMinutes: 90 } })
  expect(spray.reply.json()).toMatchObject({
    kind: 'malformed',
    fields: [{ path: 'stayMinutes', fault: 'fixed' }],
  })
  const fasting = await publish({ values: { solidHours: 3 } })
  expect(fasting.reply.json().fields).toEqual([{ path: 'solidHours', fault: 'sourced' }])
  const stay = await publish({ values: { stayMinutes: 30 } })
  expect(stay.reply.json().fields).toEqual([{ path: 'stayMinutes', fault: 'peak' }])
  const source = await newest('esketamine')
  const past = (change: (made: Protocol) => object) => {
    const id = randomUUID()
    const made = madeFrom(source, { version: id, title: source.title, values: valuesOf(source) })
    return owner
      .query(
        `insert into own_protocol (practice_id, id, line_id, edition, protocol_id, from_version, version, document, reason,
           document_hash, confirmation_id, signed_by, signed_at)
         values ($1, $2, $2, 1, 'esketamine', $3, $6, $4, 'r', 'h', $2, $5, now())`,
        [practiceId, id, source.version, change(made), people.prescriber.seatId, id],
      )
      .then(
        () => 'taken',
        ({ code }: { code: string }) => code,
      )
  }
  const { discharge, gates, vitals } = source
  const stayed = { ...discharge, stayMinutes: { ...discharge.stayMinutes, value: 90 } }
  const looser = { ...gates, noDoseSystolicMmHg: { ...gates.noDoseSystolicMmHg, value: 200 } }
  const soon = { ...gates, gapHours: { ...gates.gapHours, value: 1 } }
  expect(await past((made) => made)).toBe('taken')
  expect(await past((made) => ({ ...made, discharge: stayed }))).toBe('23514')
  expect(await past((made) => ({ ...made, gates: looser }))).toBe('23514')
  expect(await past((made) => ({ ...made, gates: soon }))).toBe('23514')
  expect(await past((made) => ({ ...made, vitals: { ...vitals, atMinutes: [0, 40, 60] } }))).toBe('23514')
  expect(await past((made) => ({ ...made, extra: 1 }))).toBe('23514')
})

test('a name stands once among what can be chosen', async () => {
  const { id, name } = await publish()
  expect((await publish({ name })).reply.json().fields).toEqual([
    { path: 'titleEn', fault: 'taken' },
    { path: 'titleEs', fault: 'taken' },
  ])
  expect((await publish({ name, lineId: id, edition: 2 })).reply.statusCode).toBe(200)
})

describe('courses', () => {
  test('a new one can begin on it, and keeps its edition when there is a later one', async () => {
    const { id, name } = await publish({ values: { gapHours: 168 } })
    const first = await begin('im', id)
    expect(first.reply.statusCode).toBe(200)
    const later = await publish({
      name,
      lineId: id,
      edition: 2,
      values: { gapHours: 96, afterDoses: [1, 2] },
    })
    expect(later.reply.statusCode).toBe(200)
    const second = await begin('im', later.id)
    expect(second.reply.statusCode).toBe(200)
    expect((await begin('im', id)).reply.json().kind).toBe('malformed')
    const gap = async (courseId: string) => (await documentOf(courseId))?.gates.gapHours.value
    expect([await gap(first.courseId), await gap(second.courseId)]).toEqual([168, 96])
    expect((await mine(id)).map(({ edition, isNewest }) => [edition, isNewest])).toEqual([
      [2, true],
      [1, false],
    ])
    const chart = await ask(people.therapist, `/api/people/${first.personId}/chart`)
    expect(chart.json().course.title).toEqual({ en: name, es: name })
    const { editions } = (await ask(people.therapist, `/api/people/${first.personId}/editions`)).json() as {
      editions: { version: string; own: number | null }[]
    }
    expect(editions.filter(({ version }) => version === id || version === later.id)).toMatchObject([
      { version: later.id, own: 2 },
    ])
  })

  test('retired: no new one begins, what runs stays as it is, and no further edition is signed', async () => {
    const { id, name } = await publish({ values: { gapHours: 168 } })
    const running = await begin('im', id)
    expect((await end(id, { who: people.therapist })).statusCode).toBe(403)
    expect((await end(id, { reason: ' ' })).json().kind).toBe('malformed')
    expect((await end(id)).statusCode).toBe(200)
    expect((await end(id)).json().kind).toBe('changed-meanwhile')
    expect((await begin('im', id)).reply.json().kind).toBe('malformed')
    expect((await publish({ name, lineId: id, edition: 2 })).reply.json().kind).toBe('changed-meanwhile')
    expect((await documentOf(running.courseId))?.gates.gapHours.value).toBe(168)
    expect((await mine(id))[0]).toMatchObject({ ended: { reason: 'Nobody uses it.' } })
    expect((await end(randomUUID())).json().kind).toBe('not-found')
  })
})

test('two who sign the next edition at once: one is told that it has changed', async () => {
  const { id, name } = await publish()
  const both = await Promise.all(
    [1, 2].map((hours) => publish({ name, lineId: id, edition: 2, values: { gapHours: 72 + hours } })),
  )
  expect(both.map(({ reply }) => reply.statusCode).toSorted()).toEqual([200, 409])
  expect((await publish({ name, lineId: id, edition: 2 })).reply.json().kind).toBe('changed-meanwhile')
})

test('an edition follows the one before, and none is left out', async () => {
  const { id, name } = await publish()
  for (const edition of [1, 3])
    expect((await publish({ name, lineId: id, edition })).reply.json().kind).toBe('changed-meanwhile')
  expect((await publish({ name: 'Alone', edition: 2 })).reply.json().kind).toBe('changed-meanwhile')
  expect((await mine(id)).map(({ edition }) => edition)).toEqual([1])
})

test('another practice sees nothing of it, begins nothing on it and signs nothing of it', async () => {
  const { id, name } = await publish()
  const foreign = await addMember(owner, clinic.elsewhere, ['prescriber'])
  const there = await read(foreign)
  expect([there.own, JSON.stringify(there).includes(id)]).toEqual([[], false])
  expect((await publish({ who: foreign, name, lineId: id, edition: 2 })).reply.json().kind).toBe('not-found')
  expect((await end(id, { who: foreign })).json().kind).toBe('not-found')
  expect((await publish({ who: foreign, name })).reply.statusCode).toBe(200)
  const body = { id: randomUUID(), protocolId: 'im', protocolVersion: id }
  const begun = await ask(people.foreigner, `/api/people/${people.foreignClient.seatId}/courses`, { body })
  expect(begun.json().kind).toBe('malformed')
  const past = owner.query(
    `insert into course (practice_id, id, person_id, protocol_id, protocol_version, begun_at)
     values ($1, $2, $3, 'im', $4, now())`,
    [clinic.elsewhere, randomUUID(), people.foreignClient.seatId, id],
  )
  await expect(past).rejects.toMatchObject({ code: '23503' })
})

test('a course of one kind cannot stand on an own protocol of another kind', async () => {
  const { id } = await publish()
  expect((await begin('sublingual', id)).reply.json().kind).toBe('malformed')
  const past = owner.query(
    `insert into course (practice_id, id, person_id, protocol_id, protocol_version, begun_at)
     values ($1, $2, $3, 'sublingual', $4, now())`,
    [practiceId, randomUUID(), people.client.seatId, id],
  )
  await expect(past).rejects.toMatchObject({ code: '23503' })
})
