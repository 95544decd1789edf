import { lazy } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { DemoPage } from '../../access/DemoPage.tsx'
import { JoinPage } from '../../access/JoinPage.tsx'
import { RecoverPage } from '../../access/RecoverPage.tsx'
import { SignInPage } from '../../access/SignInPage.tsx'
import { WherePage } from '../../access/WherePage.tsx'

const AccountPage = lazy(() =>
  import('../../access/AccountPage.tsx').then((page) => ({ default: page.AccountPage })),
)
const InboxPage = lazy(() => import('../../demo/InboxPage.tsx').then((page) => ({ default: page.InboxPage })))
const SetUpPage = lazy(() =>
  import('../../access/SetUpPage.tsx').then((page) => ({ default: page.SetUpPage })),
)

const KeptNotesPage = lazy(() =>
  import('../../record/KeptNotesPage.tsx').then((page) => ({ default: page.KeptNotesPage })),
)

const TabletPage = lazy(() =>
  import('../../instrument/TabletPage.tsx').then((page) => ({ default: page.TabletPage })),
)

/** Everything before one is in, and one's own sign-in. */
export const AccessPages = () => (
  <Switch>
    <Route path="/sign-in" component={SignInPage} />
    <Route path="/sign-in/where" component={WherePage} />
    <Route path="/join" component={JoinPage} />
    <Route path="/recover" component={RecoverPage} />
    <Route path="/set-up" component={SetUpPage} />
    <Route path="/account" component={AccountPage} />
    <Route path="/account/notes" component={KeptNotesPage} />
    <Route path="/tablet" component={TabletPage} />
    <Route path="/demo" component={DemoPage} />
    <Route path="/demo/inbox" component={InboxPage} />
    <Route>
      <Redirect to="/sign-in" replace />
    </Route>
  </Switch>
)
