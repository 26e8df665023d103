import { describe, expect, it } from 'vitest'
import { readPortalConfig } from './portal-config.ts'

describe('the settings a browser may read', () => {
  it('never pass on a key that is not of the test mode', () => {
    for (const key of ['slp_live_x', 'slp_adm_x', 'slp_exp_x', 'x', '', undefined]) {
      expect(readPortalConfig({ EXPLORER_TEST_KEY: key }).explorer_key).toBeNull()
    }
    expect(readPortalConfig({ EXPLORER_TEST_KEY: 'slp_test_x' }).explorer_key).toBe('slp_test_x')
  })

  it('name the API without a slash at the end, the local one by default', () => {
    expect(readPortalConfig({}).api_url).toBe('http://localhost:8000')
    expect(readPortalConfig({ NEXT_PUBLIC_API_URL: 'https://api.example.com//' }).api_url).toBe(
      'https://api.example.com',
    )
  })
})
