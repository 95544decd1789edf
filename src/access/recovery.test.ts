import { expect, test } from 'vitest'
import { mayDecide } from './recovery.ts'

const member = { seatId: 'lost', accountId: 'theirs', kind: 'member' as const, askedBy: 'asker' }
const client = { ...member, kind: 'client' as const, askedBy: null }
const by = (seatId: string, role: string, accountId = seatId) => ({ seatId, accountId, roles: [role] })

test.each([
  { who: 'another administrator', recovery: member, decider: by('other', 'administrator'), may: true },
  { who: 'the person themselves', recovery: member, decider: by('lost', 'administrator'), may: false },
  { who: 'whoever asked', recovery: member, decider: by('asker', 'administrator'), may: false },
  {
    who: 'the person, in another seat of theirs',
    recovery: client,
    decider: by('elsewhere', 'administrator', 'theirs'),
    may: false,
  },
  { who: 'a coordinator, for a member', recovery: member, decider: by('other', 'coordinator'), may: false },
  { who: 'a coordinator, for a client', recovery: client, decider: by('other', 'coordinator'), may: true },
  { who: 'a therapist', recovery: client, decider: by('other', 'therapist'), may: false },
])('$who: $may', ({ recovery, decider, may }) => expect(mayDecide(recovery, decider)).toBe(may))
