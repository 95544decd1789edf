import type { ReactNode } from 'react'
import './notice.css'
import { Mark, type Status } from './StatusMark.tsx'

type Props = {
  title?: string | undefined
  /** Only where a status is meant; most notices are simply quiet. */
  state?: Status | undefined
  children: ReactNode
}

/** A quiet note beside the way: sunk a little, never in the way. */
export function Notice({ title, state, children }: Props) {
  const said = (
    <>
      {title && <p className="tl-notice-title">{title}</p>}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </>
  )
  if (!state) return <div className="tl-notice">{said}</div>
  return (
    <div className={`tl-notice tl-notice-with-mark tl-notice-${state}`}>
      <Mark state={state} />
      <div className="tl-notice-words">{said}</div>
    </div>
  )
}
