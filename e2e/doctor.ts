import type { Page } from 'playwright-core'
import type { en as accessEn } from '../src/access/words.confirm.en.ts'
import { addMember, type Someone } from '../src/app/testing/arrange.ts'
import { givePassword, testPassword } from '../src/app/testing/credentials.ts'
import type { Stage } from './stage.ts'

export interface Doctor {
  readonly member: Someone
  readonly name: string
  readonly code: () => string
}

/** Somebody who prescribes here, and may sign. */
export async function doctorIn(stage: Stage, practiceId: string, name = 'Dr Test'): Promise<Doctor> {
  const member = await addMember(stage.owner, practiceId, ['prescriber'])
  await stage.owner.query('update member set name = $2 where id = $1', [member.seatId, name])
  await givePassword(stage.owner, member.accountId)
  return { member, name, code: await stage.authenticator(member.accountId) }
}

/** In the dialog that stands open, with a code that was not used yet. */
export async function signHere(
  stage: Stage,
  page: Page,
  { confirm, code }: Pick<typeof accessEn, 'confirm'> & Pick<Doctor, 'code'>,
): Promise<void> {
  const dialog = page.getByRole('dialog')
  stage.pass(31_000)
  await dialog.getByLabel(confirm.password).fill(testPassword)
  await dialog.getByLabel(confirm.code).fill(code())
  await dialog.getByRole('button', { name: confirm.sign }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
}
