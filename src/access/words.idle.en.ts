export const en = {
  warning: {
    label: 'Nobody seems to be here',
    soon: 'Nobody has touched this page for a while. In two minutes it will be covered. What you typed is kept.',
    last: 'In half a minute this page will be covered. What you typed is kept.',
    stay: 'Stay signed in',
  },
  covered: {
    away: {
      title: 'Covered while you were away',
      lead: 'Sign in, and you are back where you were. What you typed is still here.',
    },
    ended: {
      title: 'You are signed out here',
      lead: 'Your sign-in was ended from elsewhere, or its time was over. Sign in, and you are back where you were. What you typed is still here.',
    },
    unsent: {
      one: 'One entry of yours is not sent yet. It stays on this device, and goes when you sign in here. Nobody else can see it or send it.',
      other:
        '{n} entries of yours are not sent yet. They stay on this device, and go when you sign in here. Nobody else can see or send them.',
    },
    steps: 'Emergency: the first steps',
    other: 'I am someone else',
  },
}
