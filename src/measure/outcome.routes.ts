import { ownFormFiles } from '../form/form.queries.ts'
import type { KeptForm } from '../form/kept.ts'
import { fromLibrary } from '../instrument/library.content.ts'
import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import { newestPublished } from '../protocol/protocol.queries.ts'
import { cohortsFor } from './cohort.content.ts'
import { changeRule } from './measure.content.ts'
import { readOutcomes } from './outcome.contract.ts'
import { followedHere, outcomeGroups } from './outcome.queries.ts'
import { tellsAt } from './outcome.ts'
import { outcomesOf } from './outcomes.ts'
import { resultIn, type ResultOf } from './ownResult.ts'

export function outcomeRoutes(shell: Shell): void {
  serve(shell, readOutcomes, (tx, { instrument }, asked) => outcomes(tx, instrument, asked))
}

async function outcomes(tx: PracticeTx, wanted: string | undefined, { careNow }: Asked) {
  const followed = ownLast(await followedHere(tx))
  if (wanted !== undefined && !followed.includes(wanted)) throw new Problem('not-found')
  const id = wanted ?? followed[0]
  const groups = id === undefined ? [] : await outcomeGroups(tx, id, careNow)
  const protocols = (await newestPublished(tx)).map(({ id: protocolId, title }) => ({
    id: protocolId,
    title,
  }))
  const names = await namesOf(tx, followed)
  return {
    instruments: followed.map((each) => ({ id: each, name: names.get(each) ?? each })),
    instrument: id === undefined ? null : about(id, names.get(id) ?? id),
    times: outcomesOf(groups, hasBands(id)).filter(({ time }) => tellsAt(time, recallOf(id))),
    protocols,
    cohorts: id === undefined ? [] : cohortsFor(id),
    countedAt: careNow,
  }
}

/** What is known elsewhere too is in front, and is what the page opens on. */
const ownLast = (ids: readonly string[]): readonly string[] => [
  ...ids.filter((id) => !resultIn(id)),
  ...ids.filter((id) => resultIn(id)),
]

const recallOf = (id: string | undefined): number | null =>
  (id === undefined ? undefined : fromLibrary(id))?.recallDays ?? null

const hasBands = (id: string | undefined): boolean =>
  id !== undefined && (fromLibrary(id)?.bands.length ?? 0) > 0

/** An instrument by its name; a number that a practice's own form works out by the form's, its version and its own. */
async function namesOf(tx: PracticeTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const forms = await ownFormFiles(
    tx,
    ids.flatMap((id) => resultIn(id)?.formId ?? []),
  )
  return new Map(
    ids.map((id) => {
      const result = resultIn(id)
      return [id, result ? resultCalled(result, forms) : (fromLibrary(id)?.name ?? id)]
    }),
  )
}

function resultCalled({ formId, version, resultId }: ResultOf, forms: readonly KeptForm[]): string {
  const form = forms.find((one) => one.formId === formId && String(one.version) === version)?.definition
  const words = form?.own?.results.find(({ id }) => id === resultId)?.words ?? resultId
  return `${form?.name ?? formId} (${version}): ${words}`
}

function about(id: string, name: string) {
  const instrument = fromLibrary(id)
  const { basis, threshold } = changeRule(id)
  const { betterIs, reliable, responsePercent, remission } = basis
  const { en, es } = instrument?.languages ?? {}
  return {
    id,
    name,
    // A file does not say which way is better.
    betterIs: resultIn(id) ? null : betterIs,
    reliable,
    reliableSource: reliable === null ? null : threshold.source,
    computed: threshold.kind === 'retest' || threshold.kind === 'alpha',
    responsePercent,
    remission,
    bands: { en: { ...en?.bands }, es: { ...es?.bands } },
  }
}
