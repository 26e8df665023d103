import { type ClientRequest, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type IdentityApp, identityApp } from '../testing/identity-app.ts'

let api: IdentityApp
let port: number
beforeAll(async () => {
  api = await identityApp()
  await api.app.listen({ port: 0, host: '127.0.0.1' })
  port = (api.app.server.address() as AddressInfo).port
})
afterAll(async () => {
  await api.close()
})

const connections = () =>
  new Promise<number>((resolve, reject) =>
    api.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  )

async function until(done: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 10))
}

it('who goes away while it is found out who they are holds no place among the requests in flight', async () => {
  const ann = await api.person('ann@example.com')
  expect((await ann.get('/v1/me')).statusCode).toBe(200)
  const cookie = [...ann.jar].map(([name, value]) => `${name}=${value}`).join('; ')

  const { sessions } = api.services.identity
  const personOf = sessions.personOf
  let asked = 0
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  sessions.personOf = async (token) => {
    asked += 1
    await gate
    return await personOf(token)
  }
  const gone: ClientRequest[] = []
  for (let i = 0; i < 64; i++) {
    const one = request({ port, host: '127.0.0.1', path: '/v1/me', headers: { cookie } })
    one.on('error', () => {})
    one.end()
    gone.push(one)
  }
  await until(() => asked === gone.length)
  for (const one of gone) one.destroy()
  await until(async () => (await connections()) === 0)
  sessions.personOf = personOf
  open()
  // Whatever went on for those who are gone has ended when the same was done for somebody who is there.
  await ann.get('/v1/me')

  const after = await Promise.all(Array.from({ length: 16 }, () => ann.get('/v1/me')))
  expect(after.map((one) => one.statusCode)).toEqual(after.map(() => 200))
})
