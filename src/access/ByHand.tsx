import { useState } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import './byhand.css'
import { en } from './words.byhand.en.ts'
import { es } from './words.byhand.es.ts'

const words = { en, es }

/** Before something is sent: that no mail leaves here, and what happens instead. Nothing where mail leaves. */
export function NoMail({ link = true }: { link?: boolean }) {
  const own = useWords(words)
  if (useHere().mailLeaves) return null
  return (
    <Notice state="waiting" title={own.noMail}>
      {link ? own.youGetLink : own.noLink}
    </Notice>
  )
}

type Made = { readonly link: string | null }

/** After a link was made where no mail leaves: the link itself, the only time it is ever shown. It is read out as it comes. */
export function ByHand({ made }: { made: Made | undefined }) {
  const { mailLeaves } = useHere()
  if (mailLeaves) return null
  return <div aria-live="polite">{made && <Link link={made.link} />}</div>
}

function Link({ link }: Made) {
  const own = useWords(words)
  const [copied, setCopied] = useState(false)
  if (link === null) return <Notice state="waiting">{own.gone}</Notice>
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied(true))
  return (
    <Notice state="waiting" title={own.give}>
      <p>{own.once}</p>
      <p className="tl-byhand-link" translate="no">
        {link}
      </p>
      <div className="tl-row">
        <Button size="small" onPress={copy}>
          {own.copy}
        </Button>
        <span>{copied ? own.copied : null}</span>
      </div>
    </Notice>
  )
}
