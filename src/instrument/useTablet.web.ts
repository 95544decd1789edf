import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { tabletIdleAfter } from '../access/tablet.ts'
import type { Instrument } from './instrument.ts'
import { readTabletForm, type TabletForm } from './tablet.contract.ts'
import { nothingSaid, openLine, type TabletLine } from './tabletLine.web.ts'
import { startAnew, wipeDevice } from './tabletWipe.web.ts'

const lookEveryMs = 15_000
/** What was said at the end stands for a while, and then the code is asked for again. */
const thanksMs = 60_000

const still = () => () => {}

export type TabletShown =
  | { readonly kind: 'code' }
  | { readonly kind: 'form'; readonly instrument: Instrument; readonly line: TabletLine }
  /** Left, or untouched, with answers that have not been sent: they are out of sight, and the page must stay open. */
  | { readonly kind: 'unsent'; readonly instrument: Instrument; readonly line: TabletLine }
  | { readonly kind: 'over'; readonly why: 'sent' | 'gone'; readonly danger: boolean }

/** When the team reads, and in which zone that is told. */
export type TabletReading = Pick<TabletForm, 'reading' | 'timeZone'>

export function useTablet() {
  const [shown, show] = useState<TabletShown>({ kind: 'code' })
  const [danger, endanger] = useState(false)
  const [reading, hear] = useState<TabletReading>()
  const line = 'line' in shown ? shown.line : undefined
  const state = useSyncExternalStore(line?.follow ?? still, line?.state ?? (() => nothingSaid))
  const open = async (token: string) => {
    await wipeDevice()
    const opened = openLine(token)
    const form = await readForm(token)
    if (!form) return false
    hear(form)
    show({ kind: 'form', instrument: form.instrument, line: opened })
    return true
  }
  const over = (why: 'sent' | 'gone') => {
    line?.stop()
    void wipeDevice()
    show({ kind: 'over', why, danger: danger && why === 'sent' })
  }
  /** Nothing is left behind; what is not sent yet is waited for, out of sight. */
  const leave = async () => {
    if (!line) return startAnew()
    if (isKept(line) && shown.kind === 'form') return show({ ...shown, kind: 'unsent' })
    if (!isKept(line)) await forget(line)
  }
  const told = useEffectEvent(() => {
    const { sent, gone, waiting } = line?.state() ?? nothingSaid
    if (sent) over('sent')
    else if (gone) over('gone')
    else if (shown.kind === 'unsent' && waiting === 0) void leave()
  })
  useEffect(() => line?.follow(told), [line])
  useUntouched(line, () => void leave())
  useLeaving(line)
  const isOver = shown.kind === 'over'
  useEffect(() => {
    if (!isOver) return
    const end = setTimeout(startAnew, danger ? tabletIdleAfter : thanksMs)
    return () => clearTimeout(end)
  }, [isOver, danger])
  return { shown, state, danger, reading, open, leave, endanger: () => endanger(true), startAnew }
}

/** Something was answered that the server does not have. */
const isKept = (line: TabletLine): boolean => line.state().waiting > 0 || line.state().refused !== null

/** Left for good: nothing of it stays on the device. */
export async function forget(line: TabletLine) {
  await Promise.race([line.leave(), new Promise((late) => setTimeout(late, 2_000))])
  await wipeDevice()
  startAnew()
}

async function readForm(token: string): Promise<TabletForm | undefined> {
  const reply = await fetch(readTabletForm.path, {
    credentials: 'omit',
    headers: { 'throughline-tablet': token },
  }).catch(() => undefined)
  if (!reply?.ok) return undefined
  return (await reply.json()) as TabletForm
}

const touches = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** After five minutes of nothing it is left; meanwhile it asks now and then whether it may still be here. */
function useUntouched(line: TabletLine | undefined, onIdle: () => void) {
  const idle = useEffectEvent(onIdle)
  useEffect(() => {
    if (!line) return
    let touchedAt = Date.now()
    let lookedAt = Date.now()
    const touch = () => void (touchedAt = Date.now())
    for (const kind of touches) addEventListener(kind, touch, { passive: true })
    const every = setInterval(() => {
      if (Date.now() - touchedAt >= tabletIdleAfter) idle()
      else if (Date.now() - lookedAt >= lookEveryMs) {
        void line.look(touchedAt > lookedAt)
        lookedAt = Date.now()
      }
    }, 1_000)
    return () => {
      clearInterval(every)
      for (const kind of touches) removeEventListener(kind, touch)
    }
  }, [line])
}

/** Closing, reloading or going back is leaving: the code is over. Whoever does so with answers unsent is asked first. */
function useLeaving(line: TabletLine | undefined) {
  useEffect(() => {
    const again = (event: PageTransitionEvent) => event.persisted && window.location.reload()
    addEventListener('pageshow', again)
    if (!line) return () => removeEventListener('pageshow', again)
    const ask = (event: BeforeUnloadEvent) => isKept(line) && event.preventDefault()
    const gone = () => {
      void line.leave()
      sessionStorage.clear()
      document.getElementById('root')?.replaceChildren()
    }
    addEventListener('beforeunload', ask)
    addEventListener('pagehide', gone)
    return () => {
      removeEventListener('pageshow', again)
      removeEventListener('beforeunload', ask)
      removeEventListener('pagehide', gone)
    }
  }, [line])
}
