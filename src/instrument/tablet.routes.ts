import * as access from '../access/tablet.commands.ts'
import { networkOf } from '../access/device.ts'
import { kept } from '../access/door.routes.ts'
import { formReadWithin, passState } from '../access/tablet.ts'
import { ownTablet, passesOf } from '../access/tablet.queries.ts'
import { Problem } from '../kernel/problem.ts'
import { isNeverSelfServed } from '../measure/occasion.ts'
import { standOf } from '../measure/schedule.queries.ts'
import { keyFor } from '../platform/crypto/derive.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { emptied } from '../platform/http/armour.ts'
import { tokenCookie } from '../platform/http/request.ts'
import { readingHere } from '../safety/safety.queries.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import type { Instrument } from './instrument.ts'
import { libraryIds } from './library.content.ts'
import { isWorded } from './ownWords.ts'
import { keepTabletDraft, leaveTablet, sendTablet } from './tablet.commands.ts'
import * as contract from './tablet.contract.ts'
import { wordedHere } from './wording.queries.ts'

export function tabletRoutes(shell: Shell, vaultKey: Buffer): void {
  const key = keyFor(vaultKey, 'tablet code')
  handingRoutes(shell, key)
  serve(shell, contract.openTablet, async (tx, { code }, asked) => {
    const held = asked.request.cookies[tokenCookie]
    const address = networkOf(asked.request.ip)
    const opened = await access.openTablet(tx, { code }, { ...asked, key, address, held })
    if (!(opened instanceof Problem)) asked.reply.clearCookie(tokenCookie, kept).header(...emptied)
    return opened
  })
  serve(shell, contract.stayTablet, async (tx) => {
    const own = await ownTablet(tx)
    if (!own || own.isOver) throw new Problem('not-signed-in')
    return { here: true as const }
  })
  serve(shell, contract.readTabletForm, (tx, _, asked) => formOf(tx, asked))
  serve(shell, contract.keepTabletDraft, async (tx, given, asked) =>
    keepTabletDraft(tx, { ...given, passId: (await access.takeFromTablet(tx)).id }, asked),
  )
  serve(shell, contract.sendTablet, async (tx, given, asked) =>
    sendTablet(tx, { ...given, passId: (await access.takeFromTablet(tx)).id }, asked),
  )
  serve(shell, contract.leaveTablet, async (tx, _, asked) =>
    leaveTablet(tx, { passId: (await access.takeFromTablet(tx)).id }, asked),
  )
}

/** For whoever hands it over. */
function handingRoutes(shell: Shell, key: Buffer): void {
  serve(shell, contract.readTablet, (tx, { personId }, asked) => handingOf(tx, personId, asked))
  serve(shell, contract.makeCode, async (tx, { personId, id, instrumentId }, asked) => {
    if (!(await carriedHere(tx)).some((one) => one.id === instrumentId)) throw new Problem('not-found')
    return access.makeCode(tx, { id, personId, instrumentId }, { ...asked, key })
  })
  serve(shell, contract.withdrawCode, (tx, { personId, passId }, asked) =>
    access.withdrawCode(tx, { id: passId, personId }, asked),
  )
}

/** What a client may answer alone, in words that are here; what happened to someone is asked by a person, never by a tablet. */
async function carriedHere(tx: PracticeTx): Promise<Instrument[]> {
  const all = [...(await wordedHere(tx, libraryIds())).values()]
  return all.filter(
    (one) => one.rater === 'self' && !isNeverSelfServed(one) && (isWorded(one, 'en') || isWorded(one, 'es')),
  )
}

async function handingOf(tx: PracticeTx, personId: string, { careNow, machineNow }: Asked) {
  const carried = await carriedHere(tx)
  const stand = await standOf(tx, personId, careNow)
  const due = new Set(
    stand?.all.flatMap(({ state, intended }) => (state === 'open' ? [intended.instrumentId] : [])),
  )
  const nameOf = (id: string) => carried.find((one) => one.id === id)?.name ?? id
  return {
    instruments: carried.map(({ id, name }) => ({ id, name, due: due.has(id) })),
    passes: (await passesOf(tx, personId)).map((pass) => ({
      id: pass.id,
      name: nameOf(pass.instrumentId),
      state: passState(pass, machineNow),
      madeAt: pass.madeAt,
      expiresAt: pass.expiresAt,
      by: pass.by,
    })),
    machineNow,
  }
}

/** Read out while someone is there; after a while of nothing, not again. */
async function formOf(tx: PracticeTx, { machineNow, careNow }: Asked) {
  const own = await ownTablet(tx)
  if (!own || own.isOver || machineNow - own.seenAt > formReadWithin) throw new Problem('not-signed-in')
  const instrument = (await wordedHere(tx, [own.instrumentId])).get(own.instrumentId)
  if (!instrument) throw new Problem('not-found')
  const { reading, timeZone } = await readingHere(tx, careNow)
  return { instrument, reading, timeZone }
}
