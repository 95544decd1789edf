import { isDeepStrictEqual } from 'node:util'
import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import { Problem } from '../kernel/problem.ts'
import { followEveryone } from '../measure/schedule.commands.ts'
import { digest } from '../platform/crypto/digest.ts'
import { fitsDanger, readForm, type DangerAnswers, type Report } from './form.ts'
import { lastVersionOf, newestOwnForm } from './form.queries.ts'
import { addOwnForm, holdForm } from './form.store.ts'
import type { Language } from './questionnaire.ts'

export interface Bringing {
  readonly id: string
  /** The file, word for word. */
  readonly original: string
  /** Needed where the file does not say. */
  readonly language: Language | null
  readonly licence: string
  /** Which answers must reach a person. An empty list says: none, and that was asked. */
  readonly danger: readonly DangerAnswers[]
  /** It asks what happened to someone, such as abuse or violence: asked in person, and never answered alone. */
  readonly trauma: boolean
}

export interface Brought {
  readonly formId: string
  readonly version: number
  readonly outcome: 'created' | 'changed' | 'known'
}

/** A form by the address it has, and else by its title, in each language: the same one again is its next version. */
export const formIdOf = ({ url, title }: Pick<Report, 'url' | 'title'>, language: Language): string =>
  `own-${digest(JSON.stringify([url ?? title.toLowerCase(), language]))
    .toString('hex')
    .slice(0, 12)}`

/** Brings a form in, once: the same file with the same answers named makes no second version. */
export const bringForm = command(async (tx, brought: Bringing, { careNow }): Promise<Brought> => {
  const { seatId } = tx.actor
  if (!seatId) throw new Problem('not-allowed')
  const { language, report, form } = taken(brought)
  const formId = formIdOf(report, language)
  await holdForm(tx, formId)
  const newest = await newestOwnForm(tx, formId)
  const last = await lastVersionOf(tx, formId)
  const { original, danger, licence, trauma } = brought
  const isKnown =
    newest?.original === original &&
    isDeepStrictEqual([newest.danger, newest.definition?.own?.trauma ?? false], [danger, trauma])
  if (isKnown) return { formId, version: last, outcome: 'known' }
  const version = last + 1
  const definition = form({ id: formId, version: String(version), language, licence, danger, trauma })
  await addOwnForm(tx, {
    id: brought.id,
    formId,
    kept: { version, language, original, definition },
    danger,
    licence,
    addedBy: seatId,
    addedAt: careNow,
  })
  await followEveryone(tx)
  return { formId, version, outcome: last === 0 ? 'created' : 'changed' }
})

function taken({ original, language: said, danger }: Bringing) {
  const imported = readForm(original)
  if ('refused' in imported) {
    const { at, fault } = imported.refused
    throw new Problem('malformed', [{ path: at || 'file', fault }])
  }
  const { report, form } = imported
  const language = report.language ?? said
  if (!language) throw new Problem('malformed', [{ path: 'language', fault: 'missing' }])
  if (!fitsDanger(report, danger))
    throw new Problem('malformed', [{ path: 'danger', fault: 'not-an-option' }])
  return { language, report, form }
}

/** Not asked from now on. What was answered stays, and stays scored. */
export const takeFormBack = command(
  async (tx, { id, formId, reason }: { id: string; formId: string; reason: string }, { careNow }) => {
    const { seatId } = tx.actor
    if (!seatId) throw new Problem('not-allowed')
    await holdForm(tx, formId)
    const newest = await newestOwnForm(tx, formId)
    if (!newest?.original) throw new Problem('not-found')
    const back = { id, formId, kept: null, danger: [], licence: reason, addedBy: seatId, addedAt: careNow }
    await addOwnForm(tx, back)
    await followEveryone(tx)
    return { id }
  },
  ({ id }) => reasonIn('own_form', id),
)
