import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed } from '../platform/i18n/plural.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import './own.css'
import { type OwnAnswers, type OwnMatter, readOwnAnswers } from './own.contract.ts'
import { type OwnMatterTold, toldAsOne } from './own.ts'
import { OwnTimes } from './OwnTimes.tsx'
import { en as namesEn } from './words.names.en.ts'
import { es as namesEs } from './words.names.es.ts'
import { en } from './words.own.en.ts'
import { es } from './words.own.es.ts'

const words = { en, es }
const names = { en: namesEn, es: namesEs }

/** The client's own answers over time: words first, each matter closed until it is chosen, and never a score. */
export function OwnAnswersPage() {
  const said = useWords(words)
  const { me } = useHere()
  const { data, error } = useAsk(readOwnAnswers, { personId: me.personId ?? '' })
  return (
    <ClientFrame current="thread">
      <div className="tl-own-answers">
        <h1>{said.title}</h1>
        {data ? <Matters {...data} /> : error ? <Refusal refused={error} /> : <Loading />}
        <Notice>
          <p>
            <strong>{said.nobodyWatches}</strong> {said.helpMore}
          </p>
        </Notice>
        <LinkButton href="/me/help">{said.help}</LinkButton>
      </div>
    </ClientFrame>
  )
}

function Matters({ matters: all, team }: OwnAnswers) {
  const said = useWords(words)
  const matters = useMatters(all)
  if (matters.length === 0) return <EmptyState title={said.empty}>{said.emptyWords}</EmptyState>
  return (
    <>
      <p className="tl-lead">{said.lead}</p>
      <div>
        {matters.map((matter) => (
          <Matter key={matter.topic} {...matter} team={team} />
        ))}
      </div>
    </>
  )
}

type One = { topic: string; about: readonly OwnMatter[] }

/** What is about the same is told once. */
function useMatters(matters: readonly OwnMatter[]): readonly One[] {
  const own = useWords(words)
  const { topics } = useWords(names)
  const topicOf = ({ instrumentId: id, title }: OwnMatter) => title ?? own.topics[id] ?? topics[id] ?? id
  const all = [...new Set(matters.map(topicOf))]
  return all.map((topic) => ({ topic, about: matters.filter((matter) => topicOf(matter) === topic) }))
}

function Matter({ topic, about, team }: One & { team: readonly string[] }) {
  const said = useWords(words)
  const language = useLanguage()
  const told = toldAsOne(about)
  const { course } = told
  const title = topic.charAt(0).toLocaleUpperCase(language) + topic.slice(1)
  return (
    <Disclosure title={title}>
      <p>{fill(said.courses[course], { topic })}</p>
      {course === 'worse' && (
        <p>
          {team.length > 0 ? fill(said.talk, { names: listed(language, team) }) : said.talkAnyone}{' '}
          <a href="/me/help">{said.help}</a>
        </p>
      )}
      <Since told={told} topic={topic} />
      <OwnTimes about={about} topic={topic} />
    </Disclosure>
  )
}

/** Since when it is not known; and that this, too, is all right. */
function Since({ told: { since, neverAnswered }, topic }: { told: OwnMatterTold; topic: string }) {
  const said = useWords(words)
  const place = usePlace()
  if (neverAnswered) return <p>{fill(said.neverAnswered, { topic })}</p>
  if (since === null) return null
  return <p>{fill(said.since, { day: formatDate(since, place, 'date') })}</p>
}
