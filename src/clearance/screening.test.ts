import { expect, test } from 'vitest'
import { heard, onFile, values } from '../app/seed/heard.ts'
import { found } from '../app/testing/findings.ts'
import { evaluateEach } from '../rule/evaluate.ts'
import { table } from '../rule/rule.content.ts'
import { protocolIds } from '../rule/rule.ts'
import { instant } from '../kernel/instant.ts'
import { factsKnown } from './known.ts'
import { foldHistory } from '../intake/history.ts'
import { openAsks } from './arranging.ts'
import { askedAtScreening, topicsOf } from './screening.ts'

const screening = askedAtScreening(table)

/** Before and after the night in which the flexibilities of telemedicine end (11.3). */
test.each(['2026-11-23T18:00:00Z', '2027-01-04T18:00:00Z'])(
  'whatever a rule leaves open at %s can be settled on the page',
  (at) => {
    const known = {
      history: foldHistory([], []),
      birthDate: '1950',
      careNow: instant(at),
      timeZone: 'America/Los_Angeles',
      table,
    }
    for (const protocol of protocolIds) {
      const facts = factsKnown({ ...known, protocol })
      const missing = evaluateEach(table, facts, { at: known.careNow, protocol }).flatMap((one) =>
        one.missing.flatMap((what) => what.split(' and ')),
      )
      expect(missing.length).toBeGreaterThan(40)
      for (const what of missing)
        expect(
          screening.questions.has(what) || screening.measures.has(what) || screening.evidence.has(what)
            ? ''
            : what,
        ).toBe('')
    }
  },
)

test('each question of screening has its topic', () => {
  const topics = topicsOf(table)
  expect([...screening.questions].filter((id) => !topics.has(id))).toEqual([])
  expect(topics.get('ketamine-misuse')).toBe('substances')
  expect(topics.get('brain-pressure')).toBe('nerves')
  expect(topics.get('contraception')).toBe('pregnancy')
})

test('what everyone is asked is what the demo answers, so that no rule goes unasked in it', () => {
  const { questions, evidence } = openAsks(found([], []).map((one) => ({ ...one, override: null })))
  expect(questions.filter((id) => !(id in heard))).toEqual([])
  expect(evidence.filter((id) => !onFile.includes(id))).toEqual([])
  expect(Object.keys(values)).toEqual(
    expect.arrayContaining(['weight', 'bmi', 'audit', 'dast-10', 'stop-bang']),
  )
})
