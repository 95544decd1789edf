import { describe, expect, test } from 'vitest'
import { questions } from '../clearance/clearance.content.ts'
import { instant } from '../kernel/instant.ts'
import { easeOfSpanish, gradeOfEnglish } from '../platform/testing/readability.ts'
import { table } from '../rule/rule.content.ts'
import { namesFor } from './medicineNames.ts'
import { form } from './telling.content.ts'
import { acceptSaid, asksAbout, isTurned, newestOf, toldBy, withheld, type Telling } from './telling.ts'

const now = instant('2026-03-02T17:00:00.000Z')
const telling = (more: Partial<Telling>): Telling => ({
  id: 't1',
  question: 'aneurysm',
  answer: 'no',
  on: null,
  words: '',
  edition: form.version,
  language: 'en',
  toldAt: now,
  arrivedAt: null,
  ...more,
})
const told = (about: string, more: Partial<Telling>) => toldBy(form, [telling(more)]).get(about)

describe('the form', () => {
  const asked = form.questions.flatMap(asksAbout)
  const inPerson = form.inPerson.map(({ question }) => question)

  test('each question of screening is asked by it or has a reason why it is not, and none is both', () => {
    const all = [...asked, ...inPerson.filter((id) => id !== 'trauma-history')]
    expect(all.toSorted()).toEqual(questions.map(({ id }) => id).toSorted())
  })

  test('neither trauma nor suicide is asked by a form', () => {
    for (const id of ['trauma-history', 'suicide-assessment', 'cssrs', 'acute-suicidality', 'safety-plan'])
      expect(inPerson).toContain(id)
    const text = JSON.stringify(form.questions.map(({ ask, answers }) => [ask, answers]))
    expect(text).not.toMatch(/suicid|trauma|abuse|abuso|kill yourself|matarse/i)
  })

  test('what an answer comes to is an answer that the rules offer', () => {
    for (const { id, answers } of form.questions)
      for (const { value, means, more } of answers)
        for (const [about, answer] of Object.entries(means)) {
          const rule = table.questions.get(about)!
          const offered = rule.kind === 'date' ? ['on', 'never'] : rule.options!.map((one) => one.value)
          expect(offered, `${id} ${value}`).toContain(answer)
          expect(answer !== 'on' || more === 'when', `${id} ${value}`).toBe(true)
        }
  })

  test('each topic has questions, each question a topic, and no two answers are alike', () => {
    expect(new Set(form.questions.map(({ topic }) => topic))).toEqual(
      new Set(form.topics.map(({ id }) => id)),
    )
    for (const { answers } of form.questions) {
      const values = [...answers.map(({ value }) => value), ...withheld]
      expect(new Set(values).size).toBe(values.length)
    }
  })

  test('what may hurt to be asked is announced', () => {
    const announced = form.topics.filter(({ announced }) => announced !== null).map(({ id }) => id)
    expect(announced).toEqual(['pregnancy', 'mind', 'substances'])
  })

  test('is read with ease in the eighth year of school, and as plainly in Spanish, topic by topic', () => {
    const parts = form.topics.flatMap((topic) => {
      const own = form.questions.filter((question) => question.topic === topic.id)
      return [own.flatMap(({ ask, why }) => [ask, why])]
    })
    const around = form.topics.flatMap(({ lead, announced }) => [lead, ...(announced ? [announced] : [])])
    const hard = [...parts, around].filter(
      (part) => gradeOfEnglish(part.map(({ en }) => en)) > 8 || easeOfSpanish(part.map(({ es }) => es)) < 60,
    )
    expect(hard).toEqual([])
  })
})

describe('what is said', () => {
  const said = { question: 'last-seizure', answer: 'yes', on: null, words: '' }
  const kindOf = (more: object) => {
    const accepted = acceptSaid(form, { ...said, ...more }, now)
    return accepted.ok ? accepted.value.on : accepted.refusal
  }

  test('is one of what is offered, "I don’t know" and "in person" with every question', () => {
    for (const answer of ['yes', 'no', ...withheld]) expect(kindOf({ answer })).toBeNull()
    expect(kindOf({ answer: 'maybe' })).toBe('answer-not-offered')
    expect(kindOf({ question: 'suicide-assessment', answer: 'not-high' })).toBe('answer-not-offered')
  })

  test('has a date as exact as it is known, on the calendar and not ahead, where the question asks for one', () => {
    expect(kindOf({ on: '2019' })).toBe('2019')
    expect(kindOf({ on: '2019-02' })).toBe('2019-02')
    for (const on of ['2019-02-31', '2027', 'long ago']) expect(kindOf({ on })).toBe('date-not-possible')
    expect(kindOf({ answer: 'no', on: '2019' })).toBeNull()
  })

  test('later stands for earlier by the moment it was said, however late it comes', () => {
    const late = telling({ id: 'old', answer: 'no', toldAt: now - 5_000 })
    expect(newestOf([telling({ id: 'new', answer: 'yes' }), late]).map(({ id }) => id)).toEqual(['new'])
  })
})

describe('what it comes to in the terms of the rules', () => {
  test('an answer of theirs, where there is one; a yes that a clinician has to judge is none', () => {
    expect(told('aneurysm', { answer: 'yes' })?.answer).toBe('yes')
    expect(told('eye', { question: 'eye', answer: 'no' })?.answer).toBe('no')
    expect(told('eye', { question: 'eye', answer: 'yes' })?.answer).toBeNull()
    expect(told('liver-moderate', { question: 'liver', answer: 'no' })?.answer).toBe('no')
  })

  test('"I don’t know" and "in person" are never a no', () => {
    for (const answer of withheld) expect(told('aneurysm', { answer })?.answer).toBeNull()
  })

  test('a date that nobody knows is no date', () => {
    const seizure = (on: string | null) =>
      told('last-seizure', { question: 'last-seizure', answer: 'yes', on })
    expect([seizure(null)?.answer, seizure('2021')?.answer, seizure('2021')?.on]).toEqual([
      null,
      'on',
      '2021',
    ])
  })
})

describe('a clinician’s answer', () => {
  const no = { answer: 'no', on: null, telling: null }
  const turned = (more: Partial<Telling>, answered = no) => isTurned(told('aneurysm', more), answered)

  test('is turned over by what is told otherwise since', () => {
    expect([turned({ answer: 'yes' }), turned({ answer: 'in-person' })]).toEqual([true, true])
    expect([turned({ answer: 'no' }), turned({ answer: 'unsure' })]).toEqual([false, false])
  })

  test('stands where it was given with this very telling in view', () => {
    expect(turned({ answer: 'yes' }, { ...no, telling: 't1' } as never)).toBe(false)
    expect(turned({ answer: 'yes' }, { ...no, telling: 't0' } as never)).toBe(true)
  })

  test('about a time is not turned over by a less exact one', () => {
    const seizure = (on: string) => told('last-seizure', { question: 'last-seizure', answer: 'yes', on })
    const on = (day: string) => ({ answer: 'on', on: day, telling: null })
    expect(isTurned(seizure('2021'), on('2021-03-04'))).toBe(false)
    expect(isTurned(seizure('2022'), on('2021-03-04'))).toBe(true)
  })
})

describe('names of medicines', () => {
  const names = ['bupropion', 'dextromethorphan and bupropion', 'buprenorphine', 'theo-24']

  test('come up from two letters on, those that begin so first, and none by a likeness', () => {
    expect(namesFor(names, 'b')).toEqual([])
    expect(namesFor(names, 'BUP')).toEqual(['bupropion', 'buprenorphine', 'dextromethorphan and bupropion'])
    expect(namesFor(names, 'bupropin')).toEqual([])
  })
})
