import { type MouseEvent, useEffect, useMemo, useRef } from 'react'
import { useWords } from '../../i18n/LanguageProvider.tsx'
import { LinkButton } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { leaveNow, listenForLeaving, neutralPage } from '../leaving.web.ts'
import { en } from '../words.en.ts'
import { es } from '../words.es.ts'

const words = { en, es }

type Props = { onLeave?: (() => void) | undefined }

/** A real link, so that it works before any script has loaded; with a script it also wipes and leaves no way back. */
export function LeaveQuickly({ onLeave }: Props) {
  const { leave } = useWords(words)
  const voice = useRef<HTMLOutputElement>(null)
  const wipe = useRef(onLeave)
  useEffect(() => {
    wipe.current = onLeave
  }, [onLeave])
  const leaving = useMemo(
    () => ({
      words: leave,
      say: (said: string) => voice.current && (voice.current.textContent = said),
      wipe: () => wipe.current?.(),
    }),
    [leave],
  )
  useEffect(() => listenForLeaving(leaving), [leaving])
  const press = (event: MouseEvent) => {
    event.preventDefault()
    leaveNow(leaving)
  }
  return (
    <span className="tl-leave">
      <LinkButton
        href={neutralPage}
        rel="noreferrer"
        size="small"
        icon={<Icon name="leave" />}
        onClick={press}
      >
        {leave.words}
      </LinkButton>
      <span className="tl-sr">{leave.hint}</span>
      <output className="tl-sr" ref={voice} />
    </span>
  )
}

/** The same for pages without React: `src/app/web/leave.web.ts` brings it to life. */
export function LeaveQuicklyLink() {
  const { leave } = useWords(words)
  return (
    <span className="tl-leave" data-leave={JSON.stringify(leave)}>
      <LinkButton href={neutralPage} rel="noreferrer" size="small" icon={<Icon name="leave" />}>
        {leave.words}
      </LinkButton>
      <span className="tl-sr">{leave.hint}</span>
      <output className="tl-sr" />
    </span>
  )
}
