import { expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { orderSentence } from './sentence.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

/** Every figure here is invented, and advises nobody. */
const order = {
  product: 'racemic',
  form: 'lozenge',
  route: 'sublingual',
  labelMg: 115.3,
  labelSalt: 'hydrochloride',
  weightKg: 80.5,
  overMinutes: null,
  doses: 6,
  validUntil: instant('2026-12-31T20:00:00Z'),
} as const
const timeZone = 'America/Los_Angeles'

test('what is signed is said whole: drug, form, route, the label’s amount and salt, mg of base, weight, doses, end', () => {
  expect(orderSentence(en, { name: 'Ana Ruiz', order }, { language: 'en', timeZone })).toBe(
    'Order for Ana Ruiz: Ketamine (racemic), lozenge, under the tongue. One dose: 115.3 mg of hydrochloride, which is 100 mg of base. Weight 80.5 kg. At most 6 doses, until December 31, 2026.',
  )
  expect(orderSentence(es, { name: 'Ana Ruiz', order }, { language: 'es', timeZone })).toMatch(
    /^Orden para Ana Ruiz: Ketamina \(racémica\), pastilla, bajo la lengua\. Una dosis: 115.3 mg de clorhidrato, que son 100 mg de base\. Peso: 80.5 kg\. Como máximo 6 dosis, hasta /,
  )
})

test('a weight that nobody knows is said in the sentence that is signed', () =>
  expect(
    orderSentence(en, { name: 'Ana', order: { ...order, weightKg: null } }, { language: 'en', timeZone }),
  ).toContain('. No weight is known, so nothing was compared per kg. At most'))
