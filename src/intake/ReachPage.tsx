import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { useWrongFirst } from '../platform/ui/useWrongFirst.web.ts'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { DraftLine } from '../practice/DraftLine.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { useDraft } from '../practice/useDraft.web.ts'
import type { Reach } from '../person/details.ts'
import {
  faultOf,
  reachTyped,
  typedReach,
  zonesOffered,
  type ReachFault,
  type TypedReach,
} from './reach-typed.ts'
import { changeReach, readReach } from './reach.contract.ts'
import { en } from './words.reach.en.ts'
import { es } from './words.reach.es.ts'

const words = { en, es }

type Known = output<typeof readReach.reply>

/** How the practice calls and reaches the client: theirs to say, without a reason. */
export function ReachPage() {
  const said = useWords(words)
  const { me } = useHere()
  const personId = me.personId ?? ''
  const { data, error, refetch } = useAsk(readReach, { personId })
  return (
    <ClientFrame current="help">
      <div className="tl-stack">
        <div>
          <LinkButton kind="link" href="/me/help" icon={<Icon name="back" />}>
            {said.back}
          </LinkButton>
        </div>
        <h1>{said.title}</h1>
        <p className="tl-lead">{said.lead}</p>
        {data ? (
          <Standing personId={personId} known={data} onAsk={() => refetch()} />
        ) : error ? (
          <Refusal refused={error} />
        ) : (
          <Loading />
        )}
      </div>
    </ClientFrame>
  )
}

/** Filled anew once something was kept, or when what the practice changed meanwhile is wanted. */
type StandingProps = { personId: string; known: Known; onAsk: () => Promise<unknown> }

function Standing({ personId, known, onAsk }: StandingProps) {
  const said = useWords(words)
  const [{ round, kept }, turn] = useState({ round: 0, kept: false })
  const told = useRef<HTMLOutputElement>(null)
  // The button that was pressed stands in a form that is gone.
  useEffect(() => {
    if (kept) told.current?.focus()
  }, [kept, round])
  return (
    <>
      {known.name !== '' && <p>{fill(said.name, { name: known.name })}</p>}
      <ReachForm
        key={round}
        personId={personId}
        reach={known.reach}
        onAnew={(saved) => void onAsk().then(() => turn({ round: round + 1, kept: saved }))}
      />
      <output ref={told} tabIndex={-1}>
        {kept && <StatusMark state="met">{said.saved}</StatusMark>}
      </output>
    </>
  )
}

type FormProps = { personId: string; reach: Reach; onAnew: (kept: boolean) => void }

function useReachForm({ personId, reach, onAnew }: FormProps) {
  const [begin] = useState(() => typedReach(reach))
  const draft = useDraft(`reach ${personId}`, begin)
  const [fault, setFault] = useState<ReachFault>()
  const sending = useSend(changeReach)
  const { form, find } = useWrongFirst()
  const anew = (kept: boolean) => {
    draft.forget()
    onAnew(kept)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const found = faultOf(draft.said)
    setFault(found)
    find()
    if (found) return
    const was = JSON.parse(draft.said.base) as Reach
    const asked = { personId, id: newId(), was, now: reachTyped(draft.said) }
    sending.mutate(asked, { onSuccess: () => anew(true) })
  }
  return { draft, fault, sending, form, send, anew }
}

function ReachForm(props: FormProps) {
  const said = useWords(words)
  const { draft, fault, sending, form, send, anew } = useReachForm(props)
  return (
    <form ref={form} className="tl-stack" onSubmit={send} noValidate>
      <Fields typed={draft.said} onType={draft.say} fault={fault} />
      <p className="tl-quiet-words">{said.seen}</p>
      <DraftLine draft={draft} />
      {fault === 'nothing' && <p role="alert">{said.faults.nothing}</p>}
      <Refusal refused={sending.error} />
      {sending.error?.problem.kind === 'changed-meanwhile' && (
        <Button onPress={() => anew(false)}>{said.asItIs}</Button>
      )}
      <div>
        <Button kind="act" type="submit" busy={sending.isPending}>
          {said.save}
        </Button>
      </div>
    </form>
  )
}

type FieldsProps = {
  typed: TypedReach
  onType: (typed: TypedReach) => void
  fault: ReachFault | undefined
}

function Fields({ typed, onType, fault }: FieldsProps) {
  const said = useWords(words)
  const language = useLanguage()
  const write = (part: keyof Reach) => ({
    label: said.parts[part],
    value: typed[part],
    maxLength: 200,
    onChange: (text: string) => onType({ ...typed, [part]: text }),
  })
  const { maxLength: _, ...zone } = write('timeZone')
  return (
    <>
      <TextField {...write('calledBy')} autoComplete="nickname" />
      <TextField
        {...write('phone')}
        type="tel"
        autoComplete="tel"
        hint={said.phoneHint}
        error={fault === 'phone' ? said.faults.phone : undefined}
      />
      <TextField
        {...write('email')}
        type="email"
        autoComplete="email"
        maxLength={254}
        hint={said.emailHint}
        error={fault === 'email' ? said.faults.email : undefined}
      />
      <TextField {...write('addressLine')} autoComplete="street-address" />
      <TextField {...write('city')} autoComplete="address-level2" />
      <TextField {...write('state')} autoComplete="address-level1" />
      <TextField {...write('postalCode')} autoComplete="postal-code" />
      <Select
        {...zone}
        hint={said.zoneHint}
        placeholder={said.choose}
        error={fault === 'timeZone' ? said.faults.timeZone : undefined}
        options={zonesOffered(language, typed.timeZone)}
      />
    </>
  )
}
