import { questionnaireOf } from '../../instrument/questionnaire.fhir.ts'
import { Misused, type CliCommand } from './command.ts'
import { instrumentNamed } from './score.ts'

export const instrumentsQuestionnaireCommand: CliCommand = {
  takes: ['ID'],
  options: { language: { type: 'string', value: 'en|es', words: 'In this language; English without it' } },
  about: `
Prints one instrument as a FHIR R4 Questionnaire that works out its own scores: the weights on the options, the scores as
calculated expressions, who owns it and under which licence. Where its owner gives no one the words, it has their places
and not the words. A response in an exported record names this Questionnaire and its version. throughline instruments lists
every ID.`,
  run(asked) {
    const [id = ''] = asked.given
    const language = asked.option('language') ?? 'en'
    if (language !== 'en' && language !== 'es') throw new Misused('--language takes en or es.')
    return Promise.resolve({ exit: 0, json: questionnaireOf(instrumentNamed(id), language) })
  },
}
