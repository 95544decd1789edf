// The bare server of bar 4: the same framework with nothing behind it.
import Fastify from 'fastify'
import type { AddressInfo } from 'node:net'

const app = Fastify()
app.get('/hello', async () => ({ hello: true }))
await app.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ port: (app.server.address() as AddressInfo).port, readyMs: 0 })
process.on('message', () => process.exit(0))
process.on('disconnect', () => process.exit(1))
