import { type ReactNode, useEffect, useState } from 'react'
import './settling.css'

/** Long enough that the second tap of a double one does not land on what has only just come; in ms. [PD] */
const settlesAfter = 500

/**
 * What has just come takes no finger for half a second, so that nobody answers what they have not seen. Keys and screen readers
 * are not held up.
 */
export function Settling({ children }: { children: ReactNode }) {
  const [settled, settle] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => settle(true), settlesAfter)
    return () => clearTimeout(timer)
  }, [])
  return <div className={settled ? 'tl-settled' : 'tl-settling'}>{children}</div>
}
