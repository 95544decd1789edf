import { can } from '../access/policy.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { moveSession, planSession, reviewCourse, startCourse } from './course.commands.ts'
import * as contract from './course.contract.ts'
import { coursesOf, sessionsOf } from './course.queries.ts'
import { readHome } from './home.contract.ts'
import { homeOf } from './home.queries.ts'
import { scales } from './scales.content.ts'
import { threadOf } from './thread.ts'
import { newestThread } from './thread.queries.ts'

export function courseRoutes(shell: Shell): void {
  serve(shell, contract.readCourses, async (tx, { personId }, { relation }) => {
    const courses = await coursesOf(tx, personId)
    const may = (action: string) => can(tx.actor.roles, action, relation)
    return {
      courses: await Promise.all(
        courses.map(async (course) => ({ ...course, sessions: await sessionsOf(tx, course.id) })),
      ),
      can: { start: may('course.start'), plan: may('course.plan'), review: may('course.review') },
    }
  })
  serve(shell, contract.readThread, async (tx, { personId }, { careNow, relation }) => {
    const found = await newestThread(tx, personId)
    const framing = relation === 'self' ? 'client' : 'staff'
    return {
      courseId: found?.course.id ?? null,
      thread: found ? threadOf(found.facts, { framing, careNow, scales }) : null,
    }
  })
  serve(shell, readHome, (tx, { personId }, { careNow }) => homeOf(tx, personId, careNow))
  serve(shell, contract.startCourse, startCourse)
  serve(shell, contract.planSession, planSession)
  serve(shell, contract.moveSession, moveSession)
  serve(shell, contract.reviewCourse, reviewCourse)
}
