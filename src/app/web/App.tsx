import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { LanguageProvider } from '../../platform/i18n/LanguageProvider.tsx'
import { useAppLinks, useFreshPage } from './navigation.web.ts'
import { useSpoken } from './spoken.web.ts'

const DesignPage = lazy(() => import('./DesignPage.tsx').then((page) => ({ default: page.DesignPage })))

const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone

export function App() {
  const [language, choose] = useSpoken()
  useAppLinks()
  useFreshPage()
  return (
    <LanguageProvider language={language} timeZone={deviceZone} onChoose={choose}>
      <Suspense>
        <Switch>
          <Route path="/design">
            <DesignPage />
          </Route>
        </Switch>
      </Suspense>
    </LanguageProvider>
  )
}
