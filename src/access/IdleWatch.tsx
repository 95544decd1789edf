import { useEffect, useEffectEvent, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { followOut, toldAt } from '../platform/http/attended.web.ts'
import { useChooseLanguage, useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { followOutbox, outboxState } from '../platform/offline/outbox.ts'
import { Button } from '../platform/ui/Button.tsx'
import { cover } from './cover.web.ts'
import { followHold, isHeld } from './hold.web.ts'
import { standingAt, type Standing } from './idle.ts'
import { sayHere, useStanding } from './idle.web.ts'
import './idle.css'
import { goingOut } from './lock.web.ts'
import { idle } from './login.ts'
import { en } from './words.idle.en.ts'
import { es } from './words.idle.es.ts'

const words = { en, es }

type Props = {
  staff: boolean
  /** When the server last said that it knows nobody here any more; 0 while it does. */
  goneAt?: number
}

/** Watches over a page that nobody touches: a quiet word two minutes before, then the page covers itself. */
export function IdleWatch({ staff, goneAt = 0 }: Props) {
  const own = useWords(words)
  const held = useSyncExternalStore(followHold, isHeld)
  const idleFor = staff ? idle.member : idle.client
  const standing = useStanding(idleFor)
  const queries = useQueryClient()
  const spoken = { language: useLanguage(), choose: useChooseLanguage(), staff }
  useEffect(() => goingOut(false), [])
  useEffect(() => followOut(() => void queries.invalidateQueries()), [queries])
  const left = standing === 'over' && !held
  const unsent = useSyncExternalStore(followOutbox, outboxState).why === 'signed-out'
  /** What was asked before the new sign-in may still be refused after it, and says nothing any more. */
  const anew = () => void queries.cancelQueries().then(() => queries.invalidateQueries())
  const covering = useEffectEvent(() => {
    // Another tab may have covered itself first: whoever left is told so, whatever this page has heard.
    const isAway = !held && standingAt(Date.now(), { toldAt: toldAt(), idleFor }) === 'over'
    const why = isAway ? 'away' : 'ended'
    cover({ ...spoken, why, words: own.covered[why].title, onBack: anew })
  })
  // Each for itself: that one of them is over must not wake another, whose answer is older than the new sign-in.
  useLayoutEffect(() => void (left && covering()), [left])
  useLayoutEffect(() => void (unsent && covering()), [unsent])
  useLayoutEffect(() => void (goneAt > 0 && covering()), [goneAt])
  return <Warning standing={held ? 'here' : standing} />
}

/** Said once as it comes and once at the end; nothing counts down. Any touch is an answer, the button for who has none. */
function Warning({ standing }: { standing: Standing }) {
  const { warning } = useWords(words)
  const place = useRef<HTMLElement>(null)
  const said = standing === 'soon' || standing === 'last' ? warning[standing] : ''
  useEffect(() => {
    if (said) place.current?.showPopover()
    else place.current?.hidePopover()
  }, [said])
  return (
    <>
      <output className="tl-sr">{said}</output>
      <aside className="tl-idle" popover="manual" ref={place} aria-label={warning.label}>
        {said && (
          <>
            <p>{said}</p>
            <Button onPress={sayHere}>{warning.stay}</Button>
          </>
        )}
      </aside>
    </>
  )
}
