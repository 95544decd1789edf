import { serve, type Shell } from '../platform/http/serve.ts'
import { finishTelling, tell } from './telling.commands.ts'
import { form } from './telling.content.ts'
import * as contract from './telling.contract.ts'
import { doneOf, tellingsOf } from './telling.queries.ts'
import { newestOf, withheld, withheldWords } from './telling.ts'

const otherwise = withheld.map((value) => ({ value, label: withheldWords(value), more: 'none' as const }))

export function tellingRoutes(shell: Shell): void {
  serve(shell, contract.readTelling, async (tx, { personId }) => ({
    edition: form.version,
    topics: [...form.topics],
    questions: form.questions.map(({ answers, ...question }) => ({
      ...question,
      answers: [...answers.map(({ value, label, more }) => ({ value, label, more })), ...otherwise],
    })),
    told: newestOf(await tellingsOf(tx, personId)),
    doneAt: (await doneOf(tx, personId)).doneAt,
  }))
  serve(shell, contract.tell, tell)
  serve(shell, contract.finishTelling, finishTelling)
}
