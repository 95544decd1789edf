import { afterAll, expect, test } from 'vitest'
import { sealOnce, verifyTrail } from '../audit/seal.commands.ts'
import { overTheTrail } from '../platform/db/door.ts'
import { openClinic } from './testing/clinic.ts'
import { trailGoesOn } from '../platform/db/trail-goes-on.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, db, people } = clinic

const look = () => clinic.ask(people.client, `/api/people/${people.client.seatId}`)
const seal = () => overTheTrail(db, sealOnce)
const verify = () => overTheTrail(db, (tx) => verifyTrail(tx, []))

/** As a dump finds itself in a cluster that has seen far fewer transactions: its own rows say numbers that are still to come. */
async function inAYoungerCluster() {
  await owner.query('update audit_horizon set ahead = 5000000')
  await look()
  await seal()
  // Written down, and not sealed yet when the dump was made.
  await look()
  await owner.query('update audit_horizon set ahead = 0')
}

test('a trail of this cluster is left as it is', async () => {
  await look()
  await seal()
  expect(await trailGoesOn(clinic.ownerUrl)).toBe(false)
})

test('restored into a younger cluster it is sealed on from where it was, and what was left unsealed too', async () => {
  await inAYoungerCluster()
  await look()
  expect(await seal()).toEqual([])
  expect((await verify()).ok).toBe(false)
  await owner.query('delete from audit_event where id = (select max(id) from audit_event)')
  expect(await trailGoesOn(clinic.ownerUrl)).toBe(true)
  await look()
  const ends = await seal()
  expect(ends).toHaveLength(1)
  expect(await verify()).toMatchObject({ ok: true, unsealed: 0, first: null })
  expect(await trailGoesOn(clinic.ownerUrl)).toBe(false)
})

test('a row that somebody put far ahead is not taken along, and is named', async () => {
  await owner.query(
    `insert into audit_event (practice_id, xid, roles, action, subject_kind, effect, outcome)
     values ($1, '900000000000', 'service', 'record.read', 'person', false, 'done')`,
    [clinic.practiceId],
  )
  expect(await trailGoesOn(clinic.ownerUrl)).toBe(false)
  expect(await verify()).toMatchObject({ ok: false, first: { fault: 'inserted', because: 'ahead' } })
})
