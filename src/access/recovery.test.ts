import { expect, test } from 'vitest'
import { mayDecide } from './recovery.ts'

const member = { seatId: 'lost', accountId: 'theirs', kind: 'member' as const, askedBy: 'asker' }
const client = { ...member, kind: 'client' as const, askedBy: null }
const by = (seatId: string, role: string, accountId = seatId) => ({ seatId, accountId, roles: [role] })

test.each([
  ['another administrator', member, by('other', 'administrator'), true],
  ['the person themselves', member, by('lost', 'administrator'), false],
  ['whoever asked', member, by('asker', 'administrator'), false],
  ['the person, in another seat of theirs', client, by('elsewhere', 'administrator', 'theirs'), false],
  ['a coordinator, for a member', member, by('other', 'coordinator'), false],
  ['a coordinator, for a client who asked', client, by('other', 'coordinator'), true],
  ['a therapist', client, by('other', 'therapist'), false],
])('%s', (_, recovery, decider, may) => expect(mayDecide(recovery, decider)).toBe(may))
