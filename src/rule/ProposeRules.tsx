import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useSigned } from '../access/signed.web.ts'
import { SignWritten } from '../access/SignWritten.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import type { Wanted } from './own.ts'
import { proposeRules } from './own.contract.ts'
import { proposalDocument } from './ownSigned.ts'
import { en as libraryEn } from './words.library.en.ts'
import { es as libraryEs } from './words.library.es.ts'
import { en } from './words.own.en.ts'
import { es } from './words.own.es.ts'

const words = { en, es }
const libraryWords = { en: libraryEn, es: libraryEs }

/** How many are named one by one; the page behind shows them all. */
const named = 12

export type WantedNamed = Wanted & { readonly title: string }

type Props = { rules: readonly WantedNamed[]; onClose: () => void }

/** What is proposed, why, and the signature under both. */
export function ProposeRules({ rules, onClose }: Props) {
  const said = useWords(words)
  const { me } = useHere()
  const [id] = useState(newId)
  const [reason, type] = useState('')
  const [isTried, tried] = useState(false)
  const signed = useSigned(proposeRules, onClose)
  const signing = signed.documentHash !== undefined
  const write = async () => {
    tried(true)
    if (reason.trim() === '') return
    const wanted = rules.map(({ rule, version, severity }) => ({ rule, version, severity }))
    const written = { id, rules: wanted, reason: reason.trim() }
    signed.sign({ hash: await digestOf(proposalDocument(written)), asking: written })
  }
  return (
    <>
      <Dialog open={!signing} onClose={() => !signing && onClose()} title={said.title}>
        <div className="tl-stack">
          <Refusal refused={signed.error} />
          <p>{said.what}</p>
          <WantedList rules={rules} />
          <p className="tl-quiet-words">{said.holds}</p>
          <TextArea
            label={said.reason}
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={type}
            error={isTried && reason.trim() === '' ? said.reasonMissing : undefined}
          />
          <Button kind="act" onPress={() => void write()}>
            {said.sign}
          </Button>
        </div>
      </Dialog>
      <SignWritten signed={signed} title={said.title} printedName={me.name ?? ''} meaning={said.meaning} />
    </>
  )
}

export function WantedList({ rules }: { rules: readonly WantedNamed[] }) {
  const said = useWords(words)
  const language = useLanguage()
  const { severities } = useWords(libraryWords)
  const more = rules.length - named
  return (
    <ul className="tl-rule-sources">
      {rules.slice(0, named).map(({ rule, title, severity }) => (
        <li key={rule}>{fill(said.to, { rule: `${title} (${rule})`, severity: severities[severity] })}</li>
      ))}
      {more > 0 && <li>{plural(language, more, said.more)}</li>}
    </ul>
  )
}
