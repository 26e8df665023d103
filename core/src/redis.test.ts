import { expect, test } from 'vitest'
import { redisOptions } from './redis.ts'

test('a URL of one server', () => {
  expect(redisOptions('redis://:pa%40ss@cache.internal:6380/3')).toMatchObject({
    host: 'cache.internal',
    port: 6380,
    db: 3,
    password: 'pa@ss',
    family: 0,
  })
  expect(redisOptions('redis://localhost')).toMatchObject({ host: 'localhost', port: 6379, db: 0 })
  expect(redisOptions('redis://[::1]:7000/0')).toMatchObject({ host: '::1', port: 7000 })
  expect(redisOptions('rediss://user:p@host')).toMatchObject({ username: 'user', tls: {} })
})

test('a URL of Sentinels', () => {
  const options = redisOptions(
    'redis-sentinel://:secret@one,two:26380,[::1]:26381/2?name=queue&sentinel_password=s%26p',
  )
  expect(options).toMatchObject({
    sentinels: [
      { host: 'one', port: 26379 },
      { host: 'two', port: 26380 },
      { host: '::1', port: 26381 },
    ],
    name: 'queue',
    db: 2,
    password: 'secret',
    sentinelPassword: 's&p',
  })
  expect(options).not.toHaveProperty('host')
  expect(redisOptions('rediss-sentinel://one?name=queue')).toMatchObject({
    enableTLSForSentinelMode: true,
    tls: {},
  })
})

test.each([
  'http://host',
  'redis-sentinel://one:26379/0',
  'redis://',
  'redis-sentinel://one,,two?name=x',
  '',
])('%s names no Redis', (url) => {
  expect(() => redisOptions(url)).toThrow(TypeError)
})

test('a server that became a replica is left, and the command is sent again', () => {
  const { reconnectOnError } = redisOptions('redis://host')
  expect(reconnectOnError?.(new Error("READONLY You can't write against a read only replica."))).toBe(2)
  expect(reconnectOnError?.(new Error('WRONGTYPE'))).toBe(false)
})
