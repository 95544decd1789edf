import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answers, seesToTheAnswer, totals } from './arc/answering.ts'
import { beginsTheCourse, plansTheJourney, putsTheTeamTogether } from './arc/care-team.ts'
import { asksWhatIsNotKnown, clears, confirmsTheHistory } from './arc/clearing.ts'
import { sendsThemHome } from './arc/closing.ts'
import {
  asksInPerson,
  clearsWhatIsAtTheBedside,
  openReady,
  releasesAndGives,
  saysYesAlone,
  asksTheDay,
  tellsTheDay,
} from './arc/day.ts'
import { comeTogether } from './arc/entering.ts'
import {
  hearsANo,
  isThereToo,
  measures,
  measuresWithoutANetwork,
  notesWhatHappens,
} from './arc/in-the-room.ts'
import { ratesAgain, saysHowItWent, tellsWhatIsStillThere } from './arc/integrating.ts'
import { looking } from './arc/look.ts'
import { lookAtTheThread, reviewsTheCourse } from './arc/looking-back.ts'
import { letsTimePass, waitsForMorning } from './arc/moments.ts'
import { signsAnOrder } from './arc/ordering.ts'
import { bringsTheirOwn, readsAndSigns, rehearseTogether } from './arc/preparing.ts'
import { invites, joins, readsTheEnquiry, takesInTheReferral } from './arc/taking-in.ts'
import { checksInPrivate, findsAndWrites, readsWhatItIs } from './arc/visiting.ts'
import type { Found, Walk } from './arc/walk.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.rehearse()
}, 120_000)
afterAll(() => stage.close())

/** Nine answers and how hard it makes life, at the beginning and a week after the journey. */
const answered = {
  en: { first: '2322122102', later: '1111011001' },
  es: { first: '2322122112', later: '1111011101' },
} as const

describe.each([
  { language: 'en', by: 'with a pointer', near: 'Los Angeles' },
  { language: 'es', by: 'by keyboard alone', near: '90026' },
] as const)('one whole course by five people, in $language, $by', ({ language, near }) => {
  const found: Found = { personId: '', courseId: '', sessionId: '' }
  const { finds, look } = looking(language)
  let walk: Walk

  beforeAll(async () => {
    walk = await comeTogether(stage, language, look)
  }, 120_000)
  afterAll(async () => {
    for (const { player } of [walk.client, walk.coordinator, walk.prescriber, walk.therapist, walk.monitor])
      await player.context.close()
  })

  test('a visitor reads, asks themself in private, finds the practice and writes to it', async () => {
    await readsWhatItIs(walk)
    await checksInPrivate(walk)
    const { givenName: called, email: contact } = walk.who
    expect(await findsAndWrites(walk, near)).toEqual([{ called, contact, message: 'plain' }])
  })

  test('the coordinator reads the enquiry, takes in the referral and invites; the client joins', async () => {
    await waitsForMorning(walk)
    await readsTheEnquiry(walk)
    await takesInTheReferral(walk, found)
    await invites(walk)
    expect(await joins(walk, found)).toEqual([{ email: walk.who.email }])
  })

  test('a team comes together, the course begins, and the first journey is planned', async () => {
    await putsTheTeamTogether(walk)
    await beginsTheCourse(walk, found)
    expect(await plansTheJourney(walk, found)).toMatchObject([{ number: 1 }])
  })

  test('the client answers nine questions; an answer about death reaches a person with a name', async () => {
    await answers(walk, found, answered[language].first)
    expect(await totals(walk, found)).toEqual([{ total: language === 'en' ? 15 : 16 }])
    if (answered[language].first[8] !== '0') await seesToTheAnswer(walk, found)
  })

  test('the prescriber confirms the history, asks, clears in writing and signs an order', async () => {
    await confirmsTheHistory(walk)
    await asksWhatIsNotKnown(walk)
    await clears(walk, found)
    expect(await signsAnOrder(walk, found)).toEqual([{ mg: 115.3, doses: 6 }])
  })

  test('the client reads and signs, and brings an intention and a sentence that weighs', async () => {
    await readsAndSigns(walk, found)
    expect(await bringsTheirOwn(walk, found)).toEqual([{ rating: 90 }])
    expect(await rehearseTogether(walk, found)).toEqual([{ them: true }])
  })

  test('ready to journey: each gate by whoever clears it, the release, and the dose', async () => {
    for (let days = 0; days < 3; days += 1) await letsTimePass(walk, 'day')
    await openReady(walk)
    await clearsWhatIsAtTheBedside(walk, found)
    await asksTheDay(walk, found)
    await tellsTheDay(walk, found)
    await asksInPerson(walk)
    await saysYesAlone(walk)
    expect(await releasesAndGives(walk, found)).toEqual([{ deviation: false, mg: 115.3 }])
  })

  test('in the room: two screens, and a reading that waits for the network and is sent once', async () => {
    await isThereToo(walk)
    await notesWhatHappens(walk, found)
    expect(await hearsANo(walk, found)).toEqual([{ part: 'touch:hand' }])
    await measures(walk, found, ['138', '86', '84'])
    await measuresWithoutANetwork(walk, found)
    await measures(walk, found, ['128', '82', '76'])
    await measures(walk, found, ['124', '80', '72'])
    await walk.look(walk.monitor, 'room')
    await measures(walk, found, ['120', '78', '70'])
    expect(await sendsThemHome(walk, found)).toEqual([{ override_reason: null }])
  })

  test('what was seen becomes something for daily life', async () => {
    await tellsWhatIsStillThere(walk, found)
    expect(await saysHowItWent(walk, found)).toEqual([{ outcome: 'done' }])
  })

  test('a week later the same sentence and the same questions, one thread, and the review', async () => {
    await letsTimePass(walk, 'week')
    await answers(walk, found, answered[language].later)
    await ratesAgain(walk, found)
    await lookAtTheThread(walk)
    expect(await reviewsTheCourse(walk, found)).toEqual([{ decision: 'continue' }])
  })

  test('axe found nothing on any page along the way', () => {
    expect(finds()).toEqual([])
  })
})

test('what was written on the way, and in the demo, would be known again wherever it went', async () => {
  const { planted } = stage
  expect([...(await planted())].toSorted()).toEqual(
    'answer belief comfort contact draft explained history insight intention message note plan reason ride shared signal task'.split(
      ' ',
    ),
  )
})

test('nobody was shown what is not theirs, nothing left for elsewhere, no title or address said what this is', () =>
  expect(stage.demandDiscretion()).resolves.toBeUndefined())
