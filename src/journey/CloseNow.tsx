import { useRef, useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { listed } from '../platform/i18n/plural.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { ClosingDespite } from './ClosingDespite.tsx'
import { closingActs, type ClosingNow } from './closingState.web.ts'
import { en } from './words.closing.en.ts'
import { es } from './words.closing.es.ts'

const words = { en, es }

type Props = { state: ClosingNow; open: readonly string[] }

/** The one press that sends them home, for whoever may; for everyone else, who that is. */
export function CloseNow({ state, open }: Props) {
  const own = useWords(words)
  const { read, kept } = state
  if (read.dosedAt === null) return null
  return (
    <section className="closing-end" aria-label={own.whoSigns}>
      {kept.discharge ? <Notice state="waiting">{own.keptHere}</Notice> : <Sign state={state} open={open} />}
      <LinkButton kind="link" href={`/app/c/${read.courseId}/s/${read.sessionId}/room`}>
        {own.toRoom}
      </LinkButton>
    </section>
  )
}

function Sign({ state, open }: Props) {
  const { read, outbox } = state
  if (open.length === 0) return read.can.sign ? <Close state={state} /> : <NotYou read={read} what="signs" />
  return (
    <>
      <NotYou read={read} what={read.can.sign ? 'overrides' : 'signs'} />
      {read.can.override && (
        <ClosingDespite read={read} open={open} isOffline={outbox.offlineSince !== undefined} />
      )}
    </>
  )
}

function Close({ state }: { state: ClosingNow }) {
  const own = useWords(words)
  const [id] = useState(newId)
  const isClosed = useRef(false)
  const close = () => {
    if (isClosed.current) return
    isClosed.current = true
    void closingActs(state).close(id)
  }
  return (
    <>
      <p>{own.closeMeaning}</p>
      <Button kind="act" onPress={close}>
        {own.close}
      </Button>
    </>
  )
}

/** Who may, by name, of those who take part in this care; and why the reader may not (DC-10). */
function NotYou({ read, what }: { read: ClosingNow['read']; what: 'signs' | 'overrides' }) {
  const own = useWords(words)
  const language = useLanguage()
  const names = read.team.filter((member) => member[what]).map(({ name }) => name)
  const may = what === 'signs' ? read.can.sign : read.can.override
  if (may && what === 'overrides') return null
  const roles = listed(
    language,
    read.me.roles.map((role) => own.roles[role as keyof typeof own.roles] ?? role),
  )
  return (
    <div className="closing-who">
      <p>{names.length > 0 ? fill(own.may[what], { names: listed(language, names) }) : own.nobody[what]}</p>
      {!may && <p className="tl-quiet-words">{fill(own.notYou[what], { roles })}</p>}
    </div>
  )
}
