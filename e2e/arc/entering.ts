import { en as demoEn } from '../../src/access/words.demo.en.ts'
import { es as demoEs } from '../../src/access/words.demo.es.ts'
import { en as doorEn } from '../../src/access/words.door.en.ts'
import { es as doorEs } from '../../src/access/words.door.es.ts'
import { members, type MemberKey } from '../../src/app/seed/people.ts'
import type { Language } from '../../src/platform/i18n/language.ts'
import type { Stage } from '../stage.ts'
import { keyboard } from './keyboard.ts'
import { pointer } from './pointer.ts'
import { inTongue, stored, type Invented, type Part, type Walk, type Walker } from './walk.ts'

const demo = { en: demoEn, es: demoEs }
const door = { en: doorEn, es: doorEs }

/** Half a minute is what a one-time code takes to be a new one. */
export const aFreshCode = 31_000

/** Comes in by the door as one of those who work here: a password, and the code their authenticator shows. */
export async function signsIn(walk: Walk, walker: Walker, key: MemberKey): Promise<void> {
  const { hands } = walker
  const { page } = hands
  const { name, email } = members.find((one) => one.key === key)!
  const { signIn, second } = inTongue(walk, door)
  walk.stage.pass(aFreshCode)
  await page.goto('/demo')
  await hands.press(inTongue(walk, demo).beWhom(name))
  await page.waitForURL(/\/sign-in$/)
  await hands.press(signIn.go, page.locator('form'))
  await page.getByRole('heading', { level: 1, name: second.title }).waitFor()
  await hands.press(second.fill.use)
  await hands.press(second.go)
  await page.waitForURL(/\/app$/)
  await page.getByText(name).first().waitFor()
  const [seat] = await stored<{ id: string }>(
    walk,
    'select s.id from seat s join account a on a.id = s.account_id where a.email = $1',
    [email],
  )
  walker.player.seatId = seat?.id
}

/** A phone for the client, a tablet in the room, a desk for the others. */
const screens: Readonly<Record<Part, { width: number; height: number }>> = {
  client: { width: 390, height: 844 },
  coordinator: { width: 1280, height: 860 },
  prescriber: { width: 1280, height: 860 },
  therapist: { width: 1280, height: 860 },
  monitor: { width: 1180, height: 820 },
}

/** Five people, five browsers. Four work in the invented practice and sign in; the fifth is a visitor nobody knows. */
export async function comeTogether(stage: Stage, language: Language, look: Walk['look']): Promise<Walk> {
  const open = async (part: Part): Promise<Walker> => {
    const locale = language === 'es' ? 'es-US' : 'en-US'
    const player = await stage.enter({
      viewport: screens[part],
      locale,
      timezoneId: 'America/Los_Angeles',
    })
    player.context.setDefaultTimeout(40_000)
    return { player, hands: language === 'es' ? keyboard(player.page) : pointer(player.page) }
  }
  const walk: Walk = {
    stage,
    language,
    look,
    who: invented[language],
    client: await open('client'),
    coordinator: await open('coordinator'),
    prescriber: await open('prescriber'),
    therapist: await open('therapist'),
    monitor: await open('monitor'),
  }
  for (const key of ['coordinator', 'prescriber', 'therapist', 'monitor'] as const)
    await signsIn(walk, walk[key], key)
  return walk
}

const invented: Readonly<Record<Language, Invented>> = {
  en: {
    givenName: 'June',
    familyName: 'Alder (demo)',
    birthDate: '1988-07-04',
    email: 'june@people.example',
    number: 'ARC-1',
  },
  es: {
    givenName: 'Lucía',
    familyName: 'Prado (demo)',
    birthDate: '1990-03-12',
    email: 'lucia@people.example',
    number: 'ARC-2',
  },
}
