import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import './ladder.css'
import { readTasks } from './safety.contract.ts'
import { en } from './words.ladder.en.ts'
import { es } from './words.ladder.es.ts'

const words = { en, es }

const lookEveryMs = 60_000

/**
 * Stands above every page of those who work here while a call for help has reached no one, or could not have. It is the
 * alarm of the alarm, so it asks by itself and does not wait to be told. A session room stays dark: who sits there has one
 * person to watch.
 */
export function LadderAlarm() {
  const { can } = useHere()
  const [path] = useLocation()
  if (!can.includes('task.read') || path.endsWith('/room')) return null
  return <Alarm />
}

/** A button, not a link: the way to the content stays the first link of the page. */
function Alarm() {
  const [, navigate] = useLocation()
  const said = useWords(words)
  const language = useLanguage()
  const { data, refetch } = useAsk(readTasks, {})
  useEffect(() => {
    const timer = setInterval(() => void refetch(), lookEveryMs)
    return () => clearInterval(timer)
  }, [refetch])
  if (!data) return null
  const { unanswered, silent, standsStill } = data.ladder
  const lines = [
    ...(standsStill ? [said.standsStill] : []),
    ...(silent > 0 ? [plural(language, silent, said.silent)] : []),
    ...(unanswered > 0 ? [plural(language, unanswered, said.unanswered)] : []),
  ]
  if (lines.length === 0) return null
  return (
    <section className="tl-noprint" aria-label={said.title}>
      <div className="tl-ladder-alarm" role="alert">
        <StatusMark state="stop">{said.title}</StatusMark>
        <div>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <Button kind="link" onPress={() => navigate('/app/tasks')}>
          {said.look}
        </Button>
      </div>
    </section>
  )
}
