import type { ReactNode } from 'react'
import { useWords } from '../i18n/LanguageProvider.tsx'
import { type Status, StatusMark } from './StatusMark.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  state: Status
  title: string
  /** Where a link on this page leads to it. */
  anchor?: string
  /** A whole sentence: because of what. */
  because: ReactNode
  /** Who can clear it, or who did; nobody, where it holds by itself. */
  clears: ReactNode
  /** With what, or from when: ", with a new reading after 10 minutes of rest". */
  how?: ReactNode
  /** One action at most. */
  action?: ReactNode
  /** What clears it, done in place. */
  children?: ReactNode
}

/** One thing that must hold before a dose may be released. Stops come first, then waiting, then met. */
export function GateRow({ state, title, anchor, because, clears, how, action, children }: Props) {
  const { gate } = useWords(words)
  return (
    <li className={`tl-gate tl-gate-${state}`} id={anchor} tabIndex={anchor ? -1 : undefined}>
      <StatusMark state={state} />
      <div>
        <h3 className="tl-gate-title">{title}</h3>
        <p>{because}</p>
        {clears && (
          <p className="tl-gate-clears">
            {gate.clears}: <strong>{clears}</strong>
            {how}
          </p>
        )}
        {children && <div className="tl-gate-place">{children}</div>}
      </div>
      {action && <div className="tl-gate-action">{action}</div>}
    </li>
  )
}

export const GateList = ({ children }: { children: ReactNode }) => <ul className="tl-gates">{children}</ul>
