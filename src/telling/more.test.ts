import { expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { wrongPart } from './more.web.ts'

const now = instant('2026-11-30T12:00:00Z')

test.each([
  { typed: ['', '', ''], wrong: undefined },
  { typed: ['2026', '', ''], wrong: undefined },
  { typed: ['2019', '02', '28'], wrong: undefined },
  { typed: ['2031', '', ''], wrong: 'year' },
  { typed: ['hace 5 años', '', ''], wrong: 'year' },
  { typed: ['19', '', ''], wrong: 'year' },
  { typed: ['', '02', ''], wrong: 'year' },
  { typed: ['2026', '12', ''], wrong: 'month' },
  { typed: ['2019', '02', '30'], wrong: 'day' },
  { typed: ['2019', '02', 'x'], wrong: 'day' },
] as const)('$typed: the first part that cannot be is $wrong', ({ typed: [year, month, day], wrong }) => {
  expect(wrongPart({ year, month, day }, now)).toBe(wrong)
})
