import { expect, test } from 'vitest'
import { lastAs } from './leaving.ts'

const member = (memberId: string, ...roles: string[]) => ({ memberId, roles })
const prescriber = member('p', 'prescriber')
const therapist = member('t', 'therapist')
const monitor = member('m', 'monitor')

test.each([
  [[prescriber, therapist, monitor], 'p', ['prescriber']],
  [[prescriber, therapist, monitor], 't', ['therapist']],
  [[prescriber, therapist, monitor], 'm', []],
  [[prescriber, member('q', 'prescriber')], 'p', []],
  [[member('b', 'prescriber', 'therapist'), therapist], 'b', ['prescriber']],
  [[member('b', 'prescriber', 'therapist'), monitor], 'b', ['prescriber', 'therapist']],
  [[therapist], 'nobody', []],
])('of %j, %s leaves the team without %j', (team, leaving, roles) =>
  expect(lastAs(team, leaving)).toEqual(roles),
)
