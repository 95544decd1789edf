import type { output } from 'zod/v4/core'
import { whenWords } from '../intake/WhenText.tsx'
import { formatDate, type Place } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { readClearance } from './clearance.contract.ts'
import { isEvidence } from './known.ts'
import { en as listEn } from '../intake/words.list.en.ts'
import { es as listEs } from '../intake/words.list.es.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }
const lists = { en: listEn, es: listEs }

type Read = output<typeof readClearance.reply>
type One = NonNullable<Read['changed']>['what'][number]

/** What is new or different since somebody last decided, in one short list before everything else. */
export function ChangedSince({ read }: { read: Read }) {
  const said = useWords(words)
  const list = useWords(lists).changed
  const place = usePlace()
  if (!read.changed) return null
  const { since, what } = read.changed
  return (
    <section className="tl-decision-part" aria-labelledby="changed-since">
      <h2 id="changed-since">{said.changed.title(formatDate(since, place, 'date'))}</h2>
      {what.length === 0 && <p className="tl-quiet-words">{said.changed.nothing}</p>}
      <ul className="tl-changed">
        {what.map((one) => (
          <li key={one.id}>
            {wordsOf(one, { read, said, list, place })}{' '}
            <span className="tl-quiet-words">{formatDate(one.at, place, 'date')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Telling = { read: Read; said: typeof en; list: (typeof listEn)['changed']; place: Place }

function wordsOf(one: One, telling: Telling): string {
  const { read, said, place } = telling
  if (one.kind === 'item') {
    const state = one.isNew
      ? [said.changed.isNew, said.standing[one.standing]]
      : [said.standing[one.standing]]
    const back = one.back ? [telling.list[one.back]] : []
    return `${one.text} (${[...state, ...back].join(', ')})`
  }
  if (one.kind === 'none') return telling.list.none[one.list]
  if (one.kind === 'answer') return answerWords(one, telling)
  const told = read.told.find(({ id }) => id === one.id)
  return told ? said.changed.told(told.ask[place.language], told.said[place.language]) : ''
}

function answerWords(one: Extract<One, { kind: 'answer' }>, telling: Telling): string {
  const { said } = telling
  const now = one.on === null ? labelOf(one.question, one.answer, telling) : whenWords(one.on, telling.place)
  const whole = said.changed.answer(one.by, askOf(one.question, telling), now)
  if (one.before === null || one.before === one.answer) return whole
  return `${whole} (${said.changed.before(labelOf(one.question, one.before, telling))})`
}

function askOf(id: string, { read, place }: Telling): string {
  if (isEvidence(id)) return `${read.findings.find(({ rule }) => rule === id)?.title[place.language] ?? id}:`
  return read.questions.find((question) => question.id === id)?.ask[place.language] ?? id
}

function labelOf(id: string, answer: string, { read, said, place }: Telling): string {
  if (answer === 'cannot-be-known') return said.ask.cannotBeKnown
  if (answer === 'on') return said.ask.onDate
  const question = read.questions.find((one) => one.id === id)
  if (question?.kind === 'date') return question.never[place.language]
  return question?.options.find(({ value }) => value === answer)?.label[place.language] ?? answer
}
