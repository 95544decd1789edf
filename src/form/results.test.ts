import { describe, expect, test } from 'vitest'
import { score, type Scored } from '../instrument/score.ts'
import { readForm } from './form.ts'
import { calculated, invented, sumOf, textOf } from './testing/files.ts'

const read = (file: unknown) => {
  const found = readForm(textOf(file))
  if ('refused' in found) throw new Error(JSON.stringify(found.refused))
  return found
}
const report = (file: unknown) => read(file).report
const of = (...item: object[]) => invented({ item })
const scored = (file: unknown, answers: object) => {
  const form = read(file).form({
    id: 'own-form',
    version: '1',
    language: 'en',
    licence: 'ours',
    danger: [],
    trauma: false,
  })
  return score(form, { said: answers }) as Scored
}

describe('scored as the file says, and not guessed', () => {
  const worked = (path: string, answers: object) => {
    const file = invented({
      item: [...invented().item.slice(0, 1), { linkId: 's', type: 'decimal', extension: [calculated(path)] }],
    })
    const told = report(file)
    return told.notScored.length > 0
      ? told.notScored.map(({ because }) => because)
      : scored(file, answers).scores['s']
  }
  const all = { q1: 'most', q2: 'some' }
  const number = "%resource.descendants().where(linkId = 'q2.1').answer.value"
  test.each<[string, string, object, unknown]>([
    ['a sum', sumOf('q1', 'q2'), all, 3],
    ['a sum that lacks one is none', sumOf('q1', 'q2'), { q1: 'most' }, null],
    [
      'a sum over whatever there is lacks one',
      '%resource.item.item.answer.value.ordinal().sum()',
      { q1: 'most' },
      null,
    ],
    [
      'of nothing there is no sum, also where the path asks what is there',
      "iif(%resource.item.exists(), %resource.where(linkId = 'x').item.answer.value.ordinal().sum(), 9)",
      all,
      null,
    ],
    ['nothing answered is never 0', '%resource.item.item.answer.value.ordinal().sum()', {}, null],
    [
      'an old example that counts nothing as 0',
      '%resource.item.item.answer.value.ordinal().aggregate($this + $total, 0)',
      {},
      null,
    ],
    [
      'the same once it is answered',
      '%resource.item.item.answer.value.ordinal().aggregate($this + $total, 0)',
      { ...all, 'q2.1': 2, safe: 'no', why: 'x' },
      3,
    ],
    [
      'by a list of names',
      "%resource.repeat(item).where(linkId in ('q1' | 'q2')).answer.value.weight().sum()",
      all,
      3,
    ],
    [
      'a number as it is',
      "%resource.descendants().where(linkId = 'q2.1').answer.value * 2",
      { ...all, 'q2.1': 4 },
      8,
    ],
    ['by nothing', '1 / 0', all, null],
    ['text with a number', "1 + 'a'", all, null],
    ['a function that is not here', '%resource.item.trace()', all, ['trace()']],
    ['an address', "resolve('http://x')", all, ['resolve']],
    ['a name that is nowhere', '%nobody', all, ['%nobody']],
    ['what has no end', '%resource.repeat(%resource)', all, null],
    ['brackets without end', `${'('.repeat(7000)}1`, all, ['(']],
    ['a sum without end', `1${' + 1'.repeat(3900)}`, all, ['…']],
    ['a sum as long as any', `${sumOf('q1')}${' + 1'.repeat(980)}`, all, 982],
    [
      'one number, copied',
      "%resource.descendants().where(linkId = 'q2.1').answer.value",
      { ...all, 'q2.1': 4 },
      4,
    ],
    ['decimals as decimals', `${number} / 10 + 0.2`, { ...all, 'q2.1': 1 }, 0.3],
    ['a product of them', `${number} * 0.1`, { ...all, 'q2.1': 3 }, 0.3],
    ['half away from nothing', `(0 - ${number} / 2).round()`, { ...all, 'q2.1': 5 }, -3],
    ['half of a fraction', `(${number} + 0.005).round(2)`, { ...all, 'q2.1': 1 }, 1.01],
    ['a path without end', `1${' + 1'.repeat(6000)}`, all, ['…']],
  ])('%s', (...[, path, answers, is]) => expect(worked(path, answers)).toEqual(is))

  test('what would take a machine down is given up, and in time', () => {
    const times = (path: string) => `%resource.descendants().select(${path})`
    const started = performance.now()
    const long = `${times(times(times(times('1'))))}.count()`
    expect(worked(long, { ...all, safe: 'no', why: 'x', 'q2.1': 1 })).toBeNull()
    expect(
      worked(`${times(times('1'))}.count()`, { ...all, safe: 'no', why: 'x', 'q2.1': 1 }),
    ).toBeGreaterThan(400)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  describe('weights that are not there', () => {
    const weight = (value: number | null) =>
      value === null
        ? {}
        : {
            extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: value }],
          }
    const choice = (linkId: string, ...weights: (number | null)[]) => ({
      linkId,
      type: 'choice',
      text: `Asked ${linkId}`,
      answerOption: weights.map((value, at) => ({
        valueCoding: { code: `c${at}`, display: `Said ${at}` },
        ...weight(value),
      })),
    })
    const scoring = (path: string, ...items: object[]) =>
      of(...items, { linkId: 's', type: 'decimal', extension: [calculated(path)] })
    const byName = "%resource.item.where(linkId in ('a' | 'b')).answer.value.ordinal().sum()"
    const whole = '%resource.item.answer.value.ordinal().sum()'
    const guarded = `iif(%resource.item.where(linkId = 'a').answer.exists(), ${byName}, 0)`
    const told = (path: string, ...items: object[]) => {
      const { results, notScored } = report(scoring(path, ...items))
      return [results.length, notScored.map(({ because }) => because)]
    }
    const [none, some, every] = [choice('a', null, null), choice('a', 0, null), choice('a', 0, 1)]
    const other = choice('b', 0, 2)
    test.each([
      ['every answer weighs', byName, [every, other], [1, []]],
      ['none does, by name', byName, [none, choice('b', null)], [0, ['a: weight()']]],
      ['none does, over all', whole, [none], [0, ['weight()']]],
      ['one question of two has none', byName, [none, other], [0, ['a: weight()']]],
      ['one answer has none', byName, [some, other], [0, ['a: weight()']]],
      ['one answer has none, over all', whole, [some, other], [0, ['a: weight()']]],
      ['one answer has none, and the path asks what is there', guarded, [some, other], [1, []]],
      ['a question that is not part of the sum', whole, [every, choice('b', null)], [1, []]],
    ])('%s', (...[, path, items, is]) => expect(told(path, ...items)).toEqual(is))

    test('an answer that is copied is told in its words', () => {
      const path = "%resource.item.where(linkId = 'a').answer.value"
      const file = of(every, { linkId: 's', type: 'string', extension: [calculated(path)] })
      expect(scored(file, { a: 'c1' }).classification).toEqual({ s: 'Said 1' })
    })
  })
})
