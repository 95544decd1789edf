import { describe, expect, test } from 'vitest'
import { day, minute, type Instant } from '../kernel/instant.ts'
import { afterWrong, openAgainAt, perAccount, perAddress, type Patience, type Tries } from './backoff.ts'

/** Someone who guesses wrong at every moment they are let. */
function guessesIn(span: number, patience: Patience): { guesses: number; longestWait: number } {
  let [tries, now, guesses, longestWait]: [Tries, Instant, number, number] = [
    { wrong: 0, lastAt: 0 },
    0,
    0,
    0,
  ]
  while (now < span) {
    tries = afterWrong(tries, now, patience)
    guesses += 1
    const open = openAgainAt(tries, patience)
    longestWait = Math.max(longestWait, open - now)
    now = Math.max(open, now + 1)
  }
  return { guesses, longestWait }
}

describe('guessing slows down', () => {
  test('ten thousand guesses at one account take months', () =>
    expect(guessesIn(30 * day, perAccount).guesses).toBeLessThan(3000))

  test('one address gets fewer than 1,500 wrong tries in a day', () =>
    expect(guessesIn(day, perAddress).guesses).toBeLessThan(1500))

  test('nobody waits longer than a quarter of an hour, ever', () => {
    expect(guessesIn(30 * day, perAccount).longestWait).toBe(15 * minute)
    expect(guessesIn(30 * day, perAddress).longestWait).toBeLessThanOrEqual(15 * minute)
  })
})

test('the first tries are free, the next wait a second, then two', () => {
  const waits = [1, 4, 5, 6, 7].map((wrong) => openAgainAt({ wrong, lastAt: 0 }, perAccount))
  expect(waits).toEqual([0, 0, 1000, 2000, 4000])
})

test('tries are forgotten one by one', () => {
  const tries = { wrong: 8, lastAt: 0 }
  expect(afterWrong(tries, 45 * minute, perAccount).wrong).toBe(6)
  expect(afterWrong(tries, 30 * day, perAccount).wrong).toBe(1)
})
