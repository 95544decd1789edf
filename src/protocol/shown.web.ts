import { useLocation, useSearch } from 'wouter'

/** Which edition, beside which other, and whether only what differs: by their keys, which name nothing. */
export interface Shown {
  readonly of: string
  readonly beside: string
  readonly only: boolean
}

/** What is shown stands in the address, so that it is still there when the page is opened again. */
export function useShown(): { shown: Shown; go: (shown: Shown) => void } {
  const asked = new URLSearchParams(useSearch())
  const [place, navigate] = useLocation()
  const shown = {
    of: asked.get('of') ?? '',
    beside: asked.get('beside') ?? '',
    only: asked.get('only') === '1',
  }
  const go = ({ of, beside, only }: Shown) => {
    const said = Object.entries({ of, beside, only: only ? '1' : '' }).filter(([, value]) => value !== '')
    navigate(`${place}?${new URLSearchParams(said).toString()}`, { replace: true })
  }
  return { shown, go }
}

/** Room for a whole protocol at once; on a phone its parts begin closed. */
export const isWide = (): boolean => window.matchMedia('(min-width: 46rem)').matches
