import { isQuestionnaireResponse, readResponse } from '../../instrument/answers.fhir.ts'
import type { Reason } from '../../instrument/given.ts'
import type { Answers, Instrument } from '../../instrument/instrument.ts'
import { fromLibrary } from '../../instrument/library.content.ts'
import { score, unscorable, type Scored, type Unscorable } from '../../instrument/score.ts'
import { CannotRun } from '../../platform/cannot-run.ts'
import type { Answer, Asked, CliCommand } from './command.ts'
import { givenText, parseOnce } from './given.ts'

export const scoreCommand: CliCommand = {
  takes: ['ID', '[FILE]'],
  options: {},
  about: `
Scores answers to one instrument: an object such as {"answers": [0, 1, null]}, or a FHIR R4 QuestionnaireResponse, in FILE
or (without one, or with -) on standard input. A total that could not be formed is null. Answers that cannot be scored are
printed as invalid, with the reasons, and it exits with 2. throughline instruments lists every ID.`,
  async run(asked) {
    const [id = '', file = ''] = asked.given
    const scored = scoreText(instrumentNamed(id), await givenText(file))
    return scored.status === 'invalid' ? refused(scored, asked) : { exit: 0, json: scored }
  },
}

export function instrumentNamed(id: string): Instrument {
  const instrument = fromLibrary(id)
  if (!instrument)
    throw new CannotRun('unknown-instrument', `There is no instrument ${id}. Try throughline instruments.`)
  return instrument
}

/** The answers in these words, scored. */
export function scoreText(instrument: Instrument, words: string): Scored | Unscorable {
  const parsed = parseOnce(words)
  if ('fault' in parsed) return unscorable([{ reason: parsed.fault }])
  if (!isQuestionnaireResponse(parsed.value)) return score(instrument, parsed.value as Answers)
  const read = readResponse(instrument, parsed.value)
  return 'reasons' in read ? unscorable(read.reasons) : score(instrument, read.answers)
}

const refused = (found: Unscorable, { tell }: Asked): Answer => {
  const detail = found.reasons.map(saying).join('; ')
  tell(`These answers cannot be scored. ${detail}`)
  return { exit: 2, json: { ...found, problem: { kind: 'invalid-answers', detail } } }
}

const saying = ({ reason, item }: Reason): string => (item === undefined ? reason : `${item}: ${reason}`)
