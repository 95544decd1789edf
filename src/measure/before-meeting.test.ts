import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedSoFar, mostBeforeMeeting, offered, type Open, type Put } from './occasion.ts'

const screenItems = 5
const open = (
  instrumentId: string,
  items: number,
  more: Partial<Open> & { closesAt?: number } = {},
): Open => {
  const { closesAt = 10, ...rest } = more
  const moments = { targetAt: 0, opensAt: 0, closesAt, remindAt: null }
  return {
    intended: { key: instrumentId, askingId: 'a', instrumentId, on: 'enrolment', ...moments },
    items,
    inPerson: false,
    screen: null,
    ...rest,
  }
}
const nothing = { items: 0, isOpened: false }
const before = (all: readonly Open[], asked = nothing) => {
  const { now } = offered(all, { hasMet: false, asked, screenItems })
  return now.map(({ instrumentId }) => instrumentId)
}
const phq = open('phq-9', 10, { screen: 'opens' })
const asq = open('asq', 5, { screen: 'is' })
const sum = (all: readonly { readonly items: number }[]) => all.reduce((total, { items }) => total + items, 0)

describe('no more than 25 questions before anyone was met', () => {
  test('at the border: exactly 25 fit, and 26 do not', () => {
    expect(before([phq, open('gad-7', 7), asq, open('audit-c', 3)])).toHaveLength(4)
    expect(before([phq, open('gad-7', 7), asq, open('audit-c', 3), open('nida-drug1', 1)])).toHaveLength(4)
    expect(before([open('a', 25)])).toEqual(['a'])
    expect(before([open('a', 26)])).toEqual([])
  })

  test('a screen that an answer may open is counted, planned or not; planned after it, once', () => {
    expect(before([phq, open('a', 10)])).toEqual(['phq-9', 'a'])
    expect(before([phq, open('a', 11)])).toEqual(['phq-9'])
    expect(before([phq, asq, open('a', 10)])).toEqual(['phq-9', 'asq', 'a'])
  })

  test('planned before it, it may have to be answered twice', () => {
    expect(before([asq, phq, open('a', 5)])).toEqual(['asq', 'phq-9', 'a'])
    expect(before([asq, phq, open('a', 6)])).toEqual(['asq', 'phq-9'])
    const sooner = open('asq', 5, { screen: 'is', closesAt: 5 })
    expect(before([phq, sooner, open('a', 6)])).toEqual(['phq-9', 'asq'])
  })

  test('once opened and not answered yet, it is counted until it is', () => {
    const given: Put = { items: 10, isScreen: false, opened: true }
    expect(askedSoFar([given], screenItems)).toEqual({ items: 15, isOpened: true })
    const screened = { items: 5, isScreen: true, opened: false }
    expect(askedSoFar([given, screened], screenItems)).toEqual({ items: 15, isOpened: false })
    expect(askedSoFar([given, screened, given], screenItems)).toEqual({ items: 30, isOpened: true })
    expect(before([asq, open('a', 10)], askedSoFar([given], screenItems))).toEqual(['asq', 'a'])
  })

  const form = fc.record({
    items: fc.integer({ min: 1, max: 26 }),
    screen: fc.constantFrom<Open['screen']>(null, null, 'opens', 'is'),
    closesAt: fc.integer({ min: 1, max: 4 }),
    /** In which sitting it becomes due, whether an answer in it opens the screen, and whether it is put off. */
    sitting: fc.nat(3),
    opens: fc.boolean(),
    refused: fc.boolean(),
  })

  type Form = typeof form extends fc.Arbitrary<infer One> ? One : never

  /** Answers what is due, what closes first before the rest and an opened screen before everything; counts every question. */
  function walked(forms: readonly Form[]): number {
    const put: Put[] = []
    const left = new Map(
      forms.map(({ items, screen, closesAt, ...rest }, place) => {
        const size = screen === 'is' ? screenItems : items
        return [`f${place}`, { ...rest, form: open(`f${place}`, size, { screen, closesAt }) }]
      }),
    )
    const dueIn = (sitting: number) => [...left].filter(([, one]) => one.sitting <= sitting)
    const screenOpened = (sitting: number) => {
      put.push({ items: screenItems, isScreen: true, opened: false })
      // It serves one that was planned for the same time.
      for (const [id] of dueIn(sitting).filter(([, one]) => one.form.screen === 'is')) left.delete(id)
    }
    const nextIn = (sitting: number): boolean => {
      const asked = askedSoFar(put, screenItems)
      if (asked.isOpened) screenOpened(sitting)
      const all = dueIn(sitting).map(([, one]) => one.form)
      const { now } = offered(all, { hasMet: false, asked, screenItems })
      const [next] = now.toSorted((one, other) => one.closesAt - other.closesAt)
      if (asked.isOpened || !next) return asked.isOpened
      const { form: taken, opens, refused } = left.get(next.instrumentId)!
      left.delete(next.instrumentId)
      const { items, screen } = taken
      put.push({ items, isScreen: screen === 'is', opened: screen === 'opens' && opens && !refused })
      return true
    }
    for (const sitting of [0, 1, 2, 3]) while (nextIn(sitting));
    return sum(put)
  }

  test('over several sittings, whatever is answered, put off or opened: never more than 25', () => {
    fc.assert(
      fc.property(fc.array(form, { maxLength: 10 }), (forms) => {
        expect(walked(forms)).toBeLessThanOrEqual(mostBeforeMeeting)
      }),
      { numRuns: 2000 },
    )
  })
})
