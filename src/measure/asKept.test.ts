import { expect, test } from 'vitest'
import { asKept } from './asKept.ts'

test('whatever was said is there under its number or name, and what was not said is not', () =>
  expect(
    asKept({
      answers: [0, null, 2],
      item10: 1,
      gate: false,
      events: { 1: ['job', 'told'], 2: [] },
      mood: null,
      helps: ['rest', 'company'],
    }),
  ).toEqual([
    { id: '1', said: '0' },
    { id: '3', said: '2' },
    { id: 'item10', said: '1' },
    { id: 'gate', said: 'false' },
    { id: '1', said: 'job, told' },
    { id: '2', said: '' },
    { id: 'helps', said: 'rest, company' },
  ]))
