export const en = {
  refusal: {
    offline: {
      happened: 'We cannot reach the server.',
      next: 'Try again when the network is back. If you typed something, it is still here.',
    },
    read: {
      offline: {
        happened: 'We cannot reach the server.',
        next: 'What belongs here is shown when the network is back.',
      },
      ours: {
        happened: 'Something went wrong on our side.',
        next: 'This could not be shown. Wait a moment, then try again. If it goes on, call the practice.',
      },
    },
    wait: (seconds: number) =>
      seconds > 90
        ? `Wait ${Math.ceil(seconds / 60)} minutes, then try again. What you typed is still here.`
        : `Wait ${seconds} seconds, then try again. What you typed is still here.`,
  },
}
