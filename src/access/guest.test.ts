import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../kernel/instant.ts'
import { endOf, guestState, permissionShown, stands, type GuestFacts, type Permission } from './guest.ts'

const now = 1_800_000_000_000
const clocks = { careNow: now, machineNow: now }
const facts: GuestFacts = {
  until: now + day,
  courseEndsAt: null,
  linkExpiresAt: now + day,
  joinedAt: null,
  ended: null,
}

describe('how it stands with a guest', () => {
  test.each<[string, Partial<GuestFacts>]>([
    ['invited', {}],
    ['link-old', { linkExpiresAt: now - 1 }],
    ['link-old', { linkExpiresAt: null }],
    ['here', { joinedAt: now - day }],
    ['here', { joinedAt: now - day, linkExpiresAt: now - 1 }],
    ['over', { joinedAt: now - day, until: now }],
    ['over', { joinedAt: now - day, until: null, courseEndsAt: now }],
    ['over', { joinedAt: now - day, courseEndsAt: now - 1 }],
    ['here', { joinedAt: now - day, until: null, courseEndsAt: now + 1 }],
    ['taken-back', { joinedAt: now - day, ended: { how: 'taken-back', at: now } }],
    ['left', { joinedAt: now - day, ended: { how: 'left', at: now } }],
  ])('%s', (state, changed) => expect(guestState({ ...facts, ...changed }, clocks)).toBe(state))

  test('an end is for good, whatever the clocks say', () =>
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (careNow, until) => {
        expect(stands({ ...facts, until, ended: { how: 'left', at: 0 } }, careNow)).toBe(false)
      }),
    ))
})

test('a permission ends with its days, or with the course', () => {
  expect(endOf('course', now)).toBeNull()
  expect(endOf('30', now)).toBe(now + 30 * day)
  expect(endOf('90', now)).toBe(now + 90 * day)
})

test('what is signed differs when whom, where or how long differs', () => {
  const permission: Permission = {
    personId: 'p',
    courseId: 'c',
    name: 'Nora',
    email: 'n@x',
    lasts: '30',
    language: 'en',
  }
  const shown = permissionShown(permission)
  for (const changed of [
    { personId: 'q' },
    { courseId: 'd' },
    { name: 'Nara' },
    { email: 'm@x' },
    { lasts: '90' as const },
  ])
    expect(permissionShown({ ...permission, ...changed })).not.toBe(shown)
  expect(permissionShown({ ...permission })).toBe(shown)
})
