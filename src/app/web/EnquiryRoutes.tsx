import { Route, Switch } from 'wouter'
import { EnquiryList, enquiriesPath } from '../../find/EnquiryList.tsx'
import { EnquiryPage } from '../../find/EnquiryPage.tsx'

export const EnquiryRoutes = () => (
  <Switch>
    <Route path={enquiriesPath} component={EnquiryList} />
    <Route path={`${enquiriesPath}/:enquiryId`}>
      {({ enquiryId }) => <EnquiryPage key={enquiryId} enquiryId={enquiryId} />}
    </Route>
  </Switch>
)
