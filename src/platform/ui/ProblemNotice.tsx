import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useWords } from '../i18n/LanguageProvider.tsx'
import { Button } from './Button.tsx'
import './notice.css'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** What a refusal or failure says, already in the reader's language. */
export type ProblemWords = { readonly happened: string; readonly next: string }

type Props = {
  /** Left out where the kind is not known: then it says so honestly. */
  problem?: ProblemWords | undefined
  onRetry?: (() => void) | undefined
  retrying?: boolean | undefined
  /** A short id that lets the practice find the event; never anything about health. */
  reference?: string | undefined
  /** Takes the focus once, when it appears as the answer to something the person just did. */
  takesFocus?: boolean | undefined
}

export function ProblemNotice({ problem, onRetry, retrying, reference, takesFocus = false }: Props) {
  const own = useWords(words).problem
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) place.current?.focus()
  }, [takesFocus])
  const Title = useStandsAlone() ? 'h1' : 'p'
  return (
    <div className="tl-problem" role="alert" tabIndex={-1} ref={place}>
      <Title className="tl-problem-title">{problem?.happened ?? own.unknown}</Title>
      <p>{problem?.next ?? own.unknownNext}</p>
      {onRetry && (
        <Button onPress={onRetry} size="small" busy={retrying ?? false}>
          {own.retry}
        </Button>
      )}
      {reference && (
        <p className="tl-reference">
          {own.reference}: {reference}
        </p>
      )}
    </div>
  )
}

/** Where a page could show nothing else, this is what the page is about: its heading. */
const useStandsAlone = (): boolean =>
  useSyncExternalStore(followPage, () => document.querySelector('h1:not(.tl-problem-title)') === null)

function followPage(changed: () => void): () => void {
  const watch = new MutationObserver(changed)
  watch.observe(document.body, { childList: true, subtree: true })
  return () => watch.disconnect()
}
