import { type ReactNode, useEffect, useRef } from 'react'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { CallLink } from '../practice/CallLink.tsx'
import type { Reading } from './cover.ts'
import './help-now.css'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** What is true of the telling, and nothing more: on its way, not sent for want of a network, or done. */
export type Told =
  | { readonly state: 'telling' }
  | { readonly state: 'not-told' }
  /** It arrived, and was not taken: it will not be sent by itself. */
  | { readonly state: 'refused' }
  | {
      readonly state: 'told'
      readonly ownerName: string | null
      readonly listed: boolean
      readonly atOnce: boolean
    }

type Props = {
  told: Told
  reading: Reading
  phone: string | null
  /** How to go on from here. */
  children: ReactNode
}

/** A person first, and a number to call that is answered at any hour. Takes the focus when it appears. */
export function HelpNow({ told, reading, phone, children }: Props) {
  const { help: said } = useWords(words)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="tl-help-now">
      <h1 tabIndex={-1} ref={heading}>
        {said.title}
      </h1>
      <p className="tl-lead">{said.lead}</p>
      <div className="tl-help-now-calls">
        <LinkButton kind="act" wide href="tel:988" icon={<Icon name="call" />}>
          {said.call988}
        </LinkButton>
        <LinkButton wide href={said.text988Link}>
          {said.text988}
        </LinkButton>
      </div>
      <p className="tl-quiet-words">{said.about988}</p>
      <div className="tl-help-now-danger">
        <p>{said.danger}</p>
        <LinkButton href="tel:911" icon={<Icon name="call" />}>
          {said.call911}
        </LinkButton>
      </div>
      <Notice title={said.who}>
        <Knows told={told} reading={reading} />
      </Notice>
      {phone && isAnswered(reading) && <CallLink phone={phone} words={said.practice} />}
      <div className="tl-row">{children}</div>
    </div>
  )
}

/** No number to try that rings in an empty house; where the hours are not known, it is theirs to try. */
const isAnswered = ({ declared, openNow }: Reading): boolean => openNow || !declared

function Knows({ told, reading }: Pick<Props, 'told' | 'reading'>) {
  const { help: said } = useWords(words)
  const when = useReadingWords(reading, told.state === 'told' && told.atOnce)
  const [byName, byTeam] = isAnswered(reading) ? [said.told, said.toldTeam] : [said.note, said.noteTeam]
  if (told.state === 'telling') return <output>{isAnswered(reading) ? said.telling : said.leaving}</output>
  if (told.state === 'not-told') return <output>{said.notTold}</output>
  if (told.state === 'refused') return <output>{said.notPassed}</output>
  return (
    <output>
      <strong>{told.ownerName ? byName(told.ownerName) : byTeam}</strong> {told.listed ? said.listed : when}
    </output>
  )
}

function useReadingWords(reading: Reading, atOnce: boolean): string {
  const { help: said } = useWords(words)
  const place = usePlace()
  if (!reading.declared) return said.undeclared
  if (reading.openNow) return said.openNow(formatDate(reading.dueAt, place, 'time'))
  return (atOnce ? said.closedAtOnce : said.closed)(
    `${formatDate(reading.readFrom, place, 'weekday')} (${formatDate(reading.readFrom, place, 'time')})`,
  )
}
