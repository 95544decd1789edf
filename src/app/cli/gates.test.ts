import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { factsSchemaOf } from '../../rule/facts.contract.ts'
import { shared } from '../../platform/testing/shared.ts'
import { bundleOf, condition, medication, patient } from '../testing/bundle.ts'
import { throughline } from '../testing/started.ts'
import { said, wellAt, wellFile } from '../testing/well.ts'
import { factsShape } from './gates.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-gates-'))
afterAll(() => rmSync(folder, { recursive: true }))
const fileOf = (value: unknown): string => {
  const file = join(folder, 'given.json')
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value))
  return file
}
const gates = (value: unknown, ...more: string[]) =>
  throughline('gates', '--protocol', 'im', '--at', wellAt, '--facts', fileOf(value), ...more)

const referred = (file: string) =>
  throughline('gates', '--protocol', 'sublingual', '--at', wellAt, '--referral', file)

describe('a file of facts', () => {
  test('about whom all is known and well is clear, and ends with 0', () => {
    const { status, json } = gates(wellFile)
    expect([status, json]).toEqual([
      0,
      expect.objectContaining({ verdict: 'clear', findings: [], protocol: 'im', stage: 'day' }),
    ])
  })

  test('the example in docs/ is that file', () =>
    expect(JSON.parse(readFileSync('docs/facts.example.json', 'utf8'))).toEqual({
      $schema: './facts.schema.json',
      ...wellFile,
    }))

  test('a finding says because of what, what clears it, who can, what is missing and the one cheap step', () => {
    const answers = [
      ...wellFile.answers!.filter(({ question }) => question !== 'psychosis'),
      said('aneurysm', 'yes'),
    ]
    const { status, json } = gates({ ...wellFile, answers })
    const { verdict, findings } = json as { verdict: string; findings: object[] }
    expect([status, verdict]).toEqual([1, 'block'])
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'EL-C01',
        severity: 'block',
        state: 'present',
        because: [expect.objectContaining({ kind: 'answer', text: 'aneurysm: yes' })],
        clears: [expect.stringContaining('Nothing clears an aneurysm.')],
        who: 'prescriber',
        version: 1,
      }),
      expect.objectContaining({
        rule: 'EL-M01',
        severity: 'block',
        state: 'unknown',
        because: [],
        missing: ['psychosis'],
        step: { do: 'ask', what: 'psychosis', words: 'Ask: Psychosis now?' },
      }),
    ])
  })

  test('in Spanish too', () => {
    const answers = wellFile.answers!.filter(({ question }) => question !== 'psychosis')
    const { json } = gates({ ...wellFile, answers }, '--language', 'es')
    expect(json).toMatchObject({
      findings: [{ title: 'Psicosis actual', clears: ['Una evaluación psiquiátrica.'] }],
    })
  })

  test('of someone about whom nothing is known holds', () => {
    const { status, json } = gates({ person: {} })
    expect([status, (json as { verdict: string }).verdict]).toEqual([1, 'hold'])
  })
})

describe('an override', () => {
  const answers = [...wellFile.answers!, said('substance-use', 'yes')]
  const written = {
    rule: 'EL-S02',
    reason: 'r',
    riskAndBenefit: 'b',
    mitigation: 'm',
    writtenAt: '2026-11-28T08:55:00-08:00',
    expiresAt: '2026-12-05T08:55:00-08:00',
    signedBy: 'Dr Example',
  }
  const verdict = (...overrides: object[]) => {
    const { status, json } = gates({ ...wellFile, answers, overrides })
    return [status, (json as { verdict: string }).verdict]
  }
  test('that is missing is asked for', () => expect(verdict()).toEqual([1, 'override']))
  test('lets a finding rest, as something to be seen', () => expect(verdict(written)).toEqual([0, 'caution']))
  test('no longer once it has expired', () =>
    expect(verdict({ ...written, expiresAt: wellAt })).toEqual([1, 'override']))
  test('not when it is older than what it is about', () =>
    expect(verdict({ ...written, writtenAt: '2026-11-28T08:00:00-08:00' })).toEqual([1, 'override']))
  test('never of what blocks', () => {
    const blocked = [...wellFile.answers!, said('aneurysm', 'yes')]
    const { json } = gates({ ...wellFile, answers: blocked, overrides: [{ ...written, rule: 'EL-C01' }] })
    expect(json).toMatchObject({ verdict: 'block' })
  })
})

describe('what cannot be read ends with 2', () => {
  test.each([
    ['no JSON', '{', 'facts-file'],
    ['a name twice in one object', '{"person": {}, "person": {}}', 'facts-file'],
    ['a list', [], 'facts-file'],
    ['nobody', {}, 'facts-file'],
    ['a word that is not in the shape', { person: {}, doze: [] }, 'facts-file'],
    ['a question nobody asks', { person: {}, answers: [said('moon', 'full')] }, 'facts-file'],
    ['an answer nobody offers', { person: {}, answers: [said('aneurysm', 'maybe')] }, 'facts-file'],
    ['a day not on the calendar', { person: { birthDate: '1990-02-30' } }, 'facts-file'],
    [
      'another unit',
      { person: {}, readings: [{ measure: 'weight', value: 150, unit: 'lb', at: wellAt }] },
      'facts-file',
    ],
    ['a zone that is none', { person: {}, timeZone: 'Mars/Base' }, 'facts-file'],
  ])('%s', (_, value, kind) => {
    const { status, json, stderr } = gates(value)
    expect([status, json]).toEqual([2, { problem: { kind, detail: expect.any(String) } }])
    expect(stderr).not.toBe('')
  })

  const facts = ['--facts', 'docs/facts.example.json']
  test.each([
    [['--protocol', 'im', '--at', wellAt], 'usage'],
    [['--protocol', 'oral', '--at', wellAt, ...facts], 'usage'],
    [['--at', wellAt, ...facts], 'usage'],
    [['--protocol', 'im', ...facts], 'usage'],
    [['--protocol', 'im', '--at', '2026-11-28', ...facts], 'usage'],
    [['--protocol', 'im', '--at', '2026-02-30T09:00:00Z', ...facts], 'usage'],
    [['--protocol', 'im', '--at', wellAt, ...facts, '--referral', 'x.json'], 'usage'],
    [['--protocol', 'im', '--at', wellAt, ...facts, '--stage', 'later'], 'usage'],
    [['--protocol', 'im', '--at', wellAt, '--facts', 'no-such-file.json'], 'facts-file'],
    [['--protocol', 'im', '--at', wellAt, '--referral', 'docs/facts.example.json'], 'referral-not-a-bundle'],
  ])('%j', (typed, kind) => {
    const { status, json } = throughline('gates', ...typed)
    expect([status, json]).toEqual([2, { problem: { kind, detail: expect.any(String) } }])
  })
})

test('a referral of our own, through the real command line', () => {
  const bundle = bundleOf(
    patient(),
    condition({ id: 'stroke' }),
    medication({
      id: 'rx',
      medicationCodeableConcept: { text: 'Xanax 0.5 mg' },
    }),
  )
  const { status, json } = referred(fileOf(bundle))
  const { verdict, findings } = json as { verdict: string; findings: { rule: string; because: object[] }[] }
  expect([status, verdict]).toEqual([1, 'hold'])
  const rested = findings.filter(({ because }) => because.length > 0).map(({ rule }) => rule)
  expect(rested).toEqual(expect.arrayContaining(['EL-C03', 'EL-C05a', 'EL-C08', 'IX-02']))
})

const reviewed: Record<string, { everywhere: string[]; sublingual: string[] }> = JSON.parse(
  readFileSync(new URL('../../rule/fixtures/referral-findings.json', import.meta.url), 'utf8'),
)

for (const [name, { everywhere, sublingual }] of Object.entries(reviewed))
  test(`the referral ${name} beside the project, through the real command line`, (context) => {
    const file = join(shared(context, 'data/referrals'), `${name}.json`)
    const { status, json } = referred(file)
    const { verdict, findings } = json as {
      verdict: string
      findings: { rule: string; severity: string; state: string; because: object[] }[]
    }
    expect([status, verdict]).toEqual([1, 'hold'])
    const rested = findings.filter(({ because }) => because.length > 0)
    expect(rested.map(({ rule, severity, state }) => `${rule} ${severity} ${state}`).toSorted()).toEqual(
      [...everywhere, ...sublingual].toSorted(),
    )
  })

test('docs/facts.schema.json is the shape that the command reads', () =>
  expect(JSON.parse(readFileSync('docs/facts.schema.json', 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(factsSchemaOf(factsShape))),
  ))
