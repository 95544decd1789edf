/** The three places of a client. */
export const clientLinks = { today: '/me', thread: '/me/thread', help: '/me/help' }
