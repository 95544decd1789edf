import { randomUUID } from 'node:crypto'
import { day, isoOf } from '../../kernel/instant.ts'
import { kept } from '../seed/hannah.ts'
import { addCourse, addGuest, addMember, type Someone } from './arrange.ts'
import type { Rehearsed } from './rehearsed.ts'
import { wordsHeld, type Held } from './wordsHeld.ts'

/** What the demo has none of, said by whoever says such a thing, through the product's own requests. */
export async function plantTheRest({ clinic, demo, own, practiceId }: Rehearsed): Promise<void> {
  const send = async (as: Someone, url: string, body: object) => {
    const reply = await clinic.ask(as, url, { body })
    if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
  }
  const { therapist, prescriber, coordinator, rosa, daniel } = demo
  const [grant, grantUrl] = await secondGuest({ clinic, own, practiceId })
  await send(coordinator, `${grantUrl}/license`, {
    id: randomUUID(),
    found: 'valid',
    lookedIn: 'The register of Alta Marina, entry 7.',
  })
  await send(coordinator, `${grantUrl}/dismissal`, {
    id: grant,
    reason: 'Her agreement with us ran out at the end of June.',
  })
  const { careNow } = (await clinic.ask(prescriber, '/api/here')).json()
  const { rows } = await clinic.owner.query('select id from course where person_id = $1', [daniel.seatId])
  await send(prescriber, `/api/courses/${rows[0].id}/reviews`, {
    id: randomUUID(),
    decision: 'complete',
    reason: 'Daniel moves to Oregon and goes on there.',
    nextReviewAt: null,
    endsAt: isoOf(careNow + 20 * day),
    farewell: 'Thank you for trusting us with the bridge, Daniel.',
  })
  const asked = { instrumentId: 'phq-9', language: 'es', withheld: {} }
  await send(rosa, `/api/people/${rosa.seatId}/asking/draft`, {
    ...asked,
    id: randomUUID(),
    answers: { answers: [0, 3, 0, 3, 0, 3, 0, 3, 0] },
  })
  await send(therapist, `/api/people/${rosa.seatId}/ratings/draft`, {
    ...asked,
    id: randomUUID(),
    answers: { answers: [3, 0, 3, 0, 3, 0, 3, 0, 0] },
    ratedAt: null,
    readFrom: null,
    replaces: null,
    handling: null,
  })
}

type Place = Pick<Rehearsed, 'clinic' | 'own' | 'practiceId'>

async function secondGuest({ clinic, own, practiceId }: Place): Promise<[endId: string, url: string]> {
  const { owner, elsewhere } = clinic
  const { courseId } = await addCourse(owner, practiceId, own.personId)
  const home = await addMember(owner, elsewhere, ['therapist'])
  await addGuest(owner, { practiceId, personId: own.personId, courseId }, home)
  const { rows } = await owner.query('select id from guest_grant where course_id = $1', [courseId])
  return [randomUUID(), `/api/people/${own.personId}/guests/${rows[0].id}`]
}

/** All that is written about anyone here, and what a therapist keeps for herself, which no one can read where it stands. */
export async function wordsIn({ clinic, own, practiceId }: Place): Promise<Held[]> {
  const note = { where: 'psychotherapy_note.sealed', field: 'note', audience: 'team', words: kept } as const
  return [...(await wordsHeld(clinic.owner)), { ...note, personId: own.personId, practiceId }]
}
