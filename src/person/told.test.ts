import { expect, test } from 'vitest'
import { isTold } from './told.ts'

const [member, client] = [{ personId: null }, { personId: 'them' }]

test.each([
  ['vitals.record', member, true],
  ['vitals.record', client, true],
  ['note.write', member, false],
  ['note.write', client, false],
  ['task.told', member, true],
  ['task.told', client, false],
] as const)('%s, to %o: %s', (action, reader, told) => expect(isTold({ action }, reader)).toBe(told))
