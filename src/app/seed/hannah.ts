import { randomUUID } from 'node:crypto'
import { hour, isoOf } from '../../kernel/instant.ts'
import {
  agree,
  answerQuestions,
  clear,
  lookAt,
  order,
  planSession,
  prepare,
  rateAgain,
  takeIn,
  type InCare,
} from './care.ts'
import { journey } from './journey.ts'
import { clients } from './people.ts'
import type { Stage } from './stage.ts'

/** Six weeks, two journeys, and what came of them: an invented course, told as someone might live it. */
export async function hannahIntegrates(stage: Stage): Promise<void> {
  await stage.setDay(-45)
  const hannah = await takeIn(stage, clients.hannah)
  await answerQuestions(hannah, [3, 3, 2, 2, 2, 2, 2, 2, 1])
  await lookAt(
    stage,
    hannah,
    'Called Hannah the same morning. The thoughts pass, with no plan and no wish to act. We made her safety plan.',
  )
  await planForSafety(stage, hannah)
  await clear(stage, hannah, {
    reason:
      'Two adequate trials left her depression where it was. I found nothing against it and saw her twice.',
    medicines: 'Hannah brought one bottle, and the pharmacy confirmed the dose.',
  })
  await order(stage, hannah)
  const { beliefId } = await prepare(hannah, {
    intention: 'To sleep a whole night with the bedroom door closed.',
    belief: "I'm not safe behind a closed door",
    rating: 90,
    helps: 'The room and the date said aloud. Both feet on the floor.',
    hinders: 'Being told to relax, or a door that shuts by itself.',
    word: 'Harbour',
    gesture: 'an open palm, held up',
  })
  await agree(stage, hannah, {
    what: 'An old anesthetic, used for my fear although the FDA has not looked at that.',
    harm: 'I may float off or feel sick, and my pressure goes up. My mood could also get darker.',
    safe: 'No breakfast, no cannabis that week, and my sister drives me home.',
    stop: 'I say my word or lift my hand. You only hold my hand if I reach for yours.',
    help: 'My team, and by law a few others. I can call 988, or the board, if something felt wrong.',
  })
  await firstJourney(stage, hannah, beliefId)
  await secondJourney(stage, hannah, beliefId)
}

async function firstJourney(stage: Stage, hannah: InCare, beliefId: string): Promise<void> {
  const sessionId = await planSession(stage, hannah, (await stage.careNow()) + 12 * 24 * hour)
  await journey(stage, hannah, {
    sessionId,
    day: -33,
    told: {
      pressures: [
        [20, 138, 84],
        [40, 144, 86],
        [60, 136, 82],
        [90, 126, 78],
        [120, 120, 76],
      ],
      taps: [
        [12, 'nausea'],
        [21, 'felt-safe'],
        [29, 'tears'],
        [44, 'connected'],
      ],
      distress: [
        [15, 4],
        [34, 3],
        [70, 1],
      ],
    },
  })
  await stage.setDay(-31)
  const heard = await tell(
    hannah,
    sessionId,
    'The alarm belongs to the house on Fenwick Lane. It was never about this one.',
  )
  await share(hannah, heard)
  await follow(hannah, heard, {
    meaning: 'I brace before anyone speaks, because once I had to.',
    exercise: 'Name five sounds of this street before sleep.',
  })
  await stage.setDay(-26)
  await answerQuestions(hannah, [2, 2, 2, 2, 1, 2, 1, 1, 0])
  await rateAgain(hannah, beliefId, 60)
  await practise(hannah, heard.exerciseId, 'The kettle, the tram, and three more.')
  await stage.setDay(-22)
  await notice(hannah, heard, 'The lamp was off on four nights of seven.')
}

async function secondJourney(stage: Stage, hannah: InCare, beliefId: string): Promise<void> {
  const sessionId = await planSession(stage, hannah, (await stage.careNow()) + 6 * 24 * hour)
  await journey(stage, hannah, {
    sessionId,
    day: -16,
    told: {
      pressures: [
        [20, 132, 82],
        [40, 140, 84],
        [60, 134, 80],
        [90, 124, 78],
        [120, 118, 76],
      ],
      taps: [
        [18, 'at-rest'],
        [25, 'reached-for-hand'],
        [48, 'laughed'],
      ],
      distress: [
        [20, 2],
        [60, 1],
      ],
    },
  })
  await stage.setDay(-14)
  const heard = await tell(hannah, sessionId, 'I can ask for help and still stay in the room.')
  await share(hannah, heard)
  await follow(hannah, heard, {
    meaning: 'Being held up is not being held down.',
    exercise: 'One call a week, on Sunday, to my sister Ilse.',
  })
  await tell(hannah, sessionId, 'Something by the water that is still mine alone.')
  await stage.setDay(-9)
  await answerQuestions(hannah, [1, 1, 1, 1, 1, 1, 1, 1, 0])
  await rateAgain(hannah, beliefId, 35)
  await practise(hannah, heard.exerciseId, 'Ilse picked up at the first ring.')
  await stage.setDay(-4)
  await notice(hannah, heard, 'I asked Mr. Oduya next door for a lift.')
  await lookBack(stage, hannah)
}

/** Made with her therapist, after an answer that was not clear. */
const planForSafety = ({ hands }: Stage, { personId }: InCare): Promise<unknown> =>
  hands.therapist.ask(`/api/people/${personId}/plans`, {
    id: randomUUID(),
    warningSigns: 'I stop answering the phone and leave the dishes for three days.',
    onMyOwn: 'Walk to the reservoir. Cold water on the wrists. The green notebook.',
    peopleAndPlaces: 'The library reading room, or the bench at the tram stop.',
    peopleToAsk: 'Ilse, my sister, who keeps her phone by the bed.',
    professionals: 'Maya, while the practice is open. Then the 988 line, which never closes.',
    surroundings: 'Ilse keeps the old prescriptions at her place.',
  })

/** What the therapist keeps for herself of a talk; nobody else ever reads it. */
export const kept = 'She laughed once, about the tram. I noticed that I wanted to hurry her, and did not.'

/** After the second journey: the prescriber's review, and a note that stays its author's. */
async function lookBack(stage: Stage, hannah: InCare): Promise<void> {
  const { therapist, prescriber } = stage.hands
  await prescriber.ask(`${at(hannah)}/reviews`, {
    id: randomUUID(),
    decision: 'continue',
    reason:
      'Lighter by more than chance, with no rise in blood pressure on either day. Hannah wishes to go on.',
    nextReviewAt: isoOf((await stage.careNow()) + 30 * 24 * hour),
    endsAt: null,
    farewell: null,
  })
  const note = { id: randomUUID(), words: kept, sessionId: null, corrects: null, at: await stage.careNow() }
  await therapist.ask(`${at(hannah)}/notes`, note)
}

interface Insight {
  readonly id: string
  readonly exerciseId: string
}

const at = ({ courseId }: InCare) => `/api/courses/${courseId}`

async function tell(care: InCare, sessionId: string, words: string): Promise<Insight> {
  const id = randomUUID()
  await care.own.ask(`${at(care)}/insights`, { id, words, sessionId })
  return { id, exerciseId: randomUUID() }
}

const share = (care: InCare, { id }: Insight): Promise<unknown> =>
  care.own.ask(`${at(care)}/insights/${id}/sharing`, { id: randomUUID(), audience: 'team' })

async function follow(
  care: InCare,
  { id, exerciseId }: Insight,
  said: { meaning: string; exercise: string },
): Promise<void> {
  await care.own.ask(`${at(care)}/insights/${id}/meaning`, { id: randomUUID(), words: said.meaning })
  await care.own.ask(`${at(care)}/insights/${id}/exercises`, { id: exerciseId, words: said.exercise })
}

const practise = (care: InCare, exerciseId: string, words: string): Promise<unknown> =>
  care.own.ask(`${at(care)}/exercises/${exerciseId}/log`, { id: randomUUID(), outcome: 'done', words })

const notice = (care: InCare, { id, exerciseId }: Insight, words: string): Promise<unknown> =>
  care.own.ask(`${at(care)}/insights/${id}/changes`, { id: randomUUID(), words, exerciseId })
