import { describe, expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { noPaper, readPaper } from './paperTyped.ts'
import { paperSecondText, paperState, paperText, type PaperFacts } from './paper.ts'

const said = {
  formName: 'Consent to ketamine treatment',
  formVersion: '3',
  signedOn: '2026-05-14',
  signerName: 'Ana Prueba',
  signedAs: 'self',
  language: 'en',
  keptWhere: 'Blue folder',
} as const
const now = instant('2026-11-30T10:00:00Z')
const attestedAt = instant('2026-11-01T10:00:00Z')
const paper: PaperFacts = {
  signedOn: '2026-05-14',
  attestedAt,
  whole: true,
  secondAt: attestedAt + 1000,
  ends: [],
}
const state = (more: Partial<PaperFacts>, withdrawals: Parameters<typeof paperState>[1] = []) =>
  paperState({ ...paper, ...more }, withdrawals, now)

describe('a consent on paper', () => {
  test('counts for nothing until a second one has seen it', () => {
    expect(state({ secondAt: null })).toEqual({ state: 'one', at: attestedAt })
    expect(state({})).toEqual({ state: 'two', at: attestedAt + 1000 })
  })

  test('is over from its earliest end on, whatever came after', () =>
    expect(
      state({
        ends: [
          { how: 'not-so', at: attestedAt + 9 },
          { how: 'withdrawn', at: attestedAt + 5 },
        ],
      }),
    ).toEqual({ state: 'withdrawn', at: attestedAt + 5 }))

  test('goes with all that was signed here, and not with a part of it, nor with what was taken back before it was seen', () => {
    expect(state({}, [{ part: 'all', withdrawnAt: attestedAt }]).state).toBe('withdrawn')
    expect(state({}, [{ part: 'touch', withdrawnAt: attestedAt + 5 }]).state).toBe('two')
    expect(state({}, [{ part: 'all', withdrawnAt: attestedAt - 1 }]).state).toBe('two')
  })

  test('that is not what was attested is broken, unless it is over anyway', () => {
    expect(state({ whole: false }).state).toBe('broken')
    expect(state({ whole: false, ends: [{ how: 'mistake', at: now }] }).state).toBe('mistake')
  })

  test('lasts a year, from the first moment at which it can have been signed', () => {
    expect(state({ signedOn: '2025-12-01' }).state).toBe('two')
    expect(state({ signedOn: '2025-11-30' }).state).toBe('expired')
    expect(state({ signedOn: '2025' }).state).toBe('expired')
    expect(state({ signedOn: '2026' }).state).toBe('two')
  })
})

describe('what was copied from a paper', () => {
  const at = { careNow: now, timeZone: 'America/Los_Angeles' }
  const typed = {
    ...noPaper,
    formName: ' Consent to ketamine treatment ',
    signerName: 'Ana Prueba',
    signedAs: 'self',
    language: 'en',
    keptWhere: 'Blue folder',
  } as const

  test('is taken as it is; only the version may be empty, and is then none', () =>
    expect(readPaper(typed, '2026-05-14', at)).toEqual({
      ok: true,
      value: { ...said, formVersion: null },
    }))

  test('says of every field what is missing, and chooses nothing by itself', () => {
    expect(readPaper(noPaper, '', at)).toEqual({
      ok: false,
      refusal: {
        formName: 'missing',
        signerName: 'missing',
        keptWhere: 'missing',
        date: 'date',
        signedAs: 'choose',
        language: 'choose',
      },
    })
    expect(readPaper(typed, '2027', at)).toEqual({ ok: false, refusal: { date: 'ahead' } })
  })
})

test('what is signed names the person and every word of the paper; the second signs the first one’s text', () => {
  const one = paperText('p', 'i', said)
  expect(paperText('p', 'i', { ...said, formVersion: null })).not.toBe(one)
  for (const key of Object.keys(said))
    expect(paperText('p', 'i', { ...said, [key]: 'x' } as never)).not.toBe(one)
  expect(paperText('q', 'i', said)).not.toBe(one)
  expect(paperText('p', 'j', said)).not.toBe(one)
  expect(paperSecondText('i', 'a')).not.toBe(paperSecondText('i', 'b'))
})
