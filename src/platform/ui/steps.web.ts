const key = 'throughlineSteps'

/** How many steps into a page an entry of the history is: a number and nothing else, because browsers write it down. */
export function stepsIn(state: unknown): number {
  const steps = typeof state === 'object' && state !== null ? (state as Record<string, unknown>)[key] : 0
  return typeof steps === 'number' && steps > 0 ? steps : 0
}

let going = false

/** Only once at a time: what has been asked for already is not over when this returns. */
function goBackBy(steps: number): void {
  if (going || steps <= 0) return
  going = true
  addEventListener('popstate', () => (going = false), { once: true })
  history.go(-steps)
}

/** Back to where the page began, where an entry is left of steps that nobody remembers: a page loaded again, or come back to. */
export const leaveOldSteps = (): void => goBackBy(stepsIn(history.state))

export interface Steps<View> {
  /** On to the next view, which Back leaves again. */
  readonly go: (view: View) => void
  /** To the view before, as Back on the device does. */
  readonly back: () => void
  /** Nothing of the steps is left to go back to; what is shown from here on. */
  readonly end: (view: View) => void
  /** Nothing of the steps is remembered from here on, though the history still has them. */
  readonly forget: (view: View) => void
  /** Begins to listen for Back; answers how to stop. */
  readonly listen: () => () => void
}

/**
 * Each step of something on one page is an entry of the browser's history, so that Back on the device goes to the step
 * before and not out of the page. What a step showed is in this page's memory alone; address and title stay as they are.
 */
export function openSteps<View>(first: View, show: (view: View) => void): Steps<View> {
  let trail: readonly View[] = [first]
  let place = 0
  const onPop = ({ state }: PopStateEvent) => {
    const wanted = stepsIn(state)
    const view = trail[wanted]
    if (view === undefined) return goBackBy(wanted)
    place = wanted
    show(view)
  }
  return {
    go(view) {
      place += 1
      trail = [...trail.slice(0, place), view]
      history.pushState({ [key]: place }, '')
      show(view)
    },
    back: () => history.back(),
    end(view) {
      trail = [view]
      goBackBy(place)
      place = 0
      show(view)
    },
    forget: (view) => void (trail = [view]),
    listen() {
      addEventListener('popstate', onPop)
      return () => removeEventListener('popstate', onPop)
    },
  }
}
