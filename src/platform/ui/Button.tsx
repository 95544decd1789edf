import type { MouseEvent, ReactNode } from 'react'
import { useWords } from '../i18n/LanguageProvider.tsx'
import './button.css'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export type ButtonKind = 'act' | 'quiet' | 'link'
export type ButtonSize = 'small' | 'regular' | 'glove'

type Look = {
  /** `act` is the one main action of a page; `quiet` any other; `link` for what may be passed over. */
  kind?: ButtonKind | undefined
  size?: ButtonSize | undefined
  wide?: boolean | undefined
  icon?: ReactNode
  children: ReactNode
}

const dress = ({ kind = 'quiet', size = 'regular', wide = false }: Partial<Look>): string =>
  ['tl-button', `tl-${kind}`, `tl-${size}`, wide ? 'tl-wide' : ''].join(' ').trim()

type ButtonProps = Look & {
  onPress?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined
  type?: 'button' | 'submit' | undefined
  /** At work: keeps its place, its width and the focus; presses are ignored; the words are announced. */
  busy?: boolean | undefined
  busyWords?: string | undefined
  /** Why it cannot be pressed yet is said beside it: pass that sentence's id as `describedBy`. */
  disabled?: boolean | undefined
  describedBy?: string | undefined
  label?: string | undefined
  expanded?: boolean | undefined
  controls?: string | undefined
  name?: string | undefined
  value?: string | undefined
}

/** Stays focusable when it cannot be pressed, so that nobody loses their place or the reason. */
export function Button({
  onPress,
  type = 'button',
  busy,
  busyWords,
  disabled,
  icon,
  children,
  ...rest
}: ButtonProps) {
  const { working } = useWords(words)
  const still = busy === true || disabled === true
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (still) return event.preventDefault()
    onPress?.(event)
  }
  return (
    <>
      <button
        className={dress(rest)}
        type={type}
        onClick={press}
        aria-disabled={still || undefined}
        aria-busy={busy || undefined}
        aria-label={rest.label}
        aria-describedby={rest.describedBy}
        aria-expanded={rest.expanded}
        aria-controls={rest.controls}
        name={rest.name}
        value={rest.value}
      >
        <span className="tl-button-words">
          {icon}
          {children}
        </span>
        {busy !== undefined && (
          <span className="tl-button-busy" aria-hidden={!busy}>
            {busyWords ?? working}
          </span>
        )}
      </button>
      {busy !== undefined && <output className="tl-sr">{busy ? (busyWords ?? working) : null}</output>}
    </>
  )
}

type LinkProps = Look & {
  href: string
  label?: string | undefined
  lang?: string | undefined
  rel?: string | undefined
  download?: boolean | undefined
  onClick?: ((event: MouseEvent<HTMLAnchorElement>) => void) | undefined
}

/** Goes somewhere; looks like a button when the way forward is a page. */
export const LinkButton = ({
  href,
  label,
  lang,
  rel,
  download,
  onClick,
  icon,
  children,
  ...look
}: LinkProps) => (
  <a
    className={dress(look)}
    href={href}
    aria-label={label}
    lang={lang}
    rel={rel}
    download={download}
    onClick={onClick}
  >
    <span className="tl-button-words">
      {icon}
      {children}
    </span>
  </a>
)
