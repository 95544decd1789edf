import { expect } from 'vitest'
import textEn from '../../content/consent/kap-consent.en.json' with { type: 'json' }
import textEs from '../../content/consent/kap-consent.es.json' with { type: 'json' }
import { members } from '../../src/app/seed/people.ts'
import { en as accessEn } from '../../src/access/words.confirm.en.ts'
import { es as accessEs } from '../../src/access/words.confirm.es.ts'
import { en as consentEn } from '../../src/consent/words.en.ts'
import { es as consentEs } from '../../src/consent/words.es.ts'
import { en as teachEn } from '../../src/consent/words.teach.en.ts'
import { es as teachEs } from '../../src/consent/words.teach.es.ts'
import { en as touchEn } from '../../src/consent/words.touch.en.ts'
import { es as touchEs } from '../../src/consent/words.touch.es.ts'
import { en as staffEn } from '../../src/course/words.staff.en.ts'
import { es as staffEs } from '../../src/course/words.staff.es.ts'
import { en as integrationEn } from '../../src/integration/words.en.ts'
import { es as integrationEs } from '../../src/integration/words.es.ts'
import { fill } from '../../src/platform/i18n/fill.ts'
import { en as shellEn } from '../../src/platform/ui/words.en.ts'
import { es as shellEs } from '../../src/platform/ui/words.es.ts'
import { en as beforeEn } from '../../src/preparation/words.en.ts'
import { es as beforeEs } from '../../src/preparation/words.es.ts'
import { takesUp } from './answering.ts'
import { opensTheRecord } from './care-team.ts'
import { nameOf } from './moments.ts'
import { password } from './taking-in.ts'
import { inTongue, stored, type Found, type Walk } from './walk.ts'

const consent = { en: consentEn, es: consentEs }
const access = { en: accessEn, es: accessEs }
const integration = { en: integrationEn, es: integrationEs }
const shell = { en: shellEn, es: shellEs }
const teach = { en: teachEn, es: teachEs }
const touch = { en: touchEn, es: touchEs }
const staff = { en: staffEn, es: staffEs }
const before = { en: beforeEn, es: beforeEs }

/** Longer than anyone needs who only turns the pages. */
const aReading = 60_000

/** Six pages, what is all right and what is not, the main points in own words, one signature, and proof that it is them. */
export async function readsAndSigns(walk: Walk, found: Found): Promise<void> {
  const { hands } = walk.client
  const { page } = hands
  const { start, read, sign } = inTongue(walk, consent)
  const { confirm } = inTongue(walk, access)
  await takesUp(walk, 'signing')
  await hands.press(start.read)
  for (let step = 1; step <= 6; step += 1) {
    await page.getByText(fill(inTongue(walk, shell).steps, { step, of: 8 })).waitFor()
    if (step === 4) {
      await hands.choose(ifIReach[walk.language])
      await walk.look(walk.client, 'agreement')
    }
    await hands.press(read.next)
  }
  await saysTheMainPoints(walk)
  walk.stage.pass(aReading)
  await hands.write(sign.name, nameOf(walk))
  await hands.press(sign.sign)
  const dialog = page.getByRole('dialog')
  await hands.write(confirm.password, password, dialog)
  await walk.look(walk.client, 'signature')
  await hands.press(confirm.sign, dialog)
  await page.getByRole('heading', { level: 1, name: sign.done }).waitFor()
  const signed = await stored(walk, 'select printed_name from consent_signature where person_id = $1', [
    found.personId,
  ])
  expect(signed).toEqual([{ printed_name: nameOf(walk) }])
}

/** In their own words, each kept by itself. */
async function saysTheMainPoints(walk: Walk): Promise<void> {
  const { hands } = walk.client
  const { own } = inTongue(walk, teach)
  const { teachBack } = { en: textEn, es: textEs }[walk.language]
  for (const { id, question } of teachBack) {
    await hands.write(question, said[walk.language][id as keyof typeof said.en])
    await hands.press(`${own.keep}: ${question}`)
    await hands.page.getByRole('button', { name: `${own.change}: ${question}` }).waitFor()
  }
  await walk.look(walk.client, 'own-words')
  await hands.press(own.toSign)
}

const said = {
  en: {
    what: 'A sleep medicine, tried for sadness, that no office has approved for that.',
    harm: 'Floating, a sick stomach, a racing heart, and now and then something worse.',
    safe: 'An empty stomach, every pill told, and my neighbor at the wheel.',
    stop: 'Harbor, or my palm twice. My hand only if I go looking for yours.',
    help: 'You two, unless someone is in danger. And the board if it was not right.',
  },
  es: {
    what: 'Una medicina de quirófano que aquí se prueba para la tristeza, sin aprobación.',
    harm: 'Flotar, náusea, el corazón deprisa, y alguna vez algo peor.',
    safe: 'Estómago vacío, decir cada pastilla, y mi vecina al volante.',
    stop: 'Malecón, o la palma dos veces. Mi mano solo si yo busco la de usted.',
    help: 'Ustedes dos, salvo peligro. Y la junta si algo no estuvo bien.',
  },
}

const ifIReach = { en: 'Only if I reach for it', es: 'Solo si yo lo busco' }

/** The stop word, the stop sign and the hand that is all right, tried out together, sober. */
export async function rehearseTogether(walk: Walk, found: Found): Promise<object[]> {
  const { hands } = walk.therapist
  const words = inTongue(walk, touch)
  await opensTheRecord(walk, walk.therapist)
  await hands.press(inTongue(walk, staff).places.before)
  await hands.press(words.rehearse)
  await hands.page.getByRole('button', { name: words.rehearseAgain }).waitFor()
  await walk.look(walk.therapist, 'rehearsed')
  return stored(
    walk,
    `select m.name = $2 as them from consent_rehearsal r join member m on m.id = r.rehearsed_with where r.person_id = $1`,
    [found.personId, members.find(({ key }) => key === 'therapist')!.name],
  )
}

export const brought = {
  en: {
    intention: 'To rest on the sofa with the front door closed.',
    belief: 'I am not safe in my own kitchen',
    helps: 'The room and the hour said aloud, and the music lower.',
    word: 'Harbor',
    gesture: 'an open palm, raised twice',
  },
  es: {
    intention: 'Descansar en el sofá con la puerta cerrada.',
    belief: 'No estoy a salvo ni en mi cocina',
    helps: 'Que me digan la hora y la sala, y la música más baja.',
    word: 'Malecón',
    gesture: 'la palma abierta, dos veces',
  },
}

/** In the client’s own words: what they hope for, one sentence that weighs on them, what calms them, how they say stop. */
export async function bringsTheirOwn(walk: Walk, found: Found): Promise<object[]> {
  const { hands } = walk.client
  const { page } = hands
  const words = inTongue(walk, before)
  const own = brought[walk.language]
  await takesUp(walk, 'intention')
  await hands.press(words.intention.write)
  await hands.write(words.intention.label, own.intention)
  await hands.press(inTongue(walk, integration).tell.keep)
  await page.locator('.tl-before-held').getByText(own.intention).waitFor()
  await hands.press(words.beliefs.add)
  await hands.write(words.beliefs.label, own.belief)
  await hands.place(90)
  await walk.look(walk.client, 'belief')
  await hands.press(words.beliefs.keep)
  await page.locator('.tl-before-beliefs').getByText(own.belief).waitFor()
  await hands.press(words.comfort.write)
  await hands.write(words.comfort.helps, own.helps)
  await hands.press(words.comfort.keep)
  await page.getByText(own.helps).and(page.locator(':not(textarea)')).waitFor()
  await hands.press(words.stop.agree)
  await hands.write(words.stop.word, own.word)
  await hands.write(words.stop.gesture, own.gesture)
  await hands.press(words.stop.keep)
  await page.getByText(own.gesture).waitFor()
  await walk.look(walk.client, 'before')
  return ratings(walk, found)
}

/** How true the sentence felt, each time it was asked. */
export const ratings = (walk: Walk, found: Found) =>
  stored<{ rating: number }>(
    walk,
    'select rating from belief_rating where person_id = $1 order by rated_at',
    [found.personId],
  )
