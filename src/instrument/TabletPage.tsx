import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Door, DoorForm } from '../access/Door.tsx'
import { codeLength, codeTyped } from '../access/tablet.ts'
import { AskRefused, ask } from '../platform/http/ask.web.ts'
import { useChooseLanguage, useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { CodeField } from '../platform/ui/CodeField.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { leaveOldSteps } from '../platform/ui/steps.web.ts'
import './asking.css'
import './tablet.css'
import { isWorded } from './ownWords.ts'
import type { Language } from './response.ts'
import { openTablet } from './tablet.contract.ts'
import { TabletAsking } from './TabletAsking.tsx'
import { TabletHelp, TabletReads, toldOf } from './TabletHelp.tsx'
import { TabletUnsent } from './TabletUnsent.tsx'
import { holdsUnsent } from './tabletWipe.web.ts'
import { useTablet, type TabletShown } from './useTablet.web.ts'
import { en } from './words.tablet.en.ts'
import { es } from './words.tablet.es.ts'

const words = { en, es }

/** The practice's own tablet: a code, one form, and nothing left behind. No name stands on it, before or after. */
export function TabletPage() {
  const tablet = useTablet()
  const { shown } = tablet
  useEffect(leaveOldSteps, [shown.kind])
  return (
    <Door>
      <div className="tl-ask tl-tablet">
        {shown.kind === 'code' && <Code onOpen={tablet.open} />}
        {shown.kind === 'form' && <Form tablet={tablet} shown={shown} />}
        {shown.kind === 'unsent' && <TabletUnsent {...shown} tablet={tablet} danger={tablet.danger} />}
        {shown.kind === 'over' && <Over shown={shown} tablet={tablet} />}
      </div>
    </Door>
  )
}

type Refused = 'wrong' | 'soon' | 'offline' | 'unsent'

function Code({ onOpen }: { onOpen: (token: string) => Promise<boolean> }) {
  const { code: said } = useWords(words)
  const [code, type] = useState('')
  const [refused, refuse] = useState<Refused>()
  const [busy, work] = useState(false)
  const send = async () => {
    if (codeTyped(code) === undefined) return refuse('wrong')
    work(true)
    refuse(await opened(code, onOpen))
    work(false)
  }
  return (
    <DoorForm onSend={() => void send()}>
      <Headed title={said.title}>
        <p className="tl-lead">{said.lead}</p>
      </Headed>
      <CodeField
        label={said.label}
        hint={said.hint}
        length={codeLength}
        value={code}
        error={refused && said.refused[refused]}
        onChange={type}
      />
      <Button kind="act" type="submit" wide busy={busy}>
        {said.open}
      </Button>
    </DoorForm>
  )
}

/** Nothing where it opened. What a member wrote here and has not sent is sent first: it is not handed to anyone. */
async function opened(
  code: string,
  onOpen: (token: string) => Promise<boolean>,
): Promise<Refused | undefined> {
  if (await holdsUnsent()) return 'unsent'
  try {
    const { token } = await ask(openTablet, { code }, crypto.randomUUID())
    return (await onOpen(token)) ? undefined : 'wrong'
  } catch (cause) {
    if (!(cause instanceof AskRefused)) throw cause
    if (cause.problem.kind === 'offline') return 'offline'
    return cause.problem.kind === 'too-many' ? 'soon' : 'wrong'
  }
}

type FormProps = {
  tablet: ReturnType<typeof useTablet>
  shown: Extract<TabletShown, { kind: 'form' }>
}

/** First the language, chosen by whoever answers; a language without words of these questions is not offered. */
function Form({ tablet, shown: { instrument, line } }: FormProps) {
  const { begin } = useWords(words)
  const language = useLanguage()
  const choose = useChooseLanguage()
  const [begunIn, setBegun] = useState<Language>()
  const spoken = (['en', 'es'] as const).filter((each) => isWorded(instrument, each))
  const start = (chosen: Language) => {
    if (chosen !== language) choose(chosen)
    setBegun(chosen)
  }
  if (begunIn)
    return (
      <TabletAsking key={begunIn} {...{ instrument, line, tablet }} language={begunIn} onAnew={setBegun} />
    )
  return (
    <>
      <Headed title={begin.title}>
        <p className="tl-lead">{begin.lead}</p>
      </Headed>
      <div className="tl-tablet-languages">
        {spoken.map((each) => (
          <Button key={each} kind={each === language ? 'act' : 'quiet'} wide onPress={() => start(each)}>
            <span lang={each}>{{ en, es }[each].begin.inLanguage}</span>
          </Button>
        ))}
      </div>
      <p>{begin.told}</p>
      <p>
        {tablet.reading?.reading.openNow ? begin.danger : begin.dangerLeft}{' '}
        {!tablet.reading?.reading.openNow && <TabletReads known={tablet.reading} />}
      </p>
      <LinkButton size="small" href="tel:988" icon={<Icon name="call" />}>
        {begin.call988}
      </LinkButton>
      <p className="tl-quiet-words">{begin.wipes}</p>
      <Button kind="link" onPress={() => void tablet.leave()}>
        {begin.leave}
      </Button>
    </>
  )
}

type OverProps = {
  shown: Extract<TabletShown, { kind: 'over' }>
  tablet: ReturnType<typeof useTablet>
}

function Over({ shown: { why, danger }, tablet: { state, reading, startAnew: onDone } }: OverProps) {
  const { over } = useWords(words)
  const done = (
    <Button kind={danger ? 'quiet' : 'act'} onPress={onDone}>
      {over.done}
    </Button>
  )
  if (danger)
    return (
      <TabletHelp told={toldOf(state)} reading={reading}>
        {done}
      </TabletHelp>
    )
  return (
    <>
      <Headed title={over.titles[why]}>
        <p className="tl-lead">{over.leads[why]}</p>
      </Headed>
      {done}
    </>
  )
}

function Headed({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </>
  )
}
