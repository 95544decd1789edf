import { useState } from 'react'
import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { StatusMark, type Status } from '../platform/ui/StatusMark.tsx'
import type { Standing } from './history.ts'
import { confirmHistory, type readHistory } from './intake.contract.ts'
import { ItemLine } from './ItemLine.tsx'
import { NoneTold, TakenBackLine } from './NoneTold.tsx'
import type { ItemKind } from './referral.ts'
import { fromClient } from './told-here.ts'
import { WhyDialog, type Doubt } from './WhyDialog.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export type HistoryRead = output<typeof readHistory.reply>
type Kept = HistoryRead['items'][number]

type Props = {
  personId: string
  history: HistoryRead
  kind: ItemKind
  title?: string | undefined
  /** Seen at once; what is in `more` beside them is closed until it is wanted. */
  shown: readonly Kept[]
  more?: readonly Kept[] | undefined
}

/** One kind of thing from the history, with what a clinician can say of each. */
export function HistoryPart({ personId, history, kind, title, shown, more = [] }: Props) {
  const said = useWords(words)
  const language = useLanguage()
  const sending = useSend(confirmHistory)
  const say = (items: readonly Kept[], answer: Exclude<Standing, 'to-be-confirmed'>, note = '') =>
    sending.mutate({
      personId,
      statements: items.map(({ id }) => ({ id: newId(), itemId: id, answer, on: null, note })),
    })
  const speaking = history.can.confirm && ['problem', 'medicine', 'allergy'].includes(kind)
  const open = shown.filter(({ standing }) => standing === 'to-be-confirmed')
  const list = (items: readonly Kept[]) => (
    <ul className="tl-history-list">
      {items.map((kept) => (
        <Row
          key={kept.id}
          kept={kept}
          history={history}
          onSay={speaking ? (answer, note) => say([kept], answer, note) : undefined}
        />
      ))}
    </ul>
  )
  return (
    <section className="tl-intake-part">
      <h2>{title ?? said.kinds[kind]}</h2>
      <Refusal refused={sending.error} />
      <NoneTold none={history.none.filter((none) => none.kind === kind)} />
      {shown.length + more.length === 0 && <p className="tl-quiet-words">{said.history.none}</p>}
      {shown.length > 0 && list(shown)}
      {speaking && open.length > 1 && (
        <Button size="small" busy={sending.isPending} onPress={() => say(open, 'confirmed')}>
          {plural(language, open.length, said.history.confirmAll)}
        </Button>
      )}
      {more.length > 0 && (
        <Disclosure title={plural(language, more.length, allOf(said.history, kind))}>{list(more)}</Disclosure>
      )}
    </section>
  )
}

const allOf = (said: (typeof en)['history'], kind: ItemKind) => {
  if (kind === 'visit') return said.allVisits
  return kind === 'procedure' ? said.allProcedures : said.allMeasurements
}

const marks: Record<Standing, Status> = {
  'to-be-confirmed': 'waiting',
  confirmed: 'met',
  refuted: 'stop',
  'cannot-be-known': 'waiting',
}

type RowProps = {
  kept: Kept
  history: HistoryRead
  onSay?: ((answer: Exclude<Standing, 'to-be-confirmed'>, note?: string) => void) | undefined
}

function Row({ kept, history, onSay }: RowProps) {
  const said = useWords(words)
  const source = useSource(kept, history)
  return (
    <ItemLine
      item={kept.item}
      source={source}
      mark={<StatusMark state={marks[kept.standing]}>{said.standings[kept.standing]}</StatusMark>}
      actions={onSay && <Saying kept={kept} onSay={onSay} />}
      beneath={
        <>
          {kept.statement && <Said statement={kept.statement} />}
          {kept.back && kept.standing !== 'refuted' && <TakenBackLine back={kept.back} />}
        </>
      }
    />
  )
}

function useSource({ referralId, item }: Kept, history: HistoryRead): string {
  const said = useWords(words).history
  const place = usePlace()
  const referral = history.referrals.find(({ id }) => id === referralId)
  return referral
    ? said.source(formatDate(referral.receivedAt, place, 'date'), item.source.entry + 1)
    : item.source.type === fromClient
      ? said.byClient
      : said.here
}

function Said({ statement }: { statement: NonNullable<Kept['statement']> }) {
  const said = useWords(words).history
  const place = usePlace()
  const by = said.said(statement.saidBy, formatDate(statement.saidAt, place, 'date'))
  return <p className="tl-quiet-words">{statement.note ? `${by}: ${statement.note}` : by}</p>
}

/** Before anyone spoke: three answers. After: the way to say something else, which stands beside the first. */
function Saying({ kept, onSay }: { kept: Kept; onSay: NonNullable<RowProps['onSay']> }) {
  const said = useWords(words).history
  const [changing, change] = useState(false)
  const [doubt, setDoubt] = useState<Doubt | null>(null)
  if (kept.standing !== 'to-be-confirmed' && !changing)
    return (
      <Button kind="link" size="small" onPress={() => change(true)}>
        {said.change}
      </Button>
    )
  const tell = (answer: Exclude<Standing, 'to-be-confirmed'>, note?: string) => {
    change(false)
    setDoubt(null)
    onSay(answer, note)
  }
  return (
    <>
      <Button size="small" onPress={() => tell('confirmed')}>
        {said.confirm}
      </Button>
      <Button kind="link" size="small" onPress={() => setDoubt('refuted')}>
        {said.notSo}
      </Button>
      <Button kind="link" size="small" onPress={() => setDoubt('cannot-be-known')}>
        {said.unknowable}
      </Button>
      <WhyDialog doubt={doubt} about={kept.item.coded.text} onClose={() => setDoubt(null)} onWhy={tell} />
    </>
  )
}
