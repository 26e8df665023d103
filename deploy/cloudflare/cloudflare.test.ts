import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { EDGE_HEADER } from '../../api/src/front/edge-only.ts'
import { problems } from '../../api/src/problems.ts'
import { FOUNDING_LIMIT } from '../nginx/render.ts'
import { expressionFaults } from './expression.ts'
import { CloudflareConfiguration } from './schema.ts'

const text = readFileSync(join(import.meta.dirname, 'main.tf.json'), 'utf8')
const configuration = JSON.parse(text)
const { cloudflare_ruleset: rulesets, cloudflare_zone_setting: settings } = configuration.resource
const rules = Object.values(
  rulesets as Record<string, { rules: { ref: string; expression: string }[] }>,
).flatMap((one) => one.rules)

/** The path of every text in it, with the text. */
function textsOf(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${place}.${key}`))
}

describe('the rules at the edge', () => {
  test('have the shape that the provider takes, and nothing beside it', () => {
    expect([...Value.Errors(CloudflareConfiguration, configuration)]).toEqual([])
    const changed = structuredClone(configuration)
    changed.resource.cloudflare_zone_setting.ssl.value = 'strictest'
    expect(Value.Check(CloudflareConfiguration, changed)).toBe(false)
    const more = structuredClone(configuration)
    more.resource.cloudflare_ruleset.custom.rules[0].enabledd = true
    expect(Value.Check(CloudflareConfiguration, more)).toBe(false)
  })

  test('are written in the language of rules', () => {
    for (const { ref, expression } of rules) expect(expressionFaults(expression), ref).toEqual([])
    expect(new Set(rules.map(({ ref }) => ref)).size).toBe(rules.length)
    expect(expressionFaults('(http.hst eq "a"')).toEqual([
      'its brackets do not close',
      'http.hst is not known',
    ])
  })

  test('ask for no variable that there is not, and hold the secret in one that is never shown', () => {
    const asked = textsOf(configuration).flatMap(([, value]) =>
      [...value.matchAll(/\$\{var\.(\w+)\}/g)].map(([, name]) => name),
    )
    for (const name of asked) expect(Object.keys(configuration.variable)).toContain(name)
    expect(configuration.variable.edge_secret).toMatchObject({ sensitive: true })
    expect(configuration.variable.edge_secret).not.toHaveProperty('default')
  })

  test('take TLS 1.3 at least, on both sides', () => {
    expect(settings.min_tls_version.value).toBe('1.3')
    expect(settings.tls_1_3.value).toBe('on')
    expect(settings.ssl.value).toBe('strict')
    for (const record of Object.values(configuration.resource.cloudflare_dns_record))
      expect(record).toMatchObject({ proxied: true })
  })

  test('let an address send as much in a minute as nginx does, and refuse in the words of the API', () => {
    const [limit] = rulesets.rate_limit.rules
    expect(limit.ratelimit).toMatchObject({ period: 60, requests_per_period: FOUNDING_LIMIT.perMinute })
    expect(limit.ratelimit.characteristics).toContain('ip.src')
    const body = JSON.parse(limit.action_parameters.response.content)
    const { status, title } = problems.rate_limited
    expect(body).toMatchObject({ code: 'rate_limited', status, title })
    expect(limit.action_parameters.response.status_code).toBe(status)
  })

  test('show the origin the header that it asks for', () => {
    const headers = rulesets.to_origin.rules[0].action_parameters.headers
    expect(Object.keys(headers).map((name) => name.toLowerCase())).toEqual([EDGE_HEADER])
  })

  test('keep no answer that was given to a key, and no page', () => {
    const cache = (ref: string) =>
      rulesets.cache.rules.find((one: { ref: string }) => one.ref === ref).action_parameters.cache
    expect(cache('never_answers_to_a_key')).toBe(false)
    expect(cache('never_pages')).toBe(false)
    expect(cache('static_files')).toBe(true)
  })

  test('put no puzzle before programs, who are our customers', () => {
    expect(configuration.resource.cloudflare_bot_management.bots).toMatchObject({
      fight_mode: false,
      enable_js: false,
    })
    expect(settings.browser_check.value).toBe('off')
    for (const { ref, expression, action } of rulesets.custom.rules) {
      if (action === 'managed_challenge')
        expect(expression, ref).toContain(`http.host eq "\${var.portal_host}"`)
    }
  })
})
