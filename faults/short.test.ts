import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCampaign, type Campaign } from './campaign.ts'
import { holds } from './checker.ts'
import { controls } from './controls.ts'
import { gatesHold, openGateCampaign } from './gates.ts'

let campaign: Campaign
beforeAll(async () => {
  campaign = await openCampaign()
})
afterAll(() => campaign.close())

const seed = Number(process.env['FAULTS_SEED'] ?? 20_260_302)

describe('what was acknowledged is there, once and in order', () => {
  test.each(['server', 'database', 'both'] as const)('after kill -9 of: %s', async (fault) => {
    const verdict = await campaign.round({ fault, kills: 3, seed })
    console.info(fault, JSON.stringify(verdict))
    expect({ ...verdict, held: holds(verdict) }).toMatchObject({ held: true })
  })
})

test('no dose is released after a gate has closed, whichever of two servers is asked', async () => {
  const gates = await openGateCampaign()
  try {
    const verdict = await gates.round({ sessions: 25, seed })
    expect({ ...verdict, held: gatesHold(verdict) }).toMatchObject({ held: true })
  } finally {
    await gates.close()
  }
})

describe('without its protection the campaign turns red', () => {
  test.for(controls)('$name', async ({ whyNot, run }, context) => {
    const reason = whyNot?.()
    if (reason) return context.skip(reason)
    const { verdict, turnedRed } = await run(seed)
    expect({ ...verdict, turnedRed }).toMatchObject({ turnedRed: true })
  })
})
