import { expect } from 'vitest'
import { en as staffEn } from '../../src/course/words.staff.en.ts'
import { es as staffEs } from '../../src/course/words.staff.es.ts'
import { en as orderEn } from '../../src/medication/words.en.ts'
import { es as orderEs } from '../../src/medication/words.es.ts'
import { provesWhoTheyAre } from './clearing.ts'
import { careDay } from './moments.ts'
import { inTongue, stored, type Found, type Walk } from './walk.ts'

const order = { en: orderEn, es: orderEs }
const staff = { en: staffEn, es: staffEs }

/** Every figure here is invented, and advises nobody. */
const written = { amount: '115.3', weight: '80', doses: '6' }

/** The label’s own number and salt are typed; the mg of base and the published range are said beside them, and no number is offered. */
export async function signsAnOrder(walk: Walk, found: Found): Promise<object[]> {
  const { hands } = walk.prescriber
  const { page } = hands
  const words = inTongue(walk, order)
  await hands.press(inTongue(walk, staff).places.order)
  await hands.press(words.write)
  const empty = await page.getByLabel(words.amount).inputValue()
  expect(empty).toBe('')
  await hands.pick(words.product, words.products.racemic)
  await hands.pick(words.form, words.forms.lozenge)
  await hands.write(words.amount, written.amount)
  await hands.pick(words.salt, words.salts.hydrochloride)
  await hands.write(new RegExp(`^${words.weight}`), written.weight)
  await hands.write(words.doses, written.doses)
  await hands.writeWhen(words.until, await careDay(walk, 45))
  await page.locator('.order-compared').getByText('100').first().waitFor()
  await walk.look(walk.prescriber, 'order')
  await hands.press(words.sign)
  await provesWhoTheyAre(walk, walk.prescriber)
  await page.getByText(words.inForce).first().waitFor()
  await walk.look(walk.prescriber, 'order-signed')
  return stored(walk, 'select label_mg::float as mg, doses from dose_order where course_id = $1', [
    found.courseId,
  ])
}
