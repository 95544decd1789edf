import { Redirect, Route, Switch } from 'wouter'
import { RoomPage } from '../../journey/RoomPage.tsx'
import { HereProvider } from '../../practice/HereProvider.tsx'
import { EnquiryRoutes } from './EnquiryRoutes.tsx'
import { NoSuchPage } from '../../practice/NoSuchPage.tsx'

const elsewhere = <Redirect to="/me" replace />

/** The pages of those who work here. Whoever is not signed in, with both factors, is at the door. */
export const StaffPages = () => (
  <HereProvider of="staff" door={<Redirect to="/sign-in" replace />} elsewhere={elsewhere}>
    <Switch>
      <Route path="/app/c/:courseId/s/:sessionId/room">
        {({ sessionId }) => <RoomPage sessionId={sessionId} />}
      </Route>
      <Route path="/app/enquiries/*?" component={EnquiryRoutes} />
      <Route>
        <NoSuchPage home="/app" />
      </Route>
    </Switch>
  </HereProvider>
)
