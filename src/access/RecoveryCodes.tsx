import { useState } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { en } from './words.way.en.ts'
import { es } from './words.way.es.ts'

const words = { en, es }

type Props = { codes: readonly string[]; onKept: () => void; level?: 'h1' | 'h2' }

/** Shown once, with ways to take them along; one goes on after saying that they are put away. */
export function RecoveryCodes({ codes, onKept, level: Heading = 'h1' }: Props) {
  const own = useWords(words).codes
  const [kept, keep] = useState(false)
  const [asked, ask] = useState(false)
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true))
  return (
    <>
      <Heading>{own.title}</Heading>
      <p className="tl-lead">{own.lead}</p>
      <ol className="tl-codes" translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="tl-row tl-noprint">
        <Button size="small" onPress={() => window.print()}>
          {own.print}
        </Button>
        <Button size="small" onPress={copy}>
          {own.copy}
        </Button>
        <output>{copied ? own.copied : null}</output>
      </div>
      <div className="tl-door-form tl-noprint">
        <Checkbox checked={kept} onChange={keep} error={asked && !kept ? own.keptFirst : undefined}>
          {own.kept}
        </Checkbox>
        <Button kind="act" wide onPress={() => (kept ? onKept() : ask(true))}>
          {own.go}
        </Button>
      </div>
    </>
  )
}
