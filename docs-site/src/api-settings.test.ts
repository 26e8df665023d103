import { expect, it } from 'vitest'
import { readApiSettings } from './api-settings.ts'

it('the server has an address and a key of its own, and those of the explorer when it has none', () => {
  const explorer = { NEXT_PUBLIC_API_URL: 'https://api.example.com/', EXPLORER_TEST_KEY: 'slp_test_x' }
  expect(readApiSettings(explorer)).toEqual({ url: 'https://api.example.com', key: 'slp_test_x' })
  const own = { ...explorer, PORTAL_API_URL: 'http://api.internal:8000//', PORTAL_API_KEY: 'slp_live_y' }
  expect(readApiSettings(own)).toEqual({ url: 'http://api.internal:8000', key: 'slp_live_y' })
  expect(readApiSettings({})).toEqual({ url: 'http://localhost:8000', key: null })
})
