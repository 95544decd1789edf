import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../i18n/LanguageProvider.tsx'
import { Button } from './Button.tsx'
import './dialog.css'
import { Icon } from './Icon.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** The one main action and the way back. Without it, a way to close is always there. */
  actions?: ReactNode
  /** The emergency card wants the whole screen. */
  whole?: boolean | undefined
}

/**
 * The browser's own modal: the page behind it is inert, Escape closes, the focus stays inside and returns. That is what
 * React Aria's Modal gives too, at 19 KB more.
 */
export function Dialog({ open, onClose, title, children, actions, whole }: Props) {
  const own = useWords(words).dialog
  const place = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = place.current
    if (open && !dialog?.open) dialog?.showModal()
    if (!open && dialog?.open) dialog.close()
  }, [open])
  return (
    <dialog
      className={whole ? 'tl-dialog tl-dialog-whole' : 'tl-dialog'}
      ref={place}
      aria-labelledby={id}
      // One that was opened from within this one is part of its tree, and closes by itself.
      onClose={({ target, currentTarget }) => target === currentTarget && onClose()}
    >
      {open && (
        <>
          <header className="tl-dialog-head">
            <h2 id={id}>{title}</h2>
            <Button kind="link" size="small" icon={<Icon name="close" />} onPress={onClose}>
              {own.close}
            </Button>
          </header>
          <div className="tl-dialog-body">{children}</div>
          {actions && <div className="tl-dialog-actions">{actions}</div>}
        </>
      )}
    </dialog>
  )
}
