import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Route, Switch } from 'wouter'
import { LanguageProvider } from '../../platform/i18n/LanguageProvider.tsx'
import { Loading } from '../../platform/ui/Loading.tsx'
import { Unbroken } from './Broken.tsx'
import { Left, useLeft } from './Left.tsx'
import { useKeptPlace } from './kept.web.ts'
import { useAppLinks, useFreshPage } from './navigation.web.ts'
import { makeQueries } from './queries.web.ts'
import { useSpoken } from './spoken.web.ts'

/** One bundle per audience, so that a client's phone loads nothing of the staff's. */
const ClientPages = lazy(() => import('./ClientPages.tsx').then((page) => ({ default: page.ClientPages })))
const StaffPages = lazy(() => import('./StaffPages.tsx').then((page) => ({ default: page.StaffPages })))
const AccessPages = lazy(() => import('./AccessPages.tsx').then((page) => ({ default: page.AccessPages })))
const DesignPage = lazy(() => import('./DesignPage.tsx').then((page) => ({ default: page.DesignPage })))

/** The same words as the page had before the app came, until the part that was asked for is there too. */
const Coming = () => (
  <div className="tl-coming">
    <Loading />
  </div>
)

const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone

export function App() {
  const [language, choose] = useSpoken()
  const [queries] = useState(makeQueries)
  const isOut = useLeft()
  useAppLinks()
  useFreshPage()
  useKeptPlace()
  return (
    <LanguageProvider language={language} timeZone={deviceZone} onChoose={choose}>
      <QueryClientProvider client={queries}>
        <Unbroken>
          <Suspense fallback={<Coming />}>
            {isOut ? (
              <Left />
            ) : (
              <Switch>
                <Route path="/me/*?" component={ClientPages} />
                <Route path="/app/*?" component={StaffPages} />
                <Route path="/design/*?" component={DesignPage} />
                <Route component={AccessPages} />
              </Switch>
            )}
          </Suspense>
        </Unbroken>
      </QueryClientProvider>
    </LanguageProvider>
  )
}
