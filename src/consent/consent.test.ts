import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addPerson, addPractice } from '../app/testing/arrange.ts'
import { day, hour, instant, isoOf, minute } from '../kernel/instant.ts'
import { cloneDatabase } from '../platform/testing/clone.ts'
import { choicesOf, nothingChosen } from './document.ts'
import { consentState, type Signature, type Withdrawal } from './state.ts'
import { consentWindow, underMedicine } from './window.ts'

const now = instant('2026-03-03T18:00:00Z')

describe('when something may be signed', () => {
  const at = (lastDoseAt: number | null, dischargedAt: number | null) =>
    consentWindow({ lastDoseAt, dischargedAt }, now)

  test('before any dose, always', () => expect(at(null, null)).toEqual({ open: true }))
  test('from the dose on, not, and while nobody is discharged no end can be named', () => {
    expect(at(now, null)).toEqual({ open: false, until: null })
    expect(at(now - 9 * day, null)).toEqual({ open: false, until: null })
  })
  test('until 24 hours after discharge, to the millisecond', () => {
    expect(at(now - 2 * day, now - day + 1)).toEqual({ open: false, until: now + 1 })
    expect(at(now - 2 * day, now - day)).toEqual({ open: true })
  })
  test('a discharge from before this dose does not count for it', () =>
    expect(at(now - hour, now - 7 * day)).toEqual({ open: false, until: null }))
  test('a dose of tomorrow closes nothing today', () => expect(at(now + day, null)).toEqual({ open: true }))
  test('ratings rest from the dose to discharge, and no longer', () => {
    expect(underMedicine({ lastDoseAt: now - hour, dischargedAt: null }, now)).toBe(true)
    expect(underMedicine({ lastDoseAt: now - 3 * hour, dischargedAt: now - minute }, now)).toBe(false)
  })
})

describe('what stands', () => {
  const signed: Signature = { id: 's', signedAt: now - day }
  const back = (part: string, ago: number): Withdrawal => ({ part, withdrawnAt: now - ago })

  test('nothing signed', () => expect(consentState([], [], now).state).toBe('unsigned'))
  test('signed and not taken back', () => expect(consentState([signed], [], now).state).toBe('stands'))
  test('taken back at this very moment', () =>
    expect(consentState([signed], [back('all', 0)], now).state).toBe('withdrawn'))
  test('signed anew after taking it back', () =>
    expect(consentState([signed], [back('all', 2 * day)], now).state).toBe('stands'))
  test('one kind of touch taken back leaves the rest', () =>
    expect(consentState([signed], [back('touch:hand', hour)], now)).toMatchObject({
      state: 'stands',
      without: ['touch:hand'],
    }))
  test('after 365 days it is asked anew', () => {
    const old = (ago: number) => consentState([{ id: 's', signedAt: now - ago }], [], now).state
    expect([old(365 * day - 1), old(365 * day)]).toEqual(['stands', 'expired'])
  })
})

test('what the first version asked is read as what its words said, and no more', () =>
  expect(
    choicesOf({ touch: { hand: 'no', shoulder: 'ask-each-time', blanket: 'no' }, recording: 'audio' }),
  ).toEqual({
    touch: {
      ...nothingChosen.touch,
      shoulder: { answer: 'ask-each-time', who: 'team', where: ['left-shoulder', 'right-shoulder'] },
    },
    stop: { word: '', gesture: '' },
    recording: 'audio',
  }))

describe('the same in SQL', async () => {
  const { owner, close } = await cloneDatabase()
  afterAll(close)
  const practiceId = await addPractice(owner, 'Ours')
  await owner.query(`select set_config('app.practice_id', $1, false)`, [practiceId])

  let seed = 11
  const chance = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  const ago = () => now - [0, hour, day, 364 * day, 365 * day, 400 * day][chance(6)]! - chance(3)

  async function sign(personId: string, signedAt: number): Promise<string> {
    const id = randomUUID()
    await owner.query(
      `insert into consent_opening (practice_id, id, person_id, document_id, document_version, language, opened_at)
       values ($1, $2, $3, 'd', '1', 'en', $4)`,
      [practiceId, id, personId, isoOf(signedAt)],
    )
    await owner.query(
      `insert into consent_signature (practice_id, id, person_id, opening_id, document_id, document_version, language, shown,
         document_hash, choices, printed_name, meaning, signed_at, signed_by, confirmation_id)
       values ($1, $2, $3, $2, 'd', '1', 'en', $6, encode(sha256(convert_to($6, 'UTF8')), 'hex'), '{}', 'n', 'm', $4, $3, $5)`,
      [practiceId, id, personId, isoOf(signedAt), randomUUID(), JSON.stringify({ personId })],
    )
    return id
  }

  test('a signature stands under no one but whoever signed it', async () => {
    const [signer, other] = [await addPerson(owner, practiceId), await addPerson(owner, practiceId)]
    await sign(signer.seatId, now - day)
    await sign(other.seatId, now - day)
    const move = owner.query(
      `update consent_signature s set person_id = $1, opening_id = o.id from consent_opening o
       where s.person_id = $2 and o.person_id = $1`,
      [other.seatId, signer.seatId],
    )
    await expect(move).rejects.toMatchObject({ code: '23514', constraint: 'consent_signature_is_theirs' })
  })

  test('the trigger’s question has the rule’s answer, over 150 histories', async () => {
    const seen = new Set<string>()
    for (let round = 0; round < 150; round += 1) {
      const { seatId: personId } = await addPerson(owner, practiceId)
      const moments = Array.from({ length: chance(3) }, ago)
      const ids = await Promise.all(moments.map((moment) => sign(personId, moment)))
      const withdrawals = ids.slice(0, chance(2)).map(() => ({
        part: chance(3) ? 'all' : 'touch:hand',
        withdrawnAt: ago(),
      }))
      for (const { part, withdrawnAt } of withdrawals)
        await owner.query(
          `insert into consent_withdrawal (practice_id, id, person_id, signature_id, part, withdrawn_at, withdrawn_by)
           values ($1, $2, $3, $4, $5, $6, $3)`,
          [practiceId, randomUUID(), personId, ids[0], part, isoOf(withdrawnAt)],
        )
      const signatures = moments.map((signedAt, place) => ({ id: ids[place]!, signedAt }))
      const { state } = consentState(signatures, withdrawals, now)
      const { rows } = await owner.query('select consent_state($1, $2) as state', [personId, isoOf(now)])
      seen.add(state)
      expect([rows[0].state, moments, withdrawals]).toEqual([state, moments, withdrawals])
    }
    expect([...seen].toSorted()).toEqual(['expired', 'stands', 'unsigned', 'withdrawn'])
  })

  test('what was shown cannot be stored under another hash', async () => {
    const { seatId: personId } = await addPerson(owner, practiceId)
    const id = await sign(personId, now)
    const change = owner.query(`update consent_signature set shown = '{ }' where id = $1`, [id])
    await expect(change).rejects.toMatchObject({ code: '23514' })
  })
})
