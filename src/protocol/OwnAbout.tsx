import { useState } from 'react'
import { ConfirmSignature } from '../access/ConfirmSignature.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { addressOf } from './address.ts'
import { endOwn, type Own } from './editions.contract.ts'
import { ownEndDocument } from './own.ts'
import type { Protocol } from './protocol.ts'
import { en } from './words.own.en.ts'
import { es } from './words.own.es.ts'

const words = { en, es }

/** Where an own edition is from, who signed it and why; and what may be done with it. */
export function OwnAbout({ own, source, may }: { own: Own; source: Protocol | undefined; may: boolean }) {
  const said = useWords(words)
  const language = useLanguage()
  const place = usePlace()
  const [ending, end] = useState(false)
  const { document: protocol, edition, ended } = own
  const signed = (by: { byName: string; signedAt: number; reason: string }) => ({
    name: by.byName,
    day: formatDate(by.signedAt, place, 'date'),
    reason: by.reason,
  })
  return (
    <div className="tl-stack">
      <p>
        {fill(said.from, {
          n: edition,
          title: source?.title[language] ?? protocol.id,
          version: own.fromVersion,
          ...signed(own),
        })}
      </p>
      {!own.isNewest && <p>{said.older}</p>}
      {ended && <p>{fill(said.ended, signed(ended))}</p>}
      {may && own.isNewest && !ended && (
        <div className="tl-row">
          <LinkButton href={addressOf(protocol)}>{said.edit}</LinkButton>
          <Button onPress={() => end(true)}>{said.end}</Button>
        </div>
      )}
      {ending && <EndOwn own={own} onClose={() => end(false)} />}
    </div>
  )
}

function EndOwn({ own, onClose }: { own: Own; onClose: () => void }) {
  const said = useWords(words)
  const language = useLanguage()
  const { me } = useHere()
  const [id] = useState(newId)
  const [reason, write] = useState('')
  const [isTried, tried] = useState(false)
  const [hash, confirm] = useState<string>()
  const { mutate, error, isPending } = useSend(endOwn)
  const title = fill(said.endTitle, { title: own.document.title[language] })
  const end = { id, lineId: own.lineId, reason: reason.trim() }
  const sign = async () => {
    tried(true)
    if (end.reason !== '') confirm(await digestOf(ownEndDocument(end)))
  }
  if (hash)
    return (
      <ConfirmSignature
        open
        onClose={onClose}
        title={title}
        printedName={me.name ?? ''}
        meaning={fill(said.endMeaning, { title: own.document.title[language] })}
        documentHash={hash}
        busy={isPending}
        onConfirmed={(confirmationId) => mutate({ ...end, confirmationId }, { onSuccess: onClose })}
      >
        <Refusal refused={error} />
      </ConfirmSignature>
    )
  return (
    <Dialog open onClose={onClose} title={title}>
      <div className="tl-stack">
        <p>{said.endLead}</p>
        <TextArea
          label={said.endReason}
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={write}
          error={isTried && end.reason === '' ? said.reasonMissing : undefined}
        />
        <Button kind="act" onPress={() => void sign()}>
          {said.endSign}
        </Button>
      </div>
    </Dialog>
  )
}
