/** For a page that failed to come, or broke. */
export const en = {
  happened: 'This page did not come whole.',
  next: 'What you sent, and what waits on this device, is safe. Load the page again. If it goes on, call the practice.',
  again: 'Load it again',
  noNetwork: {
    happened: 'There is no network, and this page is not on this device yet.',
    next: 'It comes by itself when the network is back. What you sent, and what waits on this device, is safe.',
    home: 'Back to Today',
    help: 'Get help',
  },
  left: 'Nothing is shown here yet.',
  leftNext:
    'Someone left this page, or signed out, while there was no network. As soon as there is one, that is finished, and you can sign in.',
  now: 'In danger now, or thinking of ending your life? There is someone at 988, at any hour.',
  call988: 'Call 988',
}
