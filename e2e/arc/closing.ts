import { en as closingEn } from '../../src/journey/words.closing.en.ts'
import { es as closingEs } from '../../src/journey/words.closing.es.ts'
import { en as roomEn } from '../../src/journey/words.room.en.ts'
import { es as roomEs } from '../../src/journey/words.room.es.ts'
import { ride } from './day.ts'
import { inTongue, stored, until, type Found, type Walk } from './walk.ts'

const closing = { en: closingEn, es: closingEs }
const room = { en: roomEn, es: roomEs }

/** Each criterion by what was measured, asked or seen; then the one press that sends them home. */
export async function sendsThemHome(walk: Walk, found: Found): Promise<object[]> {
  const { therapist, monitor } = walk
  const words = inTongue(walk, closing)
  for (const { hands } of [therapist, monitor]) {
    await hands.press(inTongue(walk, room).discharge)
    await hands.page.getByText(ride.name).first().waitFor()
  }
  await therapist.hands.choose(words.noThoughts)
  await therapist.hands.press(words.writeAnswer)
  await monitor.hands.page.getByText(words.code['asked-no-thoughts'].split('{')[0]!.trim()).waitFor()
  await walk.look(monitor, 'closing')
  const open = monitor.hands.page.getByRole('button', { name: new RegExp(`^${words.tick}`) })
  for (let left = await open.count(); left > 0; left -= 1) {
    await monitor.hands.press(new RegExp(`^${words.tick}`))
    await until('one less is open', async () => (await open.count()) < left)
  }
  await monitor.hands.page.getByRole('heading', { level: 1, name: words.ready }).waitFor()
  await monitor.hands.press(words.close)
  await monitor.hands.page.getByRole('heading', { level: 1, name: words.over }).waitFor()
  return stored(walk, 'select override_reason from discharge where session_id = $1', [found.sessionId])
}
