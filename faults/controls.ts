import { openCampaign } from './campaign.ts'
import { holds, type Verdict } from './checker.ts'
import { whyNoDisk } from './disk.ts'
import { openGateCampaign, gatesHold, type GateVerdict } from './gates.ts'
import { answerOutsideTheTransaction, mutant } from './mutant.ts'

/** A protection taken away: the campaign must see it, or it sees nothing. */
export interface Control {
  readonly name: string
  /** Why it cannot be tried here. */
  readonly whyNot?: () => string | undefined
  run(seed: number): Promise<{ verdict: Verdict | GateVerdict; turnedRed: boolean }>
}

export const controls: readonly Control[] = [
  {
    name: 'fsync off, the power cut',
    whyNot: whyNoDisk,
    async run(seed) {
      const campaign = await openCampaign({ onDisk: true, settings: ['fsync=off'] })
      try {
        const verdict = await campaign.round({ fault: 'power', kills: 1, seed })
        return { verdict, turnedRed: !verdict.isVoid && verdict.lost > 0 }
      } finally {
        await campaign.close()
      }
    },
  },
  {
    name: 'answers kept outside the transaction',
    async run(seed) {
      const campaign = await openCampaign()
      const { source, remove } = mutant(answerOutsideTheTransaction)
      try {
        const verdict = await campaign.round({ fault: 'server', kills: 4, seed, source })
        return { verdict, turnedRed: !verdict.isVoid && !holds(verdict) }
      } finally {
        await campaign.close()
        remove()
      }
    },
  },
  {
    name: 'the gates in TypeScript only',
    async run(seed) {
      const campaign = await openGateCampaign()
      try {
        await campaign.leaveItToTypeScript()
        const verdict = await campaign.round({ sessions: 60, seed })
        return { verdict, turnedRed: !gatesHold(verdict) && verdict.unmet > 0 }
      } finally {
        await campaign.close()
      }
    },
  },
]
