import type { FastifyRequest } from 'fastify'
import * as z from 'zod/v4/core'
import { Problem } from '../kernel/problem.ts'
import { lookAsVisitor } from '../platform/http/look.ts'
import { demandOwnOrigin } from '../platform/http/request.ts'
import { noteUnread } from '../platform/http/unread.ts'
import { networkOf } from './device.ts'
import { deviceTokenIn, type Door } from './door.routes.ts'
import { signIn } from './signin.contract.ts'
import { triedOf, weighed, type Weight } from './weigh.commands.ts'

/** Passwords of one network that are weighed at a time. A clinic of twenty who all press Enter at once still gets in. */
const mostAtOnce = 8

/**
 * Weighing a password takes a good part of a tenth of a second, on purpose. It is done before the request's own transaction
 * is opened, so that it holds no connection and no lock; only for who may try just now; and for a few of one network at
 * once, so that three hundred from one address do not hold up everyone else.
 */
export function weighPasswords({ shell }: Pick<Door, 'shell'>): (request: FastifyRequest) => Weight {
  const weights = new WeakMap<FastifyRequest, Weight>()
  const turn = turnsOf(mostAtOnce)
  shell.app.addHook('preHandler', async (request) => {
    const { method, url } = request.routeOptions
    if (method !== signIn.method || url !== signIn.path) return
    const sent = z.safeParse(signIn.input, request.body)
    // What is wrong with it is told, and noted, where every request is read.
    if (!sent.success || !isOurOwn(request, shell.publicOrigin())) return
    const weight = await turn(networkOf(request.ip), async () => {
      const claim = sent.data
      const asking = {
        email: claim.email,
        address: networkOf(request.ip),
        deviceToken: deviceTokenIn(request),
        now: shell.machineNow(),
      }
      return weighed(claim.password, await lookAsVisitor(shell, (tx) => triedOf(tx, asking)))
    })
    if (weight) return void weights.set(request, weight)
    await noteUnread(shell, request, 'too-many')
    throw tooManyAtOnce()
  })
  return (request) => {
    const weight = weights.get(request)
    if (!weight) throw tooManyAtOnce()
    return weight
  }
}

const tooManyAtOnce = () => new Problem('too-many', [{ path: 'seconds', fault: '1' }])

function isOurOwn(request: FastifyRequest, publicOrigin: string): boolean {
  try {
    demandOwnOrigin(request, publicOrigin)
    return true
  } catch (refusal) {
    if (refusal instanceof Problem) return false
    throw refusal
  }
}

/** Does the work, unless as much of the same is at work already as may be. */
function turnsOf(most: number) {
  const atWork = new Map<string, number>()
  return async <T>(whose: string, work: () => Promise<T>): Promise<T | undefined> => {
    const before = atWork.get(whose) ?? 0
    if (before >= most) return undefined
    atWork.set(whose, before + 1)
    try {
      return await work()
    } finally {
      const left = (atWork.get(whose) ?? 1) - 1
      if (left > 0) atWork.set(whose, left)
      else atWork.delete(whose)
    }
  }
}
