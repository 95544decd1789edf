import { expect, test } from 'vitest'
import { firstLoads } from '../bench/loads.ts'

test.each(firstLoads())('the first load of $what weighs no more than its bar', ({ kb, must }) => {
  expect(kb).toBeGreaterThan(1)
  expect(kb).toBeLessThanOrEqual(must)
})
