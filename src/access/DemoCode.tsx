import { useEffect, useState } from 'react'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { demoCode, demoPeople } from './demo.contract.ts'
import { en } from './words.door.en.ts'
import { es } from './words.door.es.ts'

const words = { en, es }

/** The authenticator of an invented person: shows the next unused code, and waits when one has just been used. */
export function DemoCode({ email, onUse }: { email: string; onUse: (code: string) => void }) {
  const { data } = useAsk(demoPeople, {})
  const person = data?.people.find((one) => one.email === email)
  return person?.authenticator ? <Shown accountId={person.accountId} onUse={onUse} /> : null
}

export function Shown({ accountId, onUse }: { accountId: string; onUse?: (code: string) => void }) {
  const own = useWords(words).second.fill
  const { data, refetch } = useAsk(demoCode, { accountId })
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (!data) return undefined
    const readyAt = performance.now() + data.from - data.now
    const tick = () => setLeft(Math.max(0, Math.ceil((readyAt - performance.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    const again = setTimeout(() => void refetch(), 30_000)
    return () => {
      clearInterval(timer)
      clearTimeout(again)
    }
  }, [data, refetch])
  if (!data) return null
  return (
    <Notice title={own.title}>
      {left > 0 ? (
        <p>{own.wait(left)}</p>
      ) : (
        <p className="tl-row">
          <span>
            {own.shows} <strong className="tl-code">{data.code}</strong>
          </span>
          {onUse && (
            <Button size="small" onPress={() => onUse(data.code)}>
              {own.use}
            </Button>
          )}
        </p>
      )}
    </Notice>
  )
}
