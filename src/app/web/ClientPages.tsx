import { Redirect, Route, Switch } from 'wouter'
import { RecordPage } from '../../audit/RecordPage.tsx'
import { ConcernPage } from '../../practice/ConcernPage.tsx'
import { HelpPage } from '../../practice/HelpPage.tsx'
import { HereProvider } from '../../practice/HereProvider.tsx'
import { NoSuchPage } from '../../practice/NoSuchPage.tsx'

const elsewhere = <Redirect to="/app" replace />

/** The client's own pages. Whoever is not signed in is at the door. */
export const ClientPages = () => (
  <HereProvider of="client" door={<Redirect to="/sign-in" replace />} elsewhere={elsewhere}>
    <Switch>
      <Route path="/me/help" component={HelpPage} />
      <Route path="/me/help/concern" component={ConcernPage} />
      <Route path="/me/record" component={RecordPage} />
      <Route>
        <NoSuchPage home="/me" />
      </Route>
    </Switch>
  </HereProvider>
)
