import { randomUUID } from 'node:crypto'
import { hour } from '../../kernel/instant.ts'
import {
  agree,
  answerQuestions,
  clear,
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
  await clear(
    stage,
    hannah,
    'Depression through two adequate trials. Nothing found against it. Seen and talked through.',
  )
  await order(stage, hannah)
  const { beliefId } = await prepare(hannah, {
    intention: 'To rest with the door closed.',
    belief: "I'm not safe",
    rating: 90,
    helps: 'The room and the date said aloud. Music lower. Feet on the floor.',
    word: 'Harbour',
    gesture: 'an open palm, held up',
  })
  await agree(stage, hannah)
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
  const heard = await tell(hannah, sessionId, 'The alarm is old. It was never about this house.')
  await share(hannah, heard)
  await follow(hannah, heard, {
    meaning: 'I brace before anyone speaks, because once I had to.',
    exercise: 'Five sounds, before sleep.',
  })
  await stage.setDay(-26)
  await answerQuestions(hannah, [2, 2, 2, 2, 1, 2, 1, 1, 0])
  await rateAgain(hannah, beliefId, 60)
  await practise(hannah, heard.exerciseId, 'done')
  await stage.setDay(-22)
  await notice(hannah, heard, 'Lamp off, four nights of seven.')
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
  const heard = await tell(hannah, sessionId, 'I can ask, and stay.')
  await share(hannah, heard)
  await follow(hannah, heard, {
    meaning: 'Being held up is not being held down.',
    exercise: 'One call a week.',
  })
  await tell(hannah, sessionId, 'Something by the water that is still mine alone.')
  await stage.setDay(-9)
  await answerQuestions(hannah, [1, 1, 1, 1, 1, 1, 1, 1, 0])
  await rateAgain(hannah, beliefId, 35)
  await practise(hannah, heard.exerciseId, 'done')
  await stage.setDay(-4)
  await notice(hannah, heard, 'Asked a neighbour for a lift.')
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

const practise = (care: InCare, exerciseId: string, outcome: string): Promise<unknown> =>
  care.own.ask(`${at(care)}/exercises/${exerciseId}/log`, { id: randomUUID(), outcome })

const notice = (care: InCare, { id, exerciseId }: Insight, words: string): Promise<unknown> =>
  care.own.ask(`${at(care)}/insights/${id}/changes`, { id: randomUUID(), words, exerciseId })
