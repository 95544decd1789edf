import { useEffect, useState } from 'react'
import { ask } from '../platform/http/ask.web.ts'
import { followEntering, followTold, isUntold, restNow, toldAt } from '../platform/http/attended.web.ts'
import { standingAt, tellEvery, type Standing } from './idle.ts'
import { stay } from './signin.contract.ts'

const lookEveryMs = 1_000

let saying: Promise<unknown> | undefined

/** Says that someone is here, once at a time. Whatever the answer is, the page finds out by what it asks next. */
export function sayHere(): void {
  saying ??= ask(stay, {})
    .catch(() => undefined)
    .finally(() => (saying = undefined))
}

/**
 * How long this page, and every other tab of this browser, has been left alone. While someone types and asks nothing the
 * server is told, once a minute; once a warning stands, at the first touch.
 */
export function useStanding(idleFor: number): Standing {
  const [standing, stand] = useState<Standing>('here')
  useEffect(() => {
    const look = () => {
      const now = Date.now()
      const next = standingAt(now, { toldAt: toldAt(), idleFor })
      if (next === 'over') restNow()
      else if (isUntold() && (next !== 'here' || now - toldAt() > tellEvery)) sayHere()
      stand(next)
    }
    const timer = setInterval(look, lookEveryMs)
    const leave = [followTold(look), followEntering(look)]
    // A device that slept, or a tab that was put away, looks before anything else.
    for (const woken of ['visibilitychange', 'pageshow', 'focus']) addEventListener(woken, look, true)
    return () => {
      clearInterval(timer)
      for (const go of leave) go()
      for (const woken of ['visibilitychange', 'pageshow', 'focus']) removeEventListener(woken, look, true)
    }
  }, [idleFor])
  return standing
}
