import { can } from '../access/policy.ts'
import { Problem } from '../kernel/problem.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { newestEditions } from '../protocol/protocol.queries.ts'
import { readBoard, readPeople } from './board.contract.ts'
import { boardOf, peopleOf } from './board.queries.ts'
import { readChart, readEditions } from './chart.contract.ts'
import { chartPlaces } from './chartPlaces.ts'
import { chartOf } from './chart.queries.ts'
import { cancelSession, moveSession, planSession, reviewCourse, startCourse } from './course.commands.ts'
import * as contract from './course.contract.ts'
import { coursesOf, sessionsOf } from './course.queries.ts'
import { readHome } from './home.contract.ts'
import { homeOf } from './home.queries.ts'
import { scales } from './scales.content.ts'
import { threadOf } from './thread.ts'
import { newestThread } from './thread.queries.ts'
import { reviewDueOf } from './reviewing.queries.ts'

const chartCan = (may: (action: string) => boolean) => ({
  start: may('course.start'),
  plan: may('course.plan'),
  review: may('course.review'),
  thread: may('thread.read'),
  brought: may('brought.read'),
  ready: may('ready.read'),
  ride: may('ride.name'),
  room: may('room.read'),
  team: may('care-team.change'),
  guests: may('guest.read'),
})

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
      courseId: found?.courseId ?? null,
      thread: found ? threadOf(found.facts, { framing, careNow, scales }) : null,
    }
  })
  serve(shell, readHome, (tx, { personId }, { careNow }) => homeOf(tx, personId, careNow))
  serve(shell, readChart, async (tx, { personId }, { careNow, relation }) => {
    const may = (action: string) => can(tx.actor.roles, action, relation)
    const chart = await chartOf(tx, { personId, careNow, thread: may('thread.read') })
    if (!chart) throw new Problem('not-found')
    return {
      ...chart,
      openGates: may('ready.read') ? chart.openGates : null,
      reviewDue:
        chart.course && may('course.review') ? await reviewDueOf(tx, chart.course.id, careNow) : null,
      places: chartPlaces.filter(({ action }) => may(action)).map(({ id }) => id),
      can: chartCan(may),
    }
  })
  serve(shell, readEditions, async (tx) => ({ editions: await newestEditions(tx) }))
  serve(shell, readBoard, (tx, _, { careNow }) => boardOf(tx, careNow))
  serve(shell, readPeople, async (tx) => ({
    people: await peopleOf(tx),
    can: { create: can(tx.actor.roles, 'person.create', 'practice') },
  }))
  serve(shell, contract.startCourse, startCourse)
  serve(shell, contract.planSession, planSession)
  serve(shell, contract.moveSession, moveSession)
  serve(shell, contract.cancelSession, cancelSession)
  serve(shell, contract.reviewCourse, reviewCourse)
}
