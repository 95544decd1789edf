import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { bringForm, type Bringing } from '../../form/form.commands.ts'
import { faultInBytes, largestFile } from '../../form/fileText.ts'
import { fitsDanger, readForm, type DangerAnswers, type Report } from '../../form/form.ts'
import { en } from '../../form/words.form.en.ts'
import type { FileFault } from '../../form/fault.ts'
import { idFrom } from '../../kernel/id.ts'
import { CannotRun } from '../../platform/cannot-run.ts'
import { openDb } from '../../platform/db/db.ts'
import { dataOption, settings } from '../settings.ts'
import { Misused, type Asked, type CliCommand } from './command.ts'
import { doneAs, namesIn, practiceOption, workingAddress } from './member.ts'

export const instrumentsImportCommand: CliCommand = {
  takes: ['FILE'],
  options: {
    practice: practiceOption,
    as: { type: 'string', value: 'MEMBER', words: 'In the name of this administrator of it' },
    licence: { type: 'string', value: 'WORDS', words: 'What gives the practice the right to use it' },
    danger: {
      type: 'string',
      value: 'none|JSON',
      words:
        'The answers a person must see: [{"item": linkId, "answers": [word, …]}], of a number {"item": linkId, "atLeast": n} or "atMost"; or none',
    },
    trauma: {
      type: 'string',
      value: 'yes|no',
      words: 'Whether it asks what happened to someone; then it is asked in person only',
    },
    language: { type: 'string', value: 'en|es', words: 'Where the file does not say' },
    confirm: { type: 'boolean', words: 'Bring it in; without this it is only read and told' },
    data: dataOption,
  },
  about: `
Brings in a practice's own questionnaire: a FHIR R4 Questionnaire, as JSON in UTF-8, up to 1 MiB. It prints what the file
becomes, what is not scored and what is asked otherwise, question by question, and stores nothing until --confirm. Nothing
but the practice can say which answers must reach a person, and whether it asks what happened to someone, so --danger and
--trauma are asked for too; the hints name the questions that read as if they were about either. The same file twice makes one
version; a changed file makes the next. The import is on the trail in the member's name.`,
  async run(asked) {
    const original = await textOfForm(asked.given[0] ?? '')
    const found = readForm(original)
    if ('refused' in found) throw refused(found.refused.fault, found.refused.at)
    if (!asked.flag('confirm')) return { exit: 0, json: { outcome: 'read', ...found.report } }
    const said = saidIn(asked, found.report)
    const named = namesIn(asked)
    const db = openDb(await workingAddress(settings(asked.option('data'))), 2)
    try {
      const id = idFrom(Date.now(), randomBytes(16))
      const brought = await doneAs(db, {
        named,
        action: 'practice.settle',
        done: (tx, call) => bringForm(tx, { id, original, ...said }, call),
      })
      return { exit: 0, json: { ...brought, ...found.report } }
    } finally {
      await db.destroy()
    }
  },
}

async function textOfForm(path: string): Promise<string> {
  const there = await stat(path).catch((cause: unknown) => {
    throw new CannotRun('form-file', `${path} cannot be read.`, cause)
  })
  if (!there.isFile()) throw new CannotRun('form-file', `${path} is no file.`)
  if (there.size > largestFile) throw refused('too-large')
  const bytes = await readFile(path)
  const fault = faultInBytes(bytes)
  if (fault) throw refused(fault)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw refused('not-utf-8')
  }
}

const refused = (fault: FileFault, at = ''): CannotRun =>
  new CannotRun(`form-${fault}`, [en.refused, en.faults[fault], at && `(${at})`].filter(Boolean).join(' '))

function saidIn(asked: Asked, report: Report): Omit<Bringing, 'id' | 'original'> {
  const [licence, language] = [asked.option('licence')?.trim(), asked.option('language') ?? report.language]
  if (!licence || licence.length > 500)
    throw new Misused('--licence takes what gives the practice the right to use it.')
  if (language !== 'en' && language !== 'es')
    throw new Misused('--language takes en or es: the file does not say.')
  const trauma = asked.option('trauma')
  if (trauma !== 'yes' && trauma !== 'no')
    throw new Misused('--trauma takes yes or no: whether it asks what happened to someone.')
  return { licence, language, danger: dangerIn(asked, report), trauma: trauma === 'yes' }
}

function dangerIn(asked: Asked, report: Report): readonly DangerAnswers[] {
  const said = asked.option('danger')
  if (said === 'none') return []
  const named = said === undefined ? undefined : listed(said)
  if (!named || named.length === 0 || !fitsDanger(report, named))
    throw new Misused('--danger takes none, or questions of the file with answers they offer.')
  return named
}

function listed(said: string): DangerAnswers[] | undefined {
  try {
    const read: unknown = JSON.parse(said)
    return Array.isArray(read) && read.every(isNamed) ? read.map(asNamed) : undefined
  } catch {
    return undefined
  }
}

const isNamed = (value: unknown): value is DangerAnswers =>
  typeof value === 'object' &&
  value !== null &&
  'item' in value &&
  typeof value.item === 'string' &&
  (isMark(value, 'atLeast') || isMark(value, 'atMost') || hasAnswers(value))

const isMark = (value: object, name: 'atLeast' | 'atMost'): boolean =>
  name in value && typeof (value as Record<string, unknown>)[name] === 'number'

const hasAnswers = (value: object): boolean =>
  'answers' in value &&
  Array.isArray(value.answers) &&
  value.answers.every((word) => typeof word === 'string')

/** What was said of one question, and nothing else. */
function asNamed(named: DangerAnswers): DangerAnswers {
  const { item } = named
  if ('answers' in named) return { item, answers: named.answers }
  return 'atLeast' in named ? { item, atLeast: named.atLeast } : { item, atMost: named.atMost }
}
