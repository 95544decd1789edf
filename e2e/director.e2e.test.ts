import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { en as accessEn } from '../src/access/words.confirm.en.ts'
import { es as accessEs } from '../src/access/words.confirm.es.ts'
import { addMember, addPractice } from '../src/app/testing/arrange.ts'
import { en } from '../src/director/words.en.ts'
import { es } from '../src/director/words.es.ts'
import { fill } from '../src/platform/i18n/fill.ts'
import { addressOf } from '../src/protocol/address.ts'
import { en as protocolEn } from '../src/protocol/words.own.en.ts'
import { es as protocolEs } from '../src/protocol/words.own.es.ts'
import { en as libraryEn } from '../src/rule/words.library.en.ts'
import { es as libraryEs } from '../src/rule/words.library.es.ts'
import { en as ruleEn } from '../src/rule/words.own.en.ts'
import { es as ruleEs } from '../src/rule/words.own.es.ts'
import { fittingIn } from './clean.ts'
import { doctorIn, signHere } from './doctor.ts'
import { openStage, type Stage } from './stage.ts'
import { phone, signedIn, type Dress } from './signedIn.ts'

let stage: Stage
const shots = process.env['DIRECTOR_SHOTS']

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const clean = fittingIn(shots)

describe.each<Dress>([
  { ...phone, language: 'en', theme: 'light', width: 1280 },
  { ...phone, language: 'es', theme: 'low', width: 390 },
])('in $language, $theme, $width wide', (dress) => {
  const { language } = dress
  const said = { en, es }[language]
  const rule = { en: ruleEn, es: ruleEs }[language]
  const library = { en: libraryEn, es: libraryEs }[language]
  const protocol = { en: protocolEn, es: protocolEs }[language]
  const access = { en: accessEn, es: accessEs }[language]

  test('an administrator names one, who then is the one to sign; until then the pages say that nobody is', async () => {
    const practiceId = await addPractice(stage.owner, 'Harbor (invented)')
    const head = await doctorIn(stage, practiceId, 'Dr Lin')
    const [one, two] = [
      await doctorIn(stage, practiceId, 'Dr One'),
      await doctorIn(stage, practiceId, 'Dr Two'),
    ]
    const desk = await signedIn(stage, await addMember(stage.owner, practiceId, ['administrator']), dress)
    for (const [path, of] of [
      ['/app/rules', 'rules'],
      ['/app/protocols', 'protocols'],
    ] as const) {
      await desk.goto(path)
      await desk.getByText(said.nobodyYet[of]).waitFor()
    }
    await clean(desk, `1-nobody-${language}`)
    await desk.goto('/app/practice')
    const chosen = desk.getByLabel(said.label, { exact: true })
    await chosen.waitFor()
    expect(await chosen.inputValue()).toBe('')
    await chosen.selectOption({ label: head.name })
    const part = desk.getByRole('region', { name: said.title })
    await part.getByRole('button', { name: said.save }).press('Enter')
    await part.locator('.tl-saved .tl-mark, .tl-saved svg').first().waitFor()
    await clean(desk, `2-named-${language}`)
    await desk.reload()
    await chosen.waitFor()
    expect(await chosen.inputValue()).toBe(head.member.seatId)
    await desk.context().close()

    const page = await signedIn(stage, one.member, dress)
    await page.goto(addressOf({ id: 'im', version: '2' }))
    await page.getByText(fill(protocol.onlyDirector, { name: head.name })).waitFor()
    await clean(page, `3-not-theirs-${language}`)
    await page.goto('/app/protocols')
    await page.getByText(head.name).waitFor()
    expect(await page.getByRole('link', { name: protocol.copy }).count()).toBe(0)
    await page.goto('/app/rules')
    await page.getByText(head.name).waitFor()
    await page.getByLabel(library.search).fill('EV-UA')
    await page.locator('details.tl-more summary').press('Enter')
    await page.getByRole('button', { name: rule.raise }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(rule.reason).fill('We have seen three bladders.')
    await dialog.getByRole('button', { name: rule.sign }).press('Enter')
    await signHere(stage, page, { ...access, code: one.code })
    await page.getByText(fill(rule.needsDirector, { name: head.name })).waitFor()
    await clean(page, `4-waits-${language}`)
    await page.context().close()

    const other = await signedIn(stage, two.member, dress)
    await other.goto('/app/rules')
    await other.getByText(fill(rule.needsDirector, { name: head.name })).waitFor()
    expect(await other.getByRole('button', { name: rule.second }).count()).toBe(0)
    await other.context().close()

    const theirs = await signedIn(stage, head.member, dress)
    await theirs.goto('/app/rules')
    await theirs.getByRole('button', { name: rule.second }).press('Enter')
    await signHere(stage, theirs, { ...access, code: head.code })
    await theirs.getByRole('heading', { name: rule.waiting }).waitFor({ state: 'detached' })
    await theirs.context().close()
  })
})

test('nothing left the house, and no title or address said what this is about', async () => {
  await expect(stage.demandDiscretion()).resolves.toBeUndefined()
})
