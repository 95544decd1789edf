import { useState } from 'react'
import { useLocation } from 'wouter'
import type { input, output } from 'zod/mini'
import { ConfirmSignature } from '../access/ConfirmSignature.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { publishOwn, readProtocols } from './editions.contract.ts'
import { keyOf } from './address.ts'
import type { Bounds } from './bounds.ts'
import { beginningOf, type Beginning } from './ownBeginning.ts'
import { OwnChanges } from './OwnChanges.tsx'
import { OwnFields } from './OwnFields.tsx'
import { madeFrom, ownDocument, type OwnValues } from './own.ts'
import type { InBoth, Protocol } from './protocol.ts'
import './protocols.css'
import { changesBetween } from './whole.ts'
import { en } from './words.own.en.ts'
import { es } from './words.own.es.ts'

const words = { en, es }

/** A copy of a published protocol, or the next edition of one of the practice's own: written, compared, signed. */
export function OwnProtocolPage({ params }: { params: { key: string } }) {
  const said = useWords(words)
  const { data, error } = useAsk(readProtocols, {})
  // As it stood when the page was opened: what is heard meanwhile moves nothing under the hand.
  const [opened, open] = useState<typeof data>()
  if (data && !opened) open(data)
  return (
    <StaffFrame current="/app/protocols">
      <div className="tl-protocols">
        {!opened && (error ? <Refusal refused={error} /> : <Loading />)}
        {opened && <Opened now={opened} address={params.key} />}
        <div className="tl-row">
          <LinkButton kind="link" href="/app/protocols">
            {said.back}
          </LinkButton>
        </div>
      </div>
    </StaffFrame>
  )
}

type OpenedProps = { now: output<typeof readProtocols.reply>; address: string }

function Opened({ now, address }: OpenedProps) {
  const said = useWords(words)
  const all = [...now.editions, ...now.own.map(({ document }) => document)]
  const edition = all.find((one) => keyOf(one) === address)
  const beginning = edition && beginningOf(now, edition)
  if (now.can.publish && beginning) return <Writing beginning={beginning} within={now.within} />
  return (
    <>
      <h1>{said.copyTitle}</h1>
      {now.can.publish ? <p>{said.gone}</p> : <Nobody director={now.director} />}
    </>
  )
}

function Nobody({ director }: Pick<OpenedProps['now'], 'director'>) {
  const said = useWords(words)
  return <p>{director ? fill(said.onlyDirector, { name: director.name }) : said.nobody}</p>
}

function Writing({ beginning, within }: { beginning: Beginning; within: Bounds }) {
  const said = useWords(words)
  const language = useLanguage()
  const [id] = useState(newId)
  const [read, take] = useState<{ title: InBoth; values: OwnValues }>()
  const { source, before, edition } = beginning
  const made = read && madeFrom(source, { ...read, version: id })
  const about = { title: (before ?? source).title[language], version: source.version }
  return (
    <>
      <h1>{before ? fill(said.editTitle, about) : said.copyTitle}</h1>
      <p className="tl-lead">{before ? said.editLead : fill(said.copyLead, about)}</p>
      <OwnFields beginning={beginning} within={within} onRead={take} />
      {made && (
        <div className="tl-stack" aria-live="polite">
          {before && (
            <OwnChanges
              title={fill(said.changes.fromBefore, { n: edition - 1 })}
              before={before}
              after={made}
            />
          )}
          <OwnChanges title={said.changes.fromSource} before={source} after={made} />
        </div>
      )}
      {made && read && <SignOwn {...{ beginning, id, made, read }} />}
    </>
  )
}

type SignProps = {
  beginning: Beginning
  id: string
  made: Protocol
  read: { title: InBoth; values: OwnValues }
}

/** Why, and then the signature; not where it says what the edition before says. */
function SignOwn({ beginning, id, made, read }: SignProps) {
  const said = useWords(words)
  const [reason, write] = useState('')
  const [isTried, tried] = useState(false)
  const [hash, confirm] = useState<string>()
  const { source, before, edition, lineId } = beginning
  const isSame = before !== null && changesBetween(before, made).length === 0
  const own = { id, lineId: lineId ?? id, edition, fromVersion: source.version, reason: reason.trim() }
  const sign = async () => {
    tried(true)
    if (own.reason !== '' && !isSame) confirm(await digestOf(ownDocument({ ...own, protocol: made })))
  }
  const close = () => confirm(undefined)
  return (
    <div className="tl-own-fields">
      <TextArea
        label={said.reason}
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={write}
        error={isTried && own.reason === '' ? said.reasonMissing : undefined}
      />
      {isTried && isSame && <p role="alert">{said.nothingNew}</p>}
      <div className="tl-row">
        <Button kind="act" onPress={() => void sign()}>
          {said.sign}
        </Button>
      </div>
      {hash && (
        <Confirm hash={hash} own={{ ...own, ...asked(read), protocolId: source.id }} onClose={close} />
      )}
    </div>
  )
}

type ConfirmProps = {
  hash: string
  own: Omit<input<typeof publishOwn.input>, 'confirmationId'>
  onClose: () => void
}

function Confirm({ hash, own, onClose }: ConfirmProps) {
  const said = useWords(words)
  const language = useLanguage()
  const { me } = useHere()
  const [, navigate] = useLocation()
  const { mutate, error, isPending } = useSend(publishOwn)
  const title = own.title[language]
  return (
    <ConfirmSignature
      open
      onClose={onClose}
      title={title}
      printedName={me.name ?? ''}
      meaning={fill(said.meaning, { title, n: own.edition })}
      documentHash={hash}
      busy={isPending}
      onConfirmed={(confirmationId) =>
        mutate({ ...own, confirmationId }, { onSuccess: () => navigate('/app/protocols') })
      }
    >
      <Refusal refused={error} />
    </ConfirmSignature>
  )
}

const asked = ({ title, values }: SignProps['read']) => ({
  title,
  values: {
    ...values,
    atMinutes: [...values.atMinutes],
    sparserMinutes: values.sparserMinutes && [...values.sparserMinutes],
    afterDoses: [...values.afterDoses],
  },
})
