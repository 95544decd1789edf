import { Problem } from '../kernel/problem.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { bringForm, takeFormBack } from './form.commands.ts'
import * as contract from './form.contract.ts'
import { ownFormFiles, ownFormRows, type OwnFormRow } from './form.queries.ts'

export function formRoutes(shell: Shell): void {
  serve(shell, contract.readForms, async (tx) => ({ forms: formsOf(await ownFormRows(tx)) }))
  serve(shell, contract.bringForm, bringForm)
  serve(shell, contract.takeFormBack, takeFormBack)
  serve(shell, contract.readFormFile, async (tx, { formId }) => {
    const newest = (await ownFormFiles(tx, [formId])).at(-1)
    if (!newest) throw new Problem('not-found')
    return { version: newest.version, original: newest.original }
  })
}

/** The newest version of each, and whether it was taken back since. */
function formsOf(rows: readonly OwnFormRow[]) {
  return [...Map.groupBy(rows, ({ formId }) => formId).values()].flatMap((those) => {
    const newest = those.findLast(({ definition }) => definition !== null)
    const last = those.at(-1)
    if (!newest?.definition || !last) return []
    const { by, at, licence: reason } = last
    return [{ ...toldOf(newest, newest.definition), takenBack: last === newest ? null : { by, at, reason } }]
  })
}

function toldOf(
  { formId, version, danger, licence, by, at }: OwnFormRow,
  definition: NonNullable<OwnFormRow['definition']>,
) {
  const { name, items, languages, own } = definition
  const wording = languages.en ?? languages.es
  return {
    formId,
    name,
    version: version ?? 0,
    languages: (['en', 'es'] as const).filter((language) => languages[language] !== undefined),
    questions: items.length,
    results: own?.results.map(({ words }) => words) ?? [],
    notScored: own?.notScored.map(({ words, id }) => words || id) ?? [],
    trauma: own?.trauma ?? false,
    danger: danger.map(({ item }) => wording?.items[item] ?? item),
    licence,
    by,
    at,
  }
}
