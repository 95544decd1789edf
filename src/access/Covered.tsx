import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { ask, seatOfTab } from '../platform/http/ask.web.ts'
import { followTold, welcomeBack } from '../platform/http/attended.web.ts'
import { LanguageProvider, useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { Language } from '../platform/i18n/language.ts'
import { plural } from '../platform/i18n/plural.ts'
import { forgetKept } from '../platform/offline/device.ts'
import { followOutbox, outboxState, send } from '../platform/offline/outbox.ts'
import { Button } from '../platform/ui/Button.tsx'
import { LanguageSwitch } from '../platform/ui/LanguageSwitch.tsx'
import { DoorShell } from '../platform/ui/shell/DoorShell.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { ThemeSwitch } from '../platform/ui/ThemeSwitch.tsx'
import { readAccount } from './account.contract.ts'
import './door.css'
import { liftCover, lockBehind, startOver, type Covering } from './lock.web.ts'
import { SecondStep } from './SecondStep.tsx'
import { FirstStep, type Ways } from './SignInPage.tsx'
import { en } from './words.idle.en.ts'
import { es } from './words.idle.es.ts'

const words = { en, es }

/** A page of its own, beside the one that waits: it knows nothing of what it covers. */
export function drawCover(host: HTMLElement, covering: Covering): void {
  const root = createRoot(host)
  // The page that waits would take a link for one of its own, and go there unseen.
  host.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) event.stopPropagation()
  })
  const queries = new QueryClient({ defaultOptions: { mutations: { networkMode: 'always' } } })
  const lift = () => {
    welcomeBack()
    liftCover()
    root.unmount()
    covering.onBack()
    send()
  }
  root.render(
    <QueryClientProvider client={queries}>
      <CoveredPage covering={covering} onBack={lift} />
    </QueryClientProvider>,
  )
}

type Props = { covering: Covering; onBack: () => void }

function CoveredPage({ covering, onBack }: Props) {
  const [language, speak] = useState(covering.language)
  const choose = (next: Language) => {
    speak(next)
    covering.choose(next)
  }
  return (
    <LanguageProvider language={language} onChoose={choose}>
      <Covered covering={covering} onBack={onBack} />
    </LanguageProvider>
  )
}

/** Nothing of the page, nobody's name: why it is covered, and how one comes back to where one was. */
function Covered({ covering, onBack }: Props) {
  const own = useWords(words).covered
  const [ways, owe] = useState<Ways>()
  useEffect(() => {
    window.scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [])
  const again = useReturn(onBack)
  const go = (arrived: { complete: boolean; ways: Ways }) => {
    if (arrived.complete) void again()
    else owe(arrived.ways)
  }
  return (
    <DoorShell
      home="/"
      leave
      onLeave={() => {
        void forgetKept()
        lockBehind()
      }}
      footer={
        <>
          <LanguageSwitch />
          <ThemeSwitch />
        </>
      }
    >
      <div className="tl-door-page">
        {covering.staff && (
          <Suspense>
            <EmergencyAtDoor title={own.steps} />
          </Suspense>
        )}
        {ways ? (
          <SecondStep ways={ways} onArrived={go} onAgain={() => owe(undefined)} />
        ) : (
          <FirstStep head={<Why covering={covering} />} onArrived={go} />
        )}
        <div className="tl-door-links">
          <Button kind="link" onPress={startOver}>
            {own.other}
          </Button>
        </div>
      </div>
    </DoorShell>
  )
}

function Why({ covering: { why, staff } }: { covering: Covering }) {
  const own = useWords(words).covered
  return (
    <>
      <h1>{own[why].title}</h1>
      <p className="tl-lead">{own[why].lead}</p>
      {staff && <NotSentYet />}
    </>
  )
}

/** For staff alone, and of nobody: the cover of a client's page holds none of it. */
const EmergencyAtDoor = lazy(() =>
  import('../journey/EmergencyAtDoor.tsx').then((part) => ({ default: part.EmergencyAtDoor })),
)

/** How much of theirs waits here, and not what: so that nobody hands the tablet on and believes it sent, or lost. */
function NotSentYet() {
  const { unsent } = useWords(words).covered
  const language = useLanguage()
  const { entries } = useSyncExternalStore(followOutbox, outboxState)
  const waiting = entries.filter(({ refusal }) => !refusal).length
  if (waiting === 0) return null
  return <Notice state="waiting">{plural(language, waiting, unsent)}</Notice>
}

/** Back to the page for whoever sat there; anyone else begins at their own. Another tab's sign-in is as good as one here. */
function useReturn(onBack: () => void): () => Promise<void> {
  const again = useCallback(async () => {
    const seatId = seatOfTab()
    const account = await ask(readAccount, {}).catch(() => undefined)
    if (!account?.complete) return
    if (seatId !== null && account.seatId === seatId) onBack()
    else startOver()
  }, [onBack])
  useEffect(() => followTold(() => void again()), [again])
  return again
}
