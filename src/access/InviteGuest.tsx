import { useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { languages } from '../platform/i18n/language.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { DraftLine } from '../practice/DraftLine.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { useDraft } from '../practice/useDraft.web.ts'
import { NoMail } from './ByHand.tsx'
import { ConfirmSignature } from './ConfirmSignature.tsx'
import { DoorForm } from './Door.tsx'
import { guestNever, guestSees, lastings, permissionShown, type Lasting } from './guest.ts'
import { inviteGuest } from './guest.contract.ts'
import { Refusal } from './Refusal.tsx'
import { en } from './words.guest.en.ts'
import { es } from './words.guest.es.ts'

const words = { en, es }

interface About {
  readonly personId: string
  readonly courseId: string
  readonly personName: string
}
type Props = { about: About; onDone: (link: string | null) => void; onClose: () => void }

interface Typed {
  readonly name: string
  readonly email: string
  readonly language: 'en' | 'es'
  readonly lasts: Lasting | undefined
}
type Whole = Typed & { readonly lasts: Lasting }

export const inviteBegun = (personId: string) => `guest ${personId}`

const isWhole = (typed: Typed): typed is Whole => typed.lasts !== undefined

const lackingIn = ({ name, email, lasts }: Typed) => ({
  name: name.trim() === '',
  email: !email.includes('@'),
  lasts: lasts === undefined,
})

const asSent = (typed: Whole): Whole => ({
  ...typed,
  name: typed.name.trim(),
  email: typed.email.trim().toLowerCase(),
})

/** What they will see and will not, until when, and that it can be ended: before anything is signed. */
export function InviteGuest({ about, onDone, onClose }: Props) {
  const { form } = useWords(words)
  const language = useLanguage()
  const [begin] = useState<Typed>(() => ({ name: '', email: '', language, lasts: undefined }))
  const draft = useDraft(inviteBegun(about.personId), begin)
  const { said: typed, say: write } = draft
  const [lacking, mark] = useState({ name: false, email: false, lasts: false })
  const [signing, sign] = useState<{ typed: Whole; hash: string }>()
  const hand = async () => {
    const now = lackingIn(typed)
    mark(now)
    if (now.name || now.email || !isWhole(typed)) return
    const sent = asSent(typed)
    sign({ typed: sent, hash: await digestOf(permissionShown({ ...about, ...sent })) })
  }
  const done = (link: string | null) => (draft.forget(), onDone(link))
  return (
    <div className="tl-guest-form">
      <h3>{form.title}</h3>
      <DoorForm onSend={() => void hand()}>
        <NoMail />
        <Fields typed={typed} lacking={lacking} onChange={write} />
        <WhatTheySee />
        <DraftLine draft={draft} />
        <div className="tl-row">
          <Button kind="act" type="submit">
            {form.go}
          </Button>
          <Button onPress={onClose}>{form.cancel}</Button>
        </div>
      </DoorForm>
      {signing && <Signing about={about} {...signing} onDone={done} onClose={() => sign(undefined)} />}
    </div>
  )
}

type FieldsProps = {
  typed: Typed
  lacking: ReturnType<typeof lackingIn>
  onChange: (typed: Typed) => void
}

function Fields({ typed, lacking, onChange }: FieldsProps) {
  const { form, guest } = useWords(words)
  const { mailLeaves } = useHere()
  return (
    <>
      <TextField
        label={form.name}
        autoComplete="off"
        autoCapitalize="words"
        maxLength={200}
        value={typed.name}
        error={lacking.name ? form.empty.name : undefined}
        onChange={(name) => onChange({ ...typed, name })}
      />
      <TextField
        type="email"
        label={form.email}
        hint={mailLeaves ? form.emailHint : undefined}
        autoComplete="off"
        value={typed.email}
        error={lacking.email ? form.empty.email : undefined}
        onChange={(email) => onChange({ ...typed, email })}
      />
      <Choice
        label={form.language}
        value={typed.language}
        onChange={(language) => onChange({ ...typed, language })}
        options={languages.map(({ code, name }) => ({ value: code, words: name, lang: code }))}
      />
      <RadioGroup
        label={form.lasts}
        hint={form.lastsHint}
        error={lacking.lasts ? form.empty.lasts : undefined}
        value={typed.lasts}
        onChange={(lasts) => onChange({ ...typed, lasts })}
        options={lastings.map((value) => ({ value, words: guest.lasts[value] }))}
      />
    </>
  )
}

function WhatTheySee() {
  const own = useWords(words)
  return (
    <>
      <div>
        <h4>{own.form.sees}</h4>
        <ul className="tl-guest-told">
          {guestSees.map((one) => (
            <li key={one}>{own.sees[one]}</li>
          ))}
        </ul>
      </div>
      <div>
        <h4>{own.form.never}</h4>
        <ul className="tl-guest-told">
          {guestNever.map((one) => (
            <li key={one}>{own.never[one]}</li>
          ))}
        </ul>
      </div>
      <Notice>
        <p>{own.form.end}</p>
        <p>{own.form.notes}</p>
      </Notice>
    </>
  )
}

type SigningProps = {
  about: About
  typed: Whole
  hash: string
  onDone: (link: string | null) => void
  onClose: () => void
}

function Signing({ about, typed, hash, onDone, onClose }: SigningProps) {
  const { sign } = useWords(words)
  const { mutate, error, isPending } = useSend(inviteGuest)
  const [id] = useState(newId)
  const { courseId } = about
  const { name } = typed
  return (
    <ConfirmSignature
      open
      onClose={onClose}
      title={fill(sign.title, { name })}
      printedName={about.personName}
      meaning={fill(sign.meaning, { name })}
      documentHash={hash}
      busy={isPending}
      onConfirmed={(confirmationId) =>
        mutate(
          { ...typed, id, courseId, documentHash: hash, confirmationId },
          { onSuccess: ({ link }) => onDone(link) },
        )
      }
    >
      <Refusal refused={error} />
    </ConfirmSignature>
  )
}
