import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { DoorShell } from '../platform/ui/shell/DoorShell.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export function NoSuchPage({ home }: { home: string }) {
  const { nowhere } = useWords(words)
  return (
    <DoorShell home={home}>
      <div className="tl-stack">
        <h1>{nowhere.title}</h1>
        <LinkButton href={home}>{nowhere.back}</LinkButton>
      </div>
    </DoorShell>
  )
}
