import { Redirect, Route, Switch } from 'wouter'
import { DemoPage } from '../../access/DemoPage.tsx'
import { SignInPage } from '../../access/SignInPage.tsx'
import { WherePage } from '../../access/WherePage.tsx'

/** Everything before one is in, and one's own sign-in. */
export const AccessPages = () => (
  <Switch>
    <Route path="/sign-in" component={SignInPage} />
    <Route path="/sign-in/where" component={WherePage} />
    <Route path="/demo" component={DemoPage} />
    <Route>
      <Redirect to="/sign-in" replace />
    </Route>
  </Switch>
)
