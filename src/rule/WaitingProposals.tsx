import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useSigned } from '../access/signed.web.ts'
import { SignWritten } from '../access/SignWritten.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import type { Library, ProposalTold } from './library.contract.ts'
import { secondRules, withdrawRules } from './own.contract.ts'
import { secondDocument } from './ownSigned.ts'
import { WantedList } from './ProposeRules.tsx'
import { en } from './words.own.en.ts'
import { es } from './words.own.es.ts'

const words = { en, es }

type Props = { library: Library; proposal: ProposalTold }

/** What was proposed and does not hold yet, with the way to sign it or to take it back. */
export function WaitingProposals({ library }: { library: Library }) {
  const said = useWords(words)
  const waiting = library.proposals.filter(({ waitsFor }) => waitsFor.length > 0)
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="rules-waiting">
      <h2 id="rules-waiting">{said.waiting}</h2>
      {waiting.map((proposal) => (
        <Waiting key={proposal.id} library={library} proposal={proposal} />
      ))}
    </section>
  )
}

function Waiting({ library, proposal }: Props) {
  const said = useWords(words)
  const place = usePlace()
  const at = (moment: number) => formatDate(moment, place, 'moment')
  const { restsUntil, mine } = proposal
  const titles = new Map(library.rules.map(({ id, title }) => [id, title[place.language]]))
  const rules = proposal.rules
    .filter(({ rule }) => proposal.waitsFor.includes(rule))
    .map((one) => ({ ...one, title: titles.get(one.rule) ?? one.rule }))
  return (
    <article className="tl-rules-waiting tl-stack">
      <p>{fill(said.proposed, { by: proposal.by, at: at(proposal.signedAt) })}</p>
      <WantedList rules={rules} />
      <p>{fill(said.because, { reason: proposal.reason })}</p>
      <p className="tl-quiet-words">
        {restsUntil === null
          ? waitsForWhom(library, proposal, said)
          : fill(said.rests, { at: at(restsUntil) })}
      </p>
      {!mine && library.can.second && proposal.maySecond && <SignSecond proposal={proposal} />}
      {mine && library.can.propose && <TakeBack proposal={proposal} />}
    </article>
  )
}

function waitsForWhom({ director }: Library, { needsDirector }: ProposalTold, said: typeof en): string {
  return director && needsDirector ? fill(said.needsDirector, { name: director.name }) : said.needsSecond
}

function SignSecond({ proposal }: { proposal: ProposalTold }) {
  const said = useWords(words)
  const { me } = useHere()
  const signed = useSigned(secondRules, () => undefined)
  const sign = async () => {
    const hash = await digestOf(secondDocument(proposal))
    signed.sign({ hash, asking: { id: newId(), proposalId: proposal.id } })
  }
  return (
    <>
      <div className="tl-row">
        <Button kind="act" onPress={() => void sign()}>
          {said.second}
        </Button>
      </div>
      <Refusal refused={signed.error} />
      <SignWritten
        signed={signed}
        title={said.secondTitle}
        printedName={me.name ?? ''}
        meaning={said.secondMeaning}
      />
    </>
  )
}

/** It takes a second press, on a button of its own. */
function TakeBack({ proposal }: { proposal: ProposalTold }) {
  const said = useWords(words)
  const [isAsked, ask] = useState(false)
  const { mutate, isPending, error } = useSend(withdrawRules)
  if (!isAsked)
    return (
      <div className="tl-row">
        <Button size="small" onPress={() => ask(true)}>
          {said.withdraw}
        </Button>
      </div>
    )
  return (
    <>
      <div className="tl-row">
        <Button
          size="small"
          busy={isPending}
          onPress={() => mutate({ id: newId(), proposalId: proposal.id })}
        >
          {said.withdrawn}
        </Button>
        <Button size="small" kind="link" onPress={() => ask(false)}>
          {said.keep}
        </Button>
      </div>
      <Refusal refused={error} />
    </>
  )
}
