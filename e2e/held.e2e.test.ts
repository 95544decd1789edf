import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { en as door } from '../src/access/words.door.en.ts'
import { en as access } from '../src/access/words.confirm.en.ts'
import { password as demoPassword } from '../src/app/seed/people.ts'
import { en as clearance } from '../src/clearance/words.en.ts'
import { en as hold } from '../src/clearance/words.hold.en.ts'
import { en as staff } from '../src/course/words.staff.en.ts'
import { en as refusals } from '../src/platform/i18n/problem.en.ts'
import { shared } from '../src/platform/testing/shared.ts'
import { putsTheTeamTogether } from './arc/care-team.ts'
import { provesWhoTheyAre } from './arc/clearing.ts'
import { aFreshCode, comeTogether } from './arc/entering.ts'
import { careDay, letsTimePass } from './arc/moments.ts'
import { invites, joins, takesInTheReferral } from './arc/taking-in.ts'
import { stored, type Found, type Walk } from './arc/walk.ts'
import { openStage, type Stage } from './stage.ts'

/** Our own small bundles, about people whom the demo does not know yet. */
const bundle = (name: 'stroke' | 'seizure', called: string) =>
  readFileSync(`src/intake/fixtures/${name}.json`, 'utf8')
    .replaceAll(/EX-\d+/g, `HELD-${called}`)
    .replaceAll(/Theo|Nadia/g, called)
const found = (): Found => ({ personId: '', courseId: '', sessionId: '' })

let stage: Stage
let walk: Walk
beforeAll(async () => {
  stage = await openStage()
  await stage.rehearse()
  walk = await comeTogether(stage, 'en', async () => {})
}, 120_000)
afterAll(() => stage.close())

const page = () => walk.prescriber.hands.page
const line = (title: string) => page().getByRole('listitem').filter({ hasText: title })
const group = (name: string) =>
  page()
    .locator('.tl-decision-group')
    .filter({ has: page().getByRole('heading', { name }) })

/** The coordinator takes the file in and puts the team together; the prescriber opens the decision. */
async function comesToTheDecision(arc: Found, text: string) {
  await takesInTheReferral(walk, arc, text)
  await putsTheTeamTogether(walk)
  await page().goto(`/app/people/${arc.personId}/decision`)
  await page().getByRole('heading', { level: 1, name: clearance.title }).waitFor()
}

async function says(question: string, answer: string) {
  const { hands } = walk.prescriber
  const field = page().locator('.tl-question').filter({ hasText: question })
  await hands.choose(answer, field)
  return field
}

async function decidesInWriting(rule: string, title: string) {
  const { hands } = walk.prescriber
  const { override } = clearance
  await hands.press(override.open, line(title))
  const dialog = page().getByRole('dialog')
  await hands.write(override.reason, 'Old, whole again, and the neurologist agrees.', dialog)
  await hands.write(
    override.riskAndBenefit,
    'A rise in pressure for an hour; two years without relief.',
    dialog,
  )
  await hands.write(override.mitigation, 'The neurologist’s letter, and pressure every ten minutes.', dialog)
  await hands.writeWhen(override.expires, await careDay(walk, 60), dialog)
  await hands.press(override.sign, dialog)
  await provesWhoTheyAre(walk, walk.prescriber)
  await group(clearance.groups.written).getByText(title).waitFor()
  return stored(walk, 'select rule, reason from finding_override where rule = $1', [rule])
}

describe('a stroke whose type is not coded', () => {
  const bleed = 'Bleeding in the brain'
  const ischaemic = 'Ischaemic stroke, TIA or narrowed leg arteries'
  const arc = found()

  test('is held: nothing can be cleared until a clinician has said which it was', async () => {
    await comesToTheDecision(arc, bundle('stroke', 'Tomas'))
    await group(clearance.groups.unknown).getByText(bleed).waitFor()
    expect(await page().getByRole('radio', { name: clearance.decisions.clear }).count()).toBe(0)
    await page().getByText(clearance.decide.waits).waitFor()
  })

  test('the client’s page shows a person to call, and never a verdict', async () => {
    await walk.coordinator.hands.page.goto(`/app/people/${arc.personId}/history`)
    await invites(walk)
    await joins(walk, arc)
    const { page: own } = walk.client.hands
    await own.getByRole('heading', { name: hold.title }).waitFor()
    await own.getByText(hold.noCall).waitFor()
    const { hands } = walk.prescriber
    await hands.pick(clearance.call.who, /Okafor/)
    await hands.writeWhen(clearance.call.by, await careDay(walk, 2))
    await hands.press(clearance.call.save)
    await own.getByText(/Maya Okafor \(demo\) will call you by/).waitFor()
    expect(await own.getByRole('link', { name: hold.callUs }).getAttribute('href')).toMatch(/^tel:/)
    const text = await own.locator('body').innerText()
    expect(text).not.toMatch(/stroke|bleed|risk|not eligible|excluded|denied|score|EL-/i)
  })

  test('an ischaemic one needs the prescriber’s written decision', async () => {
    await says('What kind of stroke', 'A blocked vessel (ischaemic)')
    await walk.prescriber.hands.press('Save 1 answer')
    await group(clearance.groups.writing).getByText(ischaemic).waitFor()
    expect(await line(bleed).filter({ visible: true }).count()).toBe(0)
    expect(await decidesInWriting('EL-C08', ischaemic)).toHaveLength(1)
  })

  test('a bleed stops, and no one is offered a way past it', async () => {
    await comesToTheDecision(found(), bundle('stroke', 'Tibor'))
    await says('What kind of stroke', 'A bleed (haemorrhagic)')
    await walk.prescriber.hands.press('Save 1 answer')
    await group(clearance.groups.stops).getByText(bleed).waitFor()
    const offered = line(bleed).first().getByRole('button', { name: clearance.override.open })
    expect(await offered.count()).toBe(0)
    expect(await page().getByRole('radio', { name: clearance.decisions.clear }).count()).toBe(0)
  })
})

test('seizures are held until the date of the last one is known, and then decided in writing', async () => {
  await comesToTheDecision(found(), bundle('seizure', 'Nora'))
  await group(clearance.groups.unknown).getByText('Seizures').waitFor()
  expect(await line('Seizures').first().getByRole('button').count()).toBe(0)
  const field = await says('When was the last seizure?', clearance.ask.onDate)
  await walk.prescriber.hands.write(clearance.date.year, '2022', field)
  await walk.prescriber.hands.press('Save 1 answer')
  await group(clearance.groups.writing).getByText('Seizures').waitFor()
  expect(await decidesInWriting('EL-N02', 'Seizures')).toHaveLength(1)
})

describe('what was written for a decision', () => {
  const ischaemic = 'Ischaemic stroke, TIA or narrowed leg arteries'
  const { override } = clearance
  const dialog = () => page().getByRole('dialog')
  const stands = () =>
    dialog()
      .getByRole('textbox')
      .evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value))
  const said = ['Old, and whole again.', 'A rise in pressure for an hour.', 'Pressure every ten minutes.']

  test('stays when its date is refused, the dialog is closed, and another page is opened', async () => {
    await comesToTheDecision(found(), bundle('stroke', 'Tekla'))
    await says('What kind of stroke', 'A blocked vessel (ischaemic)')
    const { hands } = walk.prescriber
    await hands.press('Save 1 answer')
    await group(clearance.groups.writing).getByText(ischaemic).waitFor()
    await hands.press(override.open, line(ischaemic))
    for (const [place, label] of (['reason', 'riskAndBenefit', 'mitigation'] as const).entries())
      await hands.write(override[label], said[place]!, dialog())
    await hands.writeWhen(override.expires, await careDay(walk, 400), dialog())
    await hands.press(override.sign, dialog())
    await dialog().getByText(override.dateMissing).waitFor()
    expect(await stands()).toEqual(expect.arrayContaining(said))
    await page().keyboard.press('Escape')
    const decision = page().url()
    await hands.press(staff.places.thread)
    await page().waitForURL((url) => url.href !== decision)
    await hands.press(staff.places.decision)
    await hands.press(override.open, line(ischaemic))
    expect(await stands()).toEqual(expect.arrayContaining(said))
  })

  test('stays when the day goes by while it is being signed, and is signed with another', async () => {
    const { hands } = walk.prescriber
    await hands.writeWhen(override.expires, await careDay(walk, 1), dialog())
    await hands.press(override.sign, dialog())
    await dialog().getByLabel(access.confirm.password).waitFor()
    await letsTimePass(walk, 'week')
    await provesAgain()
    await dialog().getByText(refusals['validity-not-possible'].title).waitFor()
    expect(await stands()).toEqual(expect.arrayContaining(said))
    await hands.writeWhen(override.expires, await careDay(walk, 30), dialog())
    await hands.press(override.sign, dialog())
    await provesAgain()
    await group(clearance.groups.written).getByText(said[2]!).waitFor()
    expect(await dialog().count()).toBe(0)
  })

  async function provesAgain() {
    const { hands } = walk.prescriber
    stage.pass(aFreshCode)
    await hands.write(access.confirm.password, demoPassword, dialog())
    await hands.press(door.second.fill.use, dialog())
    await hands.press(access.confirm.sign, dialog())
  }
})

test('a long referral that another system wrote comes in by the same screen', async (context) => {
  const arc = found()
  await takesInTheReferral(
    walk,
    arc,
    readFileSync(shared(context, 'data/referrals/no-known-risk.json'), 'utf8'),
  )
  const kept = await stored(walk, 'select id from history_item where person_id = $1', [arc.personId])
  expect(kept.length).toBeGreaterThan(20)
})

test('nobody was shown what is not theirs, nothing left for elsewhere, no title or address said what this is', () =>
  expect(stage.demandDiscretion()).resolves.toBeUndefined())
