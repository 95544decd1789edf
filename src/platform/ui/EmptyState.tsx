import type { ReactNode } from 'react'
import './quiet.css'

type Props = {
  title: string
  /** What will be here, and what brings it. */
  children: ReactNode
  action?: ReactNode
}

/** Nothing here yet: the dotted line of what is still to come, a sentence, at most one action. */
export const EmptyState = ({ title, children, action }: Props) => (
  <div className="tl-empty">
    <svg className="tl-empty-thread" viewBox="0 0 160 40" aria-hidden="true">
      <path d="M4 24C26 8 40 38 66 26C92 14 104 38 104 20C104 6 86 6 86 20C86 36 116 30 156 18" />
    </svg>
    <p className="tl-empty-title">{title}</p>
    <div>{children}</div>
    {action}
  </div>
)
