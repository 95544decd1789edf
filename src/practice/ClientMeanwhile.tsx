import { useEffect, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import type { AskRefused } from '../platform/http/ask.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { ClientShell } from '../platform/ui/shell/ClientShell.tsx'
import { clientLinks } from './clientLinks.ts'
import { useWipe } from './useWipe.web.ts'
import { en } from './words.meanwhile.en.ts'
import { es } from './words.meanwhile.es.ts'

const words = { en, es }

const patienceMs = 800

/** A client's page while it has not come, or cannot: the ways on, the way out, and the numbers that need none of us. */
export function ClientMeanwhile({ error }: { error: AskRefused | null }) {
  const wipe = useWipe()
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  if (!due && !error) return null
  return (
    <ClientShell links={clientLinks} onLeave={wipe}>
      <div className="tl-stack">
        {error ? <Refusal refused={error} /> : <Coming />}
        <Numbers />
      </div>
    </ClientShell>
  )
}

function Coming() {
  const said = useWords(words)
  return (
    <>
      <h1>{said.coming}</h1>
      <p className="tl-lead">{said.slow}</p>
    </>
  )
}

function Numbers() {
  const said = useWords(words)
  return (
    <section className="tl-stack" aria-labelledby="numbers">
      <h2 id="numbers">{said.title}</h2>
      <LinkButton wide href="tel:988" icon={<Icon name="call" />}>
        {said.call988}
      </LinkButton>
      <LinkButton wide href={said.text988Link}>
        {said.text988}
      </LinkButton>
      <LinkButton wide href="tel:911" icon={<Icon name="call" />}>
        {said.call911}
      </LinkButton>
    </section>
  )
}
