import type { ReactNode } from 'react'
import { LanguageSwitch } from '../platform/ui/LanguageSwitch.tsx'
import { DoorShell } from '../platform/ui/shell/DoorShell.tsx'
import { ThemeSwitch } from '../platform/ui/ThemeSwitch.tsx'
import './door.css'

/** The narrow column before one is in: the way out above, language and light below. */
export const Door = ({ children }: { children: ReactNode }) => (
  <DoorShell
    home="/"
    leave
    footer={
      <>
        <LanguageSwitch />
        <ThemeSwitch />
      </>
    }
  >
    <div className="tl-door-page">{children}</div>
  </DoorShell>
)

/** A form of the door, sent with Enter as with its button. The browser's own complaints are kept quiet for ours. */
export const DoorForm = ({ onSend, children }: { onSend: () => void; children: ReactNode }) => (
  <form
    className="tl-door-form"
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      onSend()
    }}
  >
    {children}
  </form>
)
