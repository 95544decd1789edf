import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'

export interface Seeded {
  readonly sessions: readonly {
    readonly personId: string
    readonly courseId: string
    readonly sessionId: string
  }[]
  readonly monitor: { readonly seatId: string; readonly token: string }
  readonly clients: readonly { readonly personId: string; readonly token: string }[]
}

/** One practice with `people` in care, each with a session under way and 200 readings; everyone signed in. */
export async function seedPractice(owner: pg.Client, people: number): Promise<Seeded> {
  const practiceId = randomUUID()
  await owner.query(
    `insert into practice (id, name, time_zone) values ($1, 'Bench', 'America/Los_Angeles')`,
    [practiceId],
  )
  const monitor = await seatFor(owner, practiceId, undefined)
  const sessions = []
  const clients = []
  for (let n = 0; n < people; n += 1) {
    const personId = randomUUID()
    await owner.query(
      `insert into person (practice_id, id, given_name, family_name, time_zone) values ($1, $2, 'Bench', 'Person', 'America/Los_Angeles')`,
      [practiceId, personId],
    )
    await owner.query(
      `insert into care_team (practice_id, id, person_id, member_id, since) values ($1, $2, $3, $4, now() - interval '1 day')`,
      [practiceId, randomUUID(), personId, monitor.seatId],
    )
    sessions.push(await sessionFor(owner, { practiceId, personId, monitorId: monitor.seatId }))
    clients.push({ personId, token: (await seatFor(owner, practiceId, personId)).token })
  }
  await owner.query('analyze')
  return { sessions, monitor, clients }
}

async function sessionFor(
  owner: pg.Client,
  about: { practiceId: string; personId: string; monitorId: string },
) {
  const [courseId, sessionId] = [randomUUID(), randomUUID()]
  const { practiceId, personId, monitorId } = about
  await owner.query(
    `insert into course (practice_id, id, person_id, protocol_id, protocol_version, begun_at)
     values ($1, $2, $3, 'sublingual', '1', now() - interval '14 days')`,
    [practiceId, courseId, personId],
  )
  await owner.query(
    `insert into journey_session (practice_id, id, person_id, course_id, number, planned_at, phase)
     values ($1, $2, $3, $4, 1, now(), 'under-way')`,
    [practiceId, sessionId, personId, courseId],
  )
  await owner.query(
    `insert into vital_reading (practice_id, person_id, id, session_id, taken_at, recorded_by, systolic_mmhg, diastolic_mmhg)
     select $1, $2, uuidv7(), $3, now() - n * interval '1 minute', $4, 120, 80 from generate_series(1, 200) n`,
    [practiceId, personId, sessionId, monitorId],
  )
  return { personId, courseId, sessionId }
}

/** An account, its seat and a sign-in: a member with both factors, or the client of `personId`. */
async function seatFor(owner: pg.Client, practiceId: string, personId: string | undefined) {
  const [accountId, seatId, token] = [
    randomUUID(),
    personId ?? randomUUID(),
    randomBytes(24).toString('base64url'),
  ]
  await owner.query('insert into account (id, email) values ($1, $2)', [
    accountId,
    `${accountId}@bench.example`,
  ])
  if (!personId)
    await owner.query(
      `insert into member (practice_id, id, name, roles) values ($1, $2, 'Bench', '{monitor}')`,
      [practiceId, seatId],
    )
  await owner.query(
    `insert into seat (id, practice_id, account_id, kind, person_id, since) values ($1, $2, $3, $4, $5, now())`,
    [seatId, practiceId, accountId, personId ? 'client' : 'member', personId ?? null],
  )
  await owner.query(
    `insert into login (id, account_id, token_hash, factors, device, started_at, seen_at, ends_at)
     values ($1, $2, $3, 2, 'bench', now(), now(), now() + interval '12 hours')`,
    [randomUUID(), accountId, createHash('sha256').update(token).digest()],
  )
  return { seatId, token }
}
