import { readFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { hour, minute } from '../../kernel/instant.ts'
import { vaultOf } from '../../platform/crypto/vault.ts'
import type { Db } from '../../platform/db/db.ts'
import { buildServer } from '../server.ts'
import { agree, answerQuestions, clear, order, planSession, prepare, takeIn } from './care.ts'
import { openDoor } from './door.ts'
import { hannahIntegrates } from './hannah.ts'
import { clients } from './people.ts'
import { openStage, type Stage } from './stage.ts'

export interface SeedParts {
  readonly db: Db
  readonly vaultKey: Buffer
  readonly machineNow: () => number
  readonly report: (error: unknown) => void
}

const silentHub = {
  place: () => 0n,
  wrote: () => {},
  follow: () => () => {},
  since: async () => undefined,
  stop: async () => {},
}

/**
 * Plays some weeks in an invented practice, through the product's own requests, so that what a newcomer finds was made
 * by the same rules as everything they will do. The rehearsal's machine clock begins three hours ago, because each of
 * its signatures uses up half a minute of one-time codes.
 */
export async function seedDemo({ db, vaultKey, machineNow, report }: SeedParts): Promise<void> {
  const clock = { now: machineNow() - 3 * hour }
  const app = await buildServer({
    db,
    hub: silentHub,
    machineNow: () => clock.now,
    publicOrigin: () => 'http://localhost',
    vaultKey,
    demo: true,
    report,
  })
  try {
    const stage = await openStage({ app, clock, db, vault: vaultOf(vaultKey) })
    await settle(stage)
    await hannahIntegrates(stage)
    await stage.setDay(-9)
    await rosaPrepares(stage)
    await danielIsReady(stage)
    await stage.setDay(0)
    await someoneIsReferred(stage)
    await openDoor(db, stage.practiceId, machineNow())
  } finally {
    await app.close()
  }
}

/** Who answers, and when: said by the administrator before anyone comes. */
async function settle({ hands: { administrator } }: Stage): Promise<void> {
  await administrator.ask('/api/cover', {
    id: randomUUID(),
    weekdays: [1, 2, 3, 4, 5],
    opensMinute: 9 * 60,
    closesMinute: 17 * 60,
    respondWithinMinutes: 30,
  })
  await administrator.ask('/api/help', {
    id: randomUUID(),
    hours: { en: 'Monday to Friday, 9 to 5', es: 'De lunes a viernes, de 9 a. m. a 5 p. m.' },
    afterHours: {
      en: 'Nobody at the practice reads or answers. Call or text 988.',
      es: 'Nadie en el consultorio lee ni contesta. Llame o escriba al 988.',
    },
    concernName: 'Lee Marsh (demo)',
    concernRole: { en: 'outside the treating team', es: 'fuera del equipo tratante' },
    concernPhone: '+1 213 555 0188',
    boardName: 'Demo licensing board (invented)',
    boardPhone: '+1 916 555 0199',
    boardSite: null,
  })
}

async function rosaPrepares(stage: Stage): Promise<void> {
  const rosa = await takeIn(stage, clients.rosa)
  await answerQuestions(rosa, [2, 3, 2, 2, 1, 2, 1, 1, 0])
  await clear(stage, rosa, {
    reason: 'La depresión no cedió con dos antidepresivos. No se halló nada en contra. La vi en consulta.',
    medicines: 'Rosa trajo sus frascos; los leímos juntas, uno por uno.',
  })
  await prepare(rosa, {
    intention: 'Volver a dormir una noche entera sin la luz del pasillo.',
    belief: 'No estoy a salvo cuando se apaga la luz',
    rating: 85,
    helps: 'Que me digan la hora y dónde estoy. La manta azul.',
    hinders: 'Que alguien se quede de pie detrás de mí.',
    word: 'Malvarrosa',
    gesture: 'la palma abierta sobre el pecho',
  })
  await planSession(stage, rosa, (await stage.careNow()) + 11 * 24 * hour)
}

/** Everything is there but what belongs to the day itself. */
async function danielIsReady(stage: Stage): Promise<void> {
  const daniel = await takeIn(stage, clients.daniel)
  await answerQuestions(daniel, [3, 2, 2, 2, 2, 3, 2, 1, 0])
  await clear(stage, daniel, {
    reason:
      'Two full trials brought Daniel no relief. No finding stands against it. He came in and we talked.',
    medicines: 'Daniel read them out from the list on his refrigerator.',
  })
  await agree(stage, daniel, {
    what: 'Ketamine with talking around it. Nobody has approved it for low mood.',
    harm: 'Dizzy, far away, maybe throwing up. Rarely worse things, with the bladder or the heart.',
    safe: 'I tell you each pill I take, and I stay off the motorbike until I have slept.',
    stop: 'I can walk away until I have swallowed it. Then one word of mine, and you stop.',
    help: 'What I say stays in the team unless somebody is in danger. I have the number of the board.',
  })
  await order(stage, daniel)
  await prepare(daniel, {
    intention: 'To put down what I carry from the night on Quarry Bridge.',
    belief: "I'm broken since the bridge",
    rating: 90,
    helps: 'A hand on the blanket, slow breathing with me, no talking.',
    hinders: 'Being asked how I feel before I can speak.',
    word: 'Halyard',
    gesture: 'two taps on the mattress',
  })
  await planSession(stage, daniel, (await stage.careNow()) + 9 * 24 * hour + 30 * minute)
}

/** A referral that came this morning: nothing of it is confirmed yet, and its stroke has no type. */
async function someoneIsReferred({ hands: { coordinator } }: Stage): Promise<void> {
  const referral = await readFile(new URL('../../../content/demo/referral.json', import.meta.url), 'utf8')
  await coordinator.ask('/api/referrals', { referral })
}
