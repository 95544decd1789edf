import { Refusal } from '../access/Refusal.tsx'
import { OutboxNotes } from '../integration/OutboxNotes.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import './telling.css'
import type { TellingNow } from './telling.contract.ts'
import { UnkeptNotice } from './UnkeptNotice.tsx'
import { useOwnTelling, type OwnTelling } from './useOwnTelling.web.ts'
import { useUnkept, type Unkept } from './useUnkept.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'
import { en as listEn } from './words.list.en.ts'
import { es as listEs } from './words.list.es.ts'

const words = { en, es }
const lists = { en: listEn, es: listEs }

/** The client’s own health history: topic by topic, in any order, at their own speed. It decides nothing and judges nothing. */
export function TellingPage() {
  const said = useWords(words)
  const { me } = useHere()
  const own = useOwnTelling(me.personId ?? '')
  return (
    <ClientFrame current="today">
      <div className="tl-history">
        <LinkButton kind="link" size="small" href="/me" icon={<Icon name="back" />}>
          {said.home}
        </LinkButton>
        <header>
          <h1>{said.title}</h1>
          <p className="tl-lead">{said.lead}</p>
        </header>
        <OutboxNotes outbox={own.outbox} />
        {own.now ? (
          <Known own={own} now={own.now} />
        ) : own.error ? (
          <Refusal refused={own.error} />
        ) : (
          <Loading />
        )}
      </div>
    </ClientFrame>
  )
}

function Known({ own, now }: { own: OwnTelling; now: TellingNow }) {
  const said = useWords(words)
  return (
    <>
      <ul className="tl-history-topics">
        {now.topics.map((topic) => (
          <Topic key={topic.id} own={own} now={now} topic={topic} />
        ))}
        <li>
          <LinkButton kind="link" href={`/me/history/${now.topics.length + 1}`}>
            {said.medicines.title}
          </LinkButton>
          <span className="tl-quiet-words">
            <ListCount own={own} />
          </span>
        </li>
      </ul>
      <p className="tl-quiet-words">{said.kept}</p>
      <Finish own={own} now={now} />
      <p className="tl-quiet-words">{said.nobodyWatches}</p>
      <LinkButton href="/me/help">{said.help}</LinkButton>
    </>
  )
}

/** What is still told of the two lists; or that there is nothing on one of them. */
function ListCount({ own: { medicines, none } }: { own: OwnTelling }) {
  const said = useWords(words)
  const list = useWords(lists)
  const { language } = usePlace()
  const standing = medicines.filter(({ back }) => back === null).length
  if (standing > 0) return plural(language, standing, said.medicines.count)
  return none.length > 0 ? list.noneShort : said.noneTold
}

type TopicProps = { own: OwnTelling; now: TellingNow; topic: TellingNow['topics'][number] }

function Topic({ own, now, topic }: TopicProps) {
  const said = useWords(words)
  const { language } = usePlace()
  const asked = now.questions.filter((question) => question.topic === topic.id)
  const told = asked.filter(({ id }) => own.told.has(id)).length
  const all = { n: String(told), all: String(asked.length) }
  return (
    <li>
      <LinkButton kind="link" href={`/me/history/${now.topics.indexOf(topic) + 1}`}>
        {topic.title[language]}
      </LinkButton>
      {told === asked.length ? (
        <StatusMark state="met">{said.allTold}</StatusMark>
      ) : (
        <span className="tl-quiet-words">{told === 0 ? said.noneTold : fill(said.someTold, all)}</span>
      )}
    </li>
  )
}

/** Not everything has to be told: whoever reads it sees what is left. */
function Finish({ own, now }: { own: OwnTelling; now: TellingNow }) {
  const said = useWords(words)
  const { told, medicines, none, doneAt } = own
  const unkept = useUnkept(own, now)
  const place = usePlace()
  const lists = [...none, ...medicines.flatMap(({ back }) => back ?? [])].map(({ at }) => ({ toldAt: at }))
  const all = [...told.values(), ...medicines, ...lists]
  const isNew = all.some(({ toldAt }) => doneAt === null || toldAt > doneAt)
  return (
    <section className="tl-history-finish" aria-labelledby="history-done">
      <h2 id="history-done">{doneAt === null ? said.finish.title : said.finish.again}</h2>
      {doneAt !== null && !isNew && (
        <output>{fill(said.finish.done, { day: formatDate(doneAt, place, 'date') })}</output>
      )}
      {isNew && <p>{said.finish.words}</p>}
      <UnkeptNotice unkept={unkept} now={now} />
      <Presses own={own} isNew={isNew} unkept={unkept} />
      {all.length === 0 && <p>{said.finish.nothing}</p>}
    </section>
  )
}

/** Where words wait unkept, what is pressed says whether they are told too. */
function Presses({ own, isNew, unkept }: { own: OwnTelling; isNew: boolean; unkept: Unkept }) {
  const said = useWords(words)
  const canKeep = !unkept.isNone && !unkept.isWrong
  return (
    <>
      {canKeep && (
        <Button kind="act" wide onPress={() => void unkept.finish()}>
          {said.unkept.keep}
        </Button>
      )}
      {isNew && (
        <Button kind={canKeep ? 'quiet' : 'act'} wide onPress={() => void own.finish()}>
          {unkept.isNone ? said.finish.press : said.unkept.without}
        </Button>
      )}
    </>
  )
}
