import { hour, isoOf } from '../../kernel/instant.ts'
import { put, type Arranged } from './journey.ts'

/** A dose of this person in another session of the same course, as it stands on record, and when they went home from it. */
export async function putEarlierDose(
  stage: Arranged,
  at: number,
  homeAt: number | null = at + 4 * hour,
): Promise<string> {
  const { courseId, clinic } = stage
  const session = await put(stage, 'journey_session', {
    course_id: courseId,
    number: 99,
    planned_at: isoOf(at),
    phase: 'closed',
  })
  await put(stage, 'dose', {
    course_id: courseId,
    session_id: session,
    product: 'racemic',
    form: 'lozenge',
    route: 'sublingual',
    label_mg: 100,
    label_salt: 'base',
    base_mg: 100,
    given_by: clinic.people.monitor.seatId,
    given_at: isoOf(at),
    recorded_by: clinic.people.monitor.seatId,
  })
  if (homeAt !== null) await putHome(stage, session, homeAt)
  return session
}

/** Discharged from that session, at a moment. */
export const putHome = (stage: Arranged, sessionId: string, at: number): Promise<string> =>
  put(stage, 'discharge', {
    course_id: stage.courseId,
    session_id: sessionId,
    criteria: '[]',
    discharged_by: stage.clinic.people.therapist.seatId,
    discharged_at: isoOf(at),
  })
