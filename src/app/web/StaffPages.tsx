import { lazy } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { BoardPage } from '../../course/BoardPage.tsx'
import { HereProvider } from '../../practice/HereProvider.tsx'
import { EnquiryRoutes } from './EnquiryRoutes.tsx'
import { NoSuchPage } from '../../practice/NoSuchPage.tsx'

const PeoplePage = lazy(() =>
  import('../../course/PeoplePage.tsx').then((page) => ({ default: page.PeoplePage })),
)
const ChartPage = lazy(() =>
  import('../../course/ChartPage.tsx').then((page) => ({ default: page.ChartPage })),
)
const WordsPlace = lazy(() =>
  import('../../course/WordsPlace.tsx').then((page) => ({ default: page.WordsPlace })),
)
const ReferralPage = lazy(() =>
  import('../../intake/ReferralPage.tsx').then((page) => ({ default: page.ReferralPage })),
)
const HistoryPage = lazy(() =>
  import('../../intake/HistoryPage.tsx').then((page) => ({ default: page.HistoryPage })),
)
const DecisionPage = lazy(() =>
  import('../../clearance/DecisionPage.tsx').then((page) => ({ default: page.DecisionPage })),
)
const MembersPage = lazy(() =>
  import('../../access/MembersPage.tsx').then((page) => ({ default: page.MembersPage })),
)
const SettingsPage = lazy(() =>
  import('../../practice/SettingsPage.tsx').then((page) => ({ default: page.SettingsPage })),
)
const ReadyPage = lazy(() =>
  import('../../journey/ReadyPage.tsx').then((page) => ({ default: page.ReadyPage })),
)
const OrderPage = lazy(() =>
  import('../../medication/OrderPage.tsx').then((page) => ({ default: page.OrderPage })),
)
const ClosingPage = lazy(() =>
  import('../../journey/ClosingPage.tsx').then((page) => ({ default: page.ClosingPage })),
)
const RoomPage = lazy(() => import('../../journey/RoomPage.tsx').then((page) => ({ default: page.RoomPage })))

const TasksPage = lazy(() =>
  import('../../safety/TasksPage.tsx').then((page) => ({ default: page.TasksPage })),
)
const AskedPage = lazy(() =>
  import('../../safety/AskedPage.tsx').then((page) => ({ default: page.AskedPage })),
)
const MeasuresPlace = lazy(() =>
  import('../../measure/MeasuresPlace.tsx').then((page) => ({ default: page.MeasuresPlace })),
)
const BeforePlace = lazy(() =>
  import('../../preparation/BeforePlace.tsx').then((page) => ({ default: page.BeforePlace })),
)

const elsewhere = <Redirect to="/me" replace />

/** The pages of those who work here. Whoever is not signed in, with both factors, is at the door. */
export const StaffPages = () => (
  <HereProvider of="staff" door={<Redirect to="/sign-in" replace />} elsewhere={elsewhere}>
    <Switch>
      <Route path="/app" component={BoardPage} />
      <Route path="/app/people" component={PeoplePage} />
      <Route path="/app/people/:personId" component={ChartPage} />
      <Route path="/app/people/:personId/words" component={WordsPlace} />
      <Route path="/app/c/:courseId/s/:sessionId" component={ReadyPage} />
      <Route path="/app/c/:courseId/s/:sessionId/ready" component={ReadyPage} />
      <Route path="/app/c/:courseId/s/:sessionId/close">
        {({ sessionId }) => <ClosingPage sessionId={sessionId} />}
      </Route>
      <Route path="/app/c/:courseId/s/:sessionId/room">
        {({ sessionId }) => <RoomPage sessionId={sessionId} />}
      </Route>
      <Route path="/app/tasks" component={TasksPage} />
      <Route path="/app/people/:personId/asked" component={AskedPage} />
      <Route path="/app/people/:personId/measures" component={MeasuresPlace} />
      <Route path="/app/people/:personId/before" component={BeforePlace} />
      <Route path="/app/enquiries/*?" component={EnquiryRoutes} />
      <Route path="/app/referrals" component={ReferralPage} />
      <Route path="/app/people/:personId/order" component={OrderPage} />
      <Route path="/app/people/:personId/decision" component={DecisionPage} />
      <Route path="/app/people/:personId/history" component={HistoryPage} />
      <Route path="/app/practice" component={SettingsPage} />
      <Route path="/app/access" component={MembersPage} />
      <Route>
        <NoSuchPage home="/app" />
      </Route>
    </Switch>
  </HereProvider>
)
