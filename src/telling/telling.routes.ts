import { recordOwnTold } from '../intake/history.commands.ts'
import { noneTold, takenBackIn, type TakenBack } from '../intake/list-said.ts'
import { itemsOf, listSaidOf, toldByClientIn, type Received } from '../intake/intake.queries.ts'
import { fromClient } from '../intake/told-here.ts'
import { drugsKnown } from '../rule/rule.content.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { finishTelling, tell, tellList } from './telling.commands.ts'
import { form } from './telling.content.ts'
import * as contract from './telling.contract.ts'
import { doneOf, tellingsOf } from './telling.queries.ts'
import { newestOf, newestOfEach, withheld, withheldWords } from './telling.ts'

const names = drugsKnown
  .flatMap(({ ingredient, names: others, spanish }) => [ingredient, ...others, ...spanish])
  .toSorted((a, b) => a.localeCompare(b))

const ownMedicines = (items: readonly Received[], back: ReadonlyMap<string, TakenBack>) =>
  items.flatMap(({ id, item, receivedAt: toldAt }) => {
    const { kind, source, coded } = item
    if (source.type !== fromClient || (kind !== 'medicine' && kind !== 'allergy')) return []
    const dosage = kind === 'medicine' ? (item.dosages[0]?.text ?? '') : ''
    return [{ id, kind, words: coded.text, dosage, toldAt, back: back.get(id) ?? null }]
  })

const otherwise = withheld.map((value) => ({ value, label: withheldWords(value), more: 'none' as const }))

export function tellingRoutes(shell: Shell): void {
  serve(shell, contract.readTelling, async (tx, { personId }) => {
    const tellings = await tellingsOf(tx, personId)
    const told = newestOf(tellings)
    const items = await itemsOf(tx, personId)
    const said = await listSaidOf(tx, personId)
    return {
      edition: form.version,
      topics: [...form.topics],
      questions: form.questions.map(({ answers, ...question }) => ({
        ...question,
        answers: [...answers.map(({ value, label, more }) => ({ value, label, more })), ...otherwise],
      })),
      told,
      earlier: newestOfEach(tellings).filter((one) => !told.includes(one)),
      medicines: ownMedicines(items, takenBackIn(said)),
      none: noneTold(said, toldByClientIn(items)),
      names,
      doneAt: (await doneOf(tx, personId)).doneAt,
    }
  })
  serve(shell, contract.tell, tell)
  serve(shell, contract.finishTelling, finishTelling)
  serve(shell, contract.tellList, tellList)
  serve(shell, contract.tellMedicine, (tx, told, asked) => recordOwnTold(tx, { ...told, from: null }, asked))
}
