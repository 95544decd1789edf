import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openClinic } from '../testing/clinic.ts'
import { testVaultKey } from '../testing/credentials.ts'
import { putting, stageSession } from '../testing/journey.ts'
import { sealOnce } from '../../audit/seal.commands.ts'
import { overTheTrail } from '../../platform/db/door.ts'
import { openCheckpoints } from '../checkpoints.ts'

const clinic = await openClinic()
const folder = mkdtempSync(join(tmpdir(), 'throughline-verify-'))
const checkpoints = openCheckpoints(folder)
afterAll(async () => {
  await clinic.close()
  rmSync(folder, { recursive: true })
})
beforeAll(async () => {
  for (let time = 0; time < 3; time += 1)
    await clinic.ask(clinic.people.client, `/api/people/${clinic.people.client.seatId}`)
  checkpoints.write(await overTheTrail(clinic.db, sealOnce), '2026-03-02T17:00:00Z')
})

const verify = (...args: string[]) =>
  new Promise<{ exit: number; said: unknown }>((resolve) =>
    execFile(
      process.execPath,
      ['src/app/cli/main.ts', 'audit', 'verify', '--data', folder, ...args],
      { env: { ...process.env, DATABASE_URL: clinic.ownerUrl } },
      (cause, stdout) => resolve({ exit: Number(cause?.code ?? 0), said: JSON.parse(stdout) }),
    ),
  )

test('an untouched trail holds, beside its checkpoint too', async () => {
  expect(await verify('--checkpoint', checkpoints.path)).toEqual({
    exit: 0,
    said: { ok: true, checked: 3, unsealed: 0, first: null, signatures: null },
  })
})

test('with the key, each signature is looked at, and one that is over something else is named', async () => {
  writeFileSync(join(folder, 'vault.key'), `${testVaultKey.toString('base64')}\n`)
  const stage = await stageSession(clinic)
  const id = await putting.order(stage, Date.now())
  await putting.consent(stage, Date.now())
  expect(await verify()).toMatchObject({
    exit: 0,
    said: { ok: true, signatures: { checked: 2, broken: [] } },
  })
  await clinic.owner.query('update dose_order set doses = doses + 1 where id = $1', [id])
  expect(await verify()).toMatchObject({
    exit: 1,
    said: {
      ok: false,
      first: null,
      signatures: { checked: 2, broken: [{ kind: 'order', id, personId: stage.personId }] },
    },
  })
})

test('a missing checkpoint file is an error that says so, not a verdict', async () =>
  expect(await verify('--checkpoint', join(folder, 'none'))).toMatchObject({
    exit: 2,
    said: { problem: { kind: 'no-checkpoint' } },
  }))

test('a changed row ends with 1 and its name', async () => {
  const { rows } = await clinic.owner.query(
    `update audit_event set outcome = 'not-allowed' where id = (select min(id) from audit_event) returning id`,
  )
  expect(await verify()).toMatchObject({
    exit: 1,
    said: { ok: false, first: { id: rows[0].id, fault: 'edited' } },
  })
})
