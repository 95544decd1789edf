import { useLocation } from 'wouter'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import './integration.css'
import { TellField } from './TellField.tsx'
import { useTelling } from './useIntegration.web.ts'
import { WithCourse } from './WithCourse.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** What is still with you: a page with nothing else on it. */
export function TellPage() {
  const { tell } = useWords(words)
  return (
    <ClientFrame current="today">
      <div className="tl-stack">
        <h1>{tell.title}</h1>
        <p className="tl-lead">{tell.lead}</p>
        <WithCourse>{(courseId) => <Tell courseId={courseId} />}</WithCourse>
        <p className="tl-kept">
          <Icon name="lock" />
          <span>{tell.alone}</span>
        </p>
        <p className="tl-quiet-words">
          {tell.nobody}{' '}
          <LinkButton kind="link" size="small" href="/me/help">
            {tell.help}
          </LinkButton>
        </p>
      </div>
    </ClientFrame>
  )
}

function Tell({ courseId }: { courseId: string }) {
  const { tell } = useWords(words)
  const telling = useTelling(courseId)
  const [, navigate] = useLocation()
  return (
    <TellField
      main
      about={`insight ${courseId}`}
      label={tell.label}
      onTell={async (said) => navigate(`/me/words/${await telling.insight(said)}`)}
      onCancel={() => navigate('/me')}
    />
  )
}
