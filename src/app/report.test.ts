import pg from 'pg'
import { expect, test } from 'vitest'
import { faultLine } from './report.ts'

test('a fault tells its name, its code and our place in the code, and nothing that anyone wrote', () => {
  const error = Object.assign(
    new pg.DatabaseError('Key (email)=(canary@people.example) exists', 1, 'error'),
    {
      code: '23505',
      detail: 'canary',
    },
  )
  expect(faultLine(error, 'req-7')).toMatch(/^fault error 23505 request req-7 at report\.test\.ts:\d+$/)
  expect(faultLine(new RangeError('canary'))).toMatch(/^fault RangeError at report\.test\.ts:\d+$/)
  expect(faultLine('canary')).toBe('fault string')
})
