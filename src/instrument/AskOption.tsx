import type { ReactNode } from 'react'

type Props = {
  pressed: boolean
  quiet?: boolean
  /** One of several that may be chosen together. */
  square?: boolean
  /** The key that gives it. */
  hint?: string | null
  onPress: () => void
  children: ReactNode
}

export const AskOption = ({ pressed, quiet = false, square = false, hint, onPress, children }: Props) => (
  <button
    type="button"
    className={quiet ? 'tl-ask-option tl-ask-quiet' : 'tl-ask-option'}
    aria-pressed={pressed}
    onClick={onPress}
  >
    <span className={square ? 'tl-ask-dot tl-ask-square' : 'tl-ask-dot'} aria-hidden="true" />
    <span>{children}</span>
    {hint && (
      <kbd aria-hidden="true" className="tl-ask-key">
        {hint}
      </kbd>
    )}
  </button>
)
