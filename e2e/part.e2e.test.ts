import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { addMember, addPractice } from '../src/app/testing/arrange.ts'
import { giveAuthenticator, givePassword, hashOfDocument } from '../src/app/testing/credentials.ts'
import { widenText } from '../src/access/widen.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
afterAll(() => stage.close())
const { owner } = stage

test('one who administers alone takes a part more: asked who they are in the place, and told there that it holds', async () => {
  const practiceId = await addPractice(owner, 'Alone')
  const who = await addMember(owner, practiceId, ['administrator'])
  await givePassword(owner, who.accountId)
  await giveAuthenticator(owner, who.accountId)
  const page = await signedIn(stage, who, phone)
  await page.goto(`${stage.base}/app/access`)
  await page.getByRole('button', { name: 'Change Member administrator' }).click()
  await page.getByRole('checkbox', { name: 'Prescriber' }).check({ force: true })
  await page.getByText('A further part for yourself').waitFor()

  // The proof itself is tried elsewhere: here it is taken for given, for the very text that the page asks it of.
  const documentHash = hashOfDocument(widenText(who.seatId, ['prescriber', 'administrator']))
  await page.route('**/api/account/confirm', async (route) => {
    expect(route.request().postDataJSON().documentHash).toBe(documentHash)
    const id = randomUUID()
    await owner.query(
      `insert into confirmation (id, account_id, login_id, seat_id, document_hash, factor, made_at)
       select $1, account_id, id, $2, decode($3, 'hex'), 'password+totp', now() from login
       where account_id = $4 order by started_at desc limit 1`,
      [id, who.seatId, documentHash, who.accountId],
    )
    await route.fulfill({ json: { confirmationId: id, until: Date.now() + 60_000 } })
  })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByLabel('Your password').fill('a long way')
  await page.getByLabel('Code from your authenticator app').fill('123456')
  await page.keyboard.press('Enter')
  await page.getByText('Saved. It holds from now on.').waitFor()
  const { rows } = await owner.query('select roles from member where id = $1', [who.seatId])
  expect(rows[0].roles.toSorted()).toEqual(['administrator', 'prescriber'])
})
