import { describe, expect, test } from 'vitest'
import { itemsFor } from '../instrument/heard.ts'
import type { Answers } from '../instrument/instrument.ts'
import { score, type Scored } from '../instrument/score.ts'
import { faultInBytes } from './fileText.ts'
import { fitsDanger, readForm, type DangerAnswers } from './form.ts'
import { invented, textOf } from './testing/files.ts'

const read = (file: unknown) => readForm(typeof file === 'string' ? file : textOf(file))
const report = (file: unknown) => {
  const found = read(file)
  if ('refused' in found) throw new Error(JSON.stringify(found.refused))
  return found.report
}
const form = (file: unknown, danger: readonly DangerAnswers[] = []) => {
  const found = read(file)
  if ('refused' in found) throw new Error(JSON.stringify(found.refused))
  return found.form({ id: 'own-form', version: '1', language: 'en', licence: 'ours', danger, trauma: false })
}
const of = (...item: object[]) => invented({ item })
const question = (linkId: string, more: object = {}) => ({
  linkId,
  type: 'boolean',
  text: `Asked ${linkId}`,
  ...more,
})
const said = (answers: object): Answers => ({ said: answers })

describe('a file that is not taken in says why', () => {
  const nested = (depth: number): object =>
    depth === 0 ? question('deep') : { linkId: `g${depth}`, type: 'group', item: [nested(depth - 1)] }
  const many = (count: number) => Array.from({ length: count }, (_, at) => question(`q${at}`))
  test.each<[string, unknown, string]>([
    ['damaged', '{"resourceType":"Questionnaire",', 'not-json'],
    ['over 1 MiB', invented({ purpose: 'é'.repeat(530_000) }), 'too-large'],
    ['with a byte order mark', `\uFEFF${textOf(invented())}`, 'byte-order-mark'],
    ['in UTF-16, read as if it were UTF-8', '{\u0000"\u0000', 'utf-16'],
    ['with letters that are no UTF-8', invented({ title: 'N\uFFFDghts' }), 'not-utf-8'],
    ['an object in an object in an object', `${'{"a":'.repeat(90)}1${'}'.repeat(90)}`, 'too-deep'],
    ['a wall of brackets', `${'['.repeat(400_000)}${']'.repeat(400_000)}`, 'too-deep'],
    ['a list', [], 'not-a-questionnaire'],
    ['another resource', { resourceType: 'Patient' }, 'not-a-questionnaire'],
    ['R5, by a type', of(question('a', { type: 'coding' })), 'other-release'],
    ['R5, by what only it has', invented({ versionAlgorithmString: 'semver' }), 'other-release'],
    ['R5, by a part of an item', of(question('a', { disabledDisplay: 'hidden' })), 'other-release'],
    ['STU3, by its options', of(question('a', { type: 'choice', option: [] })), 'other-release'],
    ['with a modifier', of(question('a', { modifierExtension: [{ url: 'urn:x' }] })), 'must-understand'],
    ['in German', invented({ language: 'de-DE' }), 'other-language'],
    ['without a title', invented({ title: undefined, name: undefined }), 'no-title'],
    ['without questions', of({ linkId: 'a', type: 'display', text: 'Only read' }), 'no-questions'],
    ['with 10,000 items', of(...many(10_000)), 'too-many-items'],
    ['with more questions than are asked', of(...many(201)), 'too-many-items'],
    ['with groups within groups without end', of(nested(9)), 'too-deep'],
    ['with a question without a linkId', of({ type: 'boolean', text: 'x' }), 'no-link-id'],
    ['with a linkId no answer can be kept under', of(question('__proto__')), 'link-id-unusable'],
    ['with a linkId twice', of(question('a'), question('a')), 'link-id-twice'],
    [
      'with a group within itself, told by its linkId',
      of({ linkId: 'g', type: 'group', item: [{ linkId: 'g', type: 'group' }] }),
      'link-id-twice',
    ],
    ['with a type of nowhere', of(question('a', { type: 'slider' })), 'unknown-type'],
    ['with a question without words', of(question('a', { text: ' ' })), 'no-words'],
    ['with a question longer than is shown', of(question('a', { text: 'x'.repeat(2001) })), 'words-too-long'],
    [
      'hanging on what is not there',
      of(question('a', { enableWhen: [{ question: 'z', operator: 'exists', answerBoolean: true }] })),
      'condition-unknown',
    ],
    [
      'hanging on itself',
      of(question('a', { enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }] })),
      'condition-circle',
    ],
    [
      'with a group that hangs on a question of its own',
      of({
        linkId: 'g',
        type: 'group',
        enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }],
        item: [question('a')],
      }),
      'condition-circle',
    ],
    [
      'hanging on two, and not saying whether on both',
      of(
        question('a'),
        question('b', {
          enableWhen: [1, 2].map(() => ({ question: 'a', operator: '=', answerBoolean: true })),
        }),
      ),
      'condition-unclear',
    ],
  ])('%s', (_, file, fault) => expect(read(file)).toEqual({ refused: { fault, at: expect.any(String) } }))

  test('bytes with a mark, or two for a letter, are known before they are letters', () => {
    expect(faultInBytes(Uint8Array.of(0xff, 0xfe, 0x7b, 0))).toBe('utf-16')
    expect(faultInBytes(Uint8Array.of(0x7b, 0, 0x22, 0))).toBe('utf-16')
    expect(faultInBytes(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b))).toBe('byte-order-mark')
    expect(faultInBytes(new Uint8Array(1_048_577).fill(32))).toBe('too-large')
    expect(faultInBytes(Uint8Array.of(0x7b, 0x7d))).toBeUndefined()
  })
})

describe('nothing is dropped in silence', () => {
  test.each<[string, object, string, string]>([
    ['an hour', { type: 'time' }, 'minute-only', ''],
    [
      'hours to choose from',
      { type: 'time', answerOption: [{ valueTime: '08:00:00' }] },
      'not-asked',
      'time',
    ],
    [
      'days to choose from',
      { type: 'date', answerOption: [{ valueDate: '2026-01-01' }] },
      'not-asked',
      'date',
    ],
    ['a moment', { type: 'dateTime' }, 'day-only', ''],
    ['a file', { type: 'attachment' }, 'not-asked', 'attachment'],
    ['answers elsewhere', { type: 'choice', answerValueSet: 'urn:list' }, 'answers-elsewhere', 'urn:list'],
    ['what is only read', { readOnly: true }, 'read-only', 'boolean'],
    [
      'what is hidden',
      {
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden', valueBoolean: true },
        ],
      },
      'hidden',
      'boolean',
    ],
    ['an answer filled in', { initial: [{ valueBoolean: true }] }, 'preset', ''],
    ['several numbers', { type: 'integer', repeats: true }, 'asked-once', ''],
    ['a number without an end', { type: 'integer' }, 'no-limits', ''],
    ['an extension of somebody’s', { extension: [{ url: 'urn:somebody' }] }, 'extension', 'urn:somebody'],
    [
      'a layout',
      { _text: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/rendering-xhtml' }] } },
      'format',
      '',
    ],
    [
      'a condition in another tongue',
      {
        extension: [
          {
            url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression',
            valueExpression: { language: 'text/cql', expression: 'x' },
          },
        ],
      },
      'always-asked',
      'text/cql',
    ],
    [
      'a condition on a later question',
      { enableWhen: [{ question: 'z', operator: '=', answerBoolean: true }] },
      'always-asked',
      'z',
    ],
  ])('%s is told', (...[, more, kind, detail]) =>
    expect(report(of(question('a', more), question('z'))).notes).toContainEqual({
      kind,
      id: 'a',
      words: 'Asked a',
      detail,
    }),
  )

  test('a form that its author retired is told so', () => {
    expect(report(invented({ status: 'retired' })).notes).toMatchObject([{ kind: 'retired' }])
  })

  test('and a file that is as plain as ours needs no word about it', () =>
    expect(report(invented()).notes).toEqual([]))
})

describe('asked as the file says', () => {
  const asked = (file: unknown, answers: object) => itemsFor(form(file), said(answers)).map(({ id }) => id)
  const hanging = (operator: string, answer: object, on: object) =>
    of(question('a', on), question('b', { enableWhen: [{ question: 'a', operator, ...answer }] }))
  const choice = {
    type: 'choice',
    answerOption: ['x', 'y'].map((code) => ({ valueCoding: { code, display: code } })),
  }
  test.each<[string, object, object, unknown, boolean]>([
    ['=', { answerBoolean: true }, {}, 'yes', true],
    ['=', { answerBoolean: true }, {}, 'no', false],
    ['!=', { answerBoolean: true }, {}, 'no', true],
    ['!=', { answerBoolean: true }, {}, null, false],
    ['exists', { answerBoolean: true }, {}, 'no', true],
    ['exists', { answerBoolean: false }, {}, null, true],
    ['exists', { answerBoolean: false }, {}, 'no', false],
    ['=', { answerCoding: { code: 'y' } }, choice, 'y', true],
    ['=', { answerCoding: { code: 'y' } }, choice, 'x', false],
    ['=', { answerCoding: { code: 'y' } }, { ...choice, repeats: true }, ['x', 'y'], true],
    ['>', { answerInteger: 3 }, { type: 'integer' }, 3, false],
    ['>', { answerInteger: 3 }, { type: 'integer' }, 4, true],
    ['>=', { answerInteger: 3 }, { type: 'integer' }, 3, true],
    ['<', { answerDecimal: 3 }, { type: 'decimal' }, 2.99, true],
    ['<=', { answerDecimal: 3 }, { type: 'decimal' }, 3, true],
    ['>', { answerDecimal: 3 }, { type: 'decimal' }, 3.01, true],
    ['=', { answerDecimal: 3.5 }, { type: 'decimal' }, 3.5, true],
    ['!=', { answerInteger: 3 }, { type: 'integer' }, 3, false],
    ['exists', { answerBoolean: true }, { type: 'text' }, 'words', true],
  ])('%s %j', (...[operator, answer, on, given, isAsked]) =>
    expect(asked(hanging(operator, answer, on), { a: given }).includes('b')).toBe(isAsked),
  )

  test('what stands in a question is asked once that is answered; what stands in a part, under the part’s condition', () => {
    const file = of(question('a', { item: [question('inner')] }), {
      linkId: 'g',
      type: 'group',
      text: 'Part',
      enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }],
      item: [{ linkId: 'd', type: 'display', text: 'Read this' }, question('c')],
    })
    expect([asked(file, {}), asked(file, { a: 'no' }), asked(file, { a: 'yes' })]).toEqual([
      ['a'],
      ['a', 'inner'],
      ['a', 'inner', 'c'],
    ])
    expect(form(file).languages.en?.above?.['c']).toEqual(['Part', 'Read this'])
  })

  test('no machine decides what is dangerous: only what the practice names is, and only what is offered', () => {
    const named = [{ item: 'safe', answers: ['yes'] }]
    expect(form(invented()).danger).toEqual([])
    const flagged = (answers: object) => (score(form(invented(), named), said(answers)) as Scored).flags
    expect([flagged({ safe: 'yes' }), flagged({ safe: 'no' }), flagged({})]).toEqual([
      ['suicide-item-positive'],
      [],
      [],
    ])
    expect(fitsDanger(report(invented()), named)).toBe(true)
    expect(fitsDanger(report(invented()), [{ item: 'why', answers: ['yes'] }])).toBe(false)
    expect(fitsDanger(report(invented()), [{ item: 'safe', answers: [] }])).toBe(false)
  })
})
