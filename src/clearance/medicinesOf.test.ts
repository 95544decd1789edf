import { expect, test } from 'vitest'
import type { HistoryItem } from '../intake/referral.ts'
import { medicinesOf } from './medicinesOf.ts'

const medicine = (status: string, standing = 'confirmed', kind = 'medicine') => ({
  id: `${kind} ${status} ${standing}`,
  item: { kind, status } as unknown as HistoryItem,
  standing,
})

test('what was stopped is not passed over: it is listed apart from what is taken now', () => {
  const taken = ['active', 'on-hold', 'unknown', ''].map((status) => medicine(status))
  const over = ['stopped', 'completed', 'cancelled'].map((status) => medicine(status, 'to-confirm'))
  expect(medicinesOf([...over, ...taken])).toEqual({ now: taken, before: over })
})

test('what was refuted, and what is no medicine, is in neither', () => {
  const others = [
    medicine('active', 'refuted'),
    medicine('stopped', 'refuted'),
    medicine('active', 'confirmed', 'problem'),
  ]
  expect(medicinesOf(others)).toEqual({ now: [], before: [] })
})
