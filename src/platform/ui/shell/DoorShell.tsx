import type { ReactNode } from 'react'
import { Brand, Main, SkipLink } from './Frame.tsx'
import { LeaveQuickly } from './LeaveQuickly.tsx'

type Props = {
  home: string
  /** For a client's door; staff have no need of it. */
  leave?: boolean | undefined
  onLeave?: (() => void) | undefined
  footer?: ReactNode
  children: ReactNode
}

/** Sign-in, invitations, lost keys: one narrow column and nothing else. */
export const DoorShell = ({ home, leave, onLeave, footer, children }: Props) => (
  <div className="tl-door">
    <SkipLink />
    <header className="tl-top">
      <Brand href={home} />
      {leave && <LeaveQuickly onLeave={onLeave} />}
    </header>
    <Main>{children}</Main>
    {footer && <footer className="tl-foot">{footer}</footer>}
  </div>
)
