import { LanguageSwitch } from '../../platform/ui/LanguageSwitch.tsx'
import { ClientShell } from '../../platform/ui/shell/ClientShell.tsx'
import { ThemeSwitch } from '../../platform/ui/ThemeSwitch.tsx'

const links = { today: '/design', thread: '/design', help: '/design' }

export const DesignPage = () => (
  <ClientShell links={links}>
    <LanguageSwitch />
    <ThemeSwitch />
  </ClientShell>
)
