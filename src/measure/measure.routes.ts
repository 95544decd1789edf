import { can } from '../access/policy.ts'
import { ownFormAt } from '../form/form.queries.ts'
import type { Instrument } from '../instrument/instrument.ts'
import type { StoredResponse } from '../instrument/instrument.queries.ts'
import { instrumentAt } from '../instrument/library.content.ts'
import { markChoiceOf } from '../instrument/mark.content.ts'
import { withMark } from '../instrument/mark.ts'
import { score } from '../instrument/score.ts'
import { careTeamOf } from '../person/person.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import * as contract from './measure.contract.ts'
import type { Measured } from './measured.ts'
import { measuresOf } from './measures.queries.ts'
import { occasionOf } from './occasions.ts'
import { readOwnAnswers } from './own.contract.ts'
import { workedOutIn } from './ownMeasure.ts'
import { ownAnswersOf, ownCourseOf, type OwnTime } from './own.ts'
import { languageChanges } from './spoken.ts'

export function measureRoutes(shell: Shell): void {
  serve(shell, contract.readMeasures, async (tx, { personId }, { careNow, relation }) => {
    const asked = can(tx.actor.roles, 'occasion.read', relation)
    const { moments, measured, toForms, stand } = await measuresOf(tx, { personId, careNow, asked })
    const known = stand && { log: stand.facts.log, instruments: stand.instruments }
    return {
      careNow,
      moments,
      measures: measured.map((one) => ({
        ...one,
        usualMark: markChoiceOf(one.instrument.id)?.usual ?? null,
        responses: one.responses.map((response) => ({
          ...response,
          classification: classified(one.instrument, response),
        })),
      })),
      forms: await formsIn(tx, toForms),
      occasions: known ? stand.all.map((one) => occasionOf(known, one)) : null,
    }
  })
  serve(shell, readOwnAnswers, async (tx, { personId }, { careNow }) => {
    const { measured, toForms } = await measuresOf(tx, { personId, careNow, asked: true })
    const team = await careTeamOf(tx, personId)
    const matters = measured.filter(({ instrument }) => instrument.rater === 'self').map(ownMatter)
    return {
      matters: [...matters, ...(await ownFormMatters(tx, toForms))],
      team: team.map(({ name }) => name),
    }
  })
}

/** A form of the practice's own may ask something else in each version: each is read by its own. */
async function formsIn(tx: PracticeTx, responses: readonly StoredResponse[]) {
  const groups = Map.groupBy(
    responses,
    ({ instrumentId: id, instrumentVersion }) => `${id} ${instrumentVersion}`,
  )
  const forms = await Promise.all([...groups.values()].map((those) => formOf(tx, those)))
  return forms.flatMap((form) => form ?? [])
}

/** Answers to the practice's own forms, each form once, and each answer in the words of the version it was given to. */
async function ownFormMatters(tx: PracticeTx, responses: readonly StoredResponse[]) {
  const forms = [...Map.groupBy(responses, ({ instrumentId }) => instrumentId)]
  return Promise.all(
    forms.map(async ([instrumentId, those]) => {
      const answered = await Promise.all(
        those.map(async (response) => ({ response, instrument: await formAnswered(tx, response) })),
      )
      const newest = answered.at(-1)
      const title = newest?.instrument?.languages[newest.response.language]?.title
      return {
        instrumentId,
        title: title ?? newest?.instrument?.name ?? null,
        course: 'uncompared' as const,
        times: ownTimesOf(answered),
      }
    }),
  )
}

const formAnswered = (tx: PracticeTx, { instrumentId, instrumentVersion }: StoredResponse) =>
  ownFormAt(tx, instrumentId, instrumentVersion)

async function formOf(tx: PracticeTx, those: readonly StoredResponse[]) {
  const [first] = those
  const instrument = first && (await formAnswered(tx, first))
  if (!instrument) return undefined
  return {
    instrument,
    responses: those.map((response) => ({
      ...response,
      classification: classified(instrument, response),
      worked: workedOutIn(instrument, response.answers),
    })),
  }
}

/** What the answers say by the instrument's rules; nothing where they were scored under other rules than today's. */
function classified(
  instrument: Instrument,
  { instrumentVersion, answers, mark }: StoredResponse,
): Readonly<Record<string, string>> {
  if (instrumentVersion !== instrument.version || instrument.classification.length === 0) return {}
  const scored = score(instrument, withMark(answers, markChoiceOf(instrument.id), mark))
  return 'classification' in scored ? (scored.classification ?? {}) : {}
}

/** Oldest first: each in the words of the version it was given to, and where the language of answering changed. */
function ownTimesOf(answered: readonly { response: StoredResponse; instrument: Instrument | undefined }[]) {
  const turns = languageChanges(
    answered.map(({ response }) => response),
    'self',
  )
  return answered.map(({ response, instrument }): OwnTime => ({
    at: response.answeredAt,
    state: response.status === 'incomplete' ? 'partly' : 'answered',
    turnedTo: turns.find(({ id }) => id === response.id)?.to ?? null,
    answers: instrument ? ownAnswersOf(instrument, response) : null,
  }))
}

/** As it was asked then; nothing where that version is not kept, for today's words are not what was answered. */
const asAsked = (instrument: Instrument, { instrumentVersion }: StoredResponse): Instrument | undefined =>
  instrument.version === instrumentVersion ? instrument : instrumentAt(instrument.id, instrumentVersion)

function ownMatter(measured: Measured<StoredResponse>) {
  const { instrument, responses, unanswered } = measured
  const answered = ownTimesOf(
    responses.map((response) => ({ response, instrument: asAsked(instrument, response) })),
  )
  const open = unanswered.map(({ at, why }): OwnTime => ({ at, state: why, turnedTo: null, answers: null }))
  return {
    instrumentId: instrument.id,
    title: null,
    course: ownCourseOf(measured),
    times: [...answered, ...open].toSorted((one, other) => one.at - other.at),
  }
}
