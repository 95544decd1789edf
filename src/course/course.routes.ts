import { can } from '../access/policy.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { moveSession, planSession, reviewCourse, startCourse } from './course.commands.ts'
import * as contract from './course.contract.ts'
import { coursesOf, sessionsOf } from './course.queries.ts'

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
  serve(shell, contract.startCourse, startCourse)
  serve(shell, contract.planSession, planSession)
  serve(shell, contract.moveSession, moveSession)
  serve(shell, contract.reviewCourse, reviewCourse)
}
