import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Route, Switch } from 'wouter'
import { LanguageProvider } from '../../platform/i18n/LanguageProvider.tsx'
import { useAppLinks, useFreshPage } from './navigation.web.ts'
import { makeQueries } from './queries.web.ts'
import { useSpoken } from './spoken.web.ts'

/** One bundle per audience, so that a client's phone loads nothing of the staff's. */
const ClientPages = lazy(() => import('./ClientPages.tsx').then((page) => ({ default: page.ClientPages })))
const StaffPages = lazy(() => import('./StaffPages.tsx').then((page) => ({ default: page.StaffPages })))
const AccessPages = lazy(() => import('./AccessPages.tsx').then((page) => ({ default: page.AccessPages })))
const DesignPage = lazy(() => import('./DesignPage.tsx').then((page) => ({ default: page.DesignPage })))

const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone

export function App() {
  const [language, choose] = useSpoken()
  const [queries] = useState(makeQueries)
  useAppLinks()
  useFreshPage()
  return (
    <LanguageProvider language={language} timeZone={deviceZone} onChoose={choose}>
      <QueryClientProvider client={queries}>
        <Suspense>
          <Switch>
            <Route path="/me/*?" component={ClientPages} />
            <Route path="/app/*?" component={StaffPages} />
            <Route path="/design/*?" component={DesignPage} />
            <Route component={AccessPages} />
          </Switch>
        </Suspense>
      </QueryClientProvider>
    </LanguageProvider>
  )
}
