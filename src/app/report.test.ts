import pg from 'pg'
import { expect, test } from 'vitest'
import { JobFailed } from '../platform/jobs/jobs.ts'
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

test('a job that failed tells which, at which try and why, and nothing of what it carries', () => {
  const cause = Object.assign(new Error('535 canary@people.example refused'), { code: 'EAUTH' })
  const failed = new JobFailed({ task_identifier: 'mail', attempts: 3, max_attempts: 25 }, cause)
  expect(faultLine(failed)).toMatch(/^fault Error EAUTH at report\.test\.ts:\d+ in job mail, try 3 of 25$/)
})
