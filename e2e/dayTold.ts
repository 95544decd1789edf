import { randomUUID } from 'node:crypto'
import { allLines, answersTo } from '../src/journey/dayLines.ts'
import { get, post } from './signing-in.ts'
import type { Player } from './stage.ts'

interface Ready {
  readonly now: number
  readonly takenToday: readonly string[]
  readonly kit: { readonly equipment: readonly { readonly id: string }[] }
  readonly gates: readonly { readonly id: string; readonly state: string }[]
}

/** Fasted, the kit looked at, someone stays, the medicine counted, and an earlier journey talked through. */
export async function tellTheDay(monitor: Player, sessionId: string): Promise<void> {
  const at = `/api/sessions/${sessionId}`
  const { now, kit, gates, takenToday } = await get<Ready>(monitor, `${at}/ready`)
  const moment = (hours: number) => new Date(now + hours * 3_600_000).toISOString()
  const tell = (told: object, where = 'told') => post(monitor, `${at}/${where}`, { id: randomUUID(), told })
  await tell({ kind: 'fasting', solidAt: moment(-14), clearAt: moment(-3) })
  await tell({ kind: 'equipment', items: kit.equipment.map(({ id }) => id) })
  await tell({ kind: 'closing', untilAt: moment(5) })
  await tell({ kind: 'count', lot: 'D7', useBy: '2099-12-31', agrees: true }, 'told/medicine')
  const said = allLines.map((line) => ({ line, answer: answersTo(line)[0] }))
  await tell({ kind: 'answers', said })
  if (takenToday.length > 0)
    await tell({
      kind: 'medicines',
      taken: takenToday.map((ingredient) => ({ ingredient, last: 'not-today' })),
    })
  await tell({ kind: 'report', reportResult: 'as-expected' }, 'told/medicine')
  if (gates.some(({ id, state }) => id === 'pregnancy' && state !== 'met'))
    await tell({ kind: 'pregnancy-test', testResult: 'negative' }, 'told/medicine')
  const open = gates.some(({ id, state }) => id === 'talked' && state !== 'met')
  if (open) await tell({ kind: 'talked', talked: true, wantsAnother: true })
}
