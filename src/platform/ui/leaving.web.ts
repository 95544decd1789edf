import { stepsIn } from './steps.web.ts'
import { forgetTyped } from './typedKept.web.ts'

/** A page that fits any screen and any search history. Going there is the person's own step away from the product. */
export const neutralPage = 'https://www.weather.gov/'

export type LeavingWords = { twice: string; once: string; over: string; leaving: string }

type Leaving = {
  /** Told to the person through a live region. */
  say: (words: string) => void
  words: LeavingWords
  /** Empties what the page holds in memory: caches, drafts, keys. */
  wipe?: (() => void) | undefined
  page?: string | undefined
}

/** Blanks the page first, because the next one may be slow to come; leaves nothing for the Back button. */
export function leaveNow({ say, words, wipe, page = neutralPage }: Leaving) {
  say(words.leaving)
  document.documentElement.classList.add('tl-left')
  try {
    sessionStorage.clear()
    forgetTyped()
    wipe?.()
  } finally {
    outOfSteps(() => window.location.replace(page))
  }
}

const atMost = 250

/** What a page was gone through in steps is left first, so that Back from elsewhere does not lead into it again. */
function outOfSteps(go: () => void): void {
  const steps = stepsIn(window.history.state)
  if (steps === 0) return go()
  window.addEventListener('popstate', go, { once: true })
  window.setTimeout(go, atMost)
  window.history.go(-steps)
}

const patience = 5_000

/** Three presses of Shift, each within five seconds of the last and nothing between, leave. Returns how to stop listening. */
export function listenForLeaving(leaving: Leaving): () => void {
  let presses = 0
  let timer = 0
  const rest = (spoken: boolean) => {
    window.clearTimeout(timer)
    if (presses > 0 && spoken) leaving.say(leaving.words.over)
    presses = 0
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.repeat) return
    if (event.key !== 'Shift') return rest(false)
    presses += 1
    if (presses === 3) return leaveNow(leaving)
    leaving.say(presses === 1 ? leaving.words.twice : leaving.words.once)
    window.clearTimeout(timer)
    timer = window.setTimeout(() => rest(true), patience)
  }
  document.addEventListener('keydown', onKey)
  return () => {
    window.clearTimeout(timer)
    document.removeEventListener('keydown', onKey)
  }
}
