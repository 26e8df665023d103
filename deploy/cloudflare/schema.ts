import { Type } from 'typebox'

const strict = { additionalProperties: false }
const Note = { '//': Type.Optional(Type.String()) }
const Zone = { zone_id: Type.Literal(`\${var.zone_id}`) }

const Rule = <P extends string, A extends Parameters<typeof Type.Object>[0]>(action: P, more: A) =>
  Type.Object(
    {
      ref: Type.String({ pattern: '^[a-z_]+$' }),
      description: Type.String({ minLength: 5 }),
      expression: Type.String({ minLength: 4, maxLength: 4096 }),
      action: Type.Literal(action),
      ...more,
    },
    strict,
  )

const Ruleset = <P extends string>(phase: P, rule: ReturnType<typeof Type.Union> | ReturnType<typeof Rule>) =>
  Type.Object(
    {
      ...Zone,
      name: Type.String(),
      kind: Type.Literal('zone'),
      phase: Type.Literal(phase),
      rules: Type.Array(rule, { minItems: 1 }),
    },
    strict,
  )

const Setting = (id: string, ...values: string[]) =>
  Type.Object(
    { ...Zone, setting_id: Type.Literal(id), value: Type.Union(values.map((one) => Type.Literal(one))) },
    strict,
  )

const Record = Type.Object(
  {
    ...Zone,
    name: Type.String(),
    type: Type.Union([Type.Literal('CNAME'), Type.Literal('A'), Type.Literal('AAAA')]),
    content: Type.String(),
    ttl: Type.Literal(1),
    proxied: Type.Boolean(),
  },
  strict,
)

const Variable = Type.Object(
  {
    type: Type.Literal('string'),
    default: Type.Optional(Type.String()),
    sensitive: Type.Optional(Type.Boolean()),
    description: Type.Optional(Type.String()),
  },
  strict,
)

/**
 * The part of the Cloudflare provider 5 that we use, as its documentation has it: the resources, their fields and the values that
 * these take. Neither Terraform nor Cloudflare can be asked where the tests run.
 */
export const CloudflareConfiguration = Type.Object(
  {
    ...Note,
    terraform: Type.Object(
      {
        required_version: Type.String(),
        required_providers: Type.Object(
          {
            cloudflare: Type.Object(
              {
                source: Type.Literal('cloudflare/cloudflare'),
                version: Type.String({ pattern: '^5\\.\\d+\\.\\d+$' }),
              },
              strict,
            ),
          },
          strict,
        ),
      },
      strict,
    ),
    variable: Type.Record(Type.String({ pattern: '^[a-z_]+$' }), Variable),
    resource: Type.Object(
      {
        cloudflare_dns_record: Type.Object({ api: Record, portal: Record }, strict),
        cloudflare_zone_setting: Type.Object(
          {
            min_tls_version: Setting('min_tls_version', '1.0', '1.1', '1.2', '1.3'),
            tls_1_3: Setting('tls_1_3', 'on', 'off', 'zrt'),
            ssl: Setting('ssl', 'off', 'flexible', 'full', 'strict'),
            websockets: Setting('websockets', 'on', 'off'),
            browser_check: Setting('browser_check', 'on', 'off'),
          },
          strict,
        ),
        cloudflare_bot_management: Type.Object(
          {
            bots: Type.Object(
              {
                ...Note,
                ...Zone,
                fight_mode: Type.Boolean(),
                enable_js: Type.Boolean(),
                ai_bots_protection: Type.Union([Type.Literal('block'), Type.Literal('disabled')]),
              },
              strict,
            ),
          },
          strict,
        ),
        cloudflare_ruleset: Type.Object(
          {
            managed: Ruleset(
              'http_request_firewall_managed',
              Rule('execute', {
                action_parameters: Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{32}$' }) }, strict),
              }),
            ),
            custom: Ruleset(
              'http_request_firewall_custom',
              Type.Union([Rule('block', {}), Rule('managed_challenge', {})]),
            ),
            rate_limit: Ruleset(
              'http_ratelimit',
              Rule('block', {
                action_parameters: Type.Object(
                  {
                    response: Type.Object(
                      {
                        status_code: Type.Integer({ minimum: 400, maximum: 499 }),
                        content_type: Type.Union(
                          ['application/json', 'text/html', 'text/plain', 'text/xml'].map((one) =>
                            Type.Literal(one),
                          ),
                        ),
                        content: Type.String({ maxLength: 10_240 }),
                      },
                      strict,
                    ),
                  },
                  strict,
                ),
                ratelimit: Type.Object(
                  {
                    characteristics: Type.Array(Type.String(), { minItems: 1 }),
                    period: Type.Union([10, 60, 120, 300, 600, 3600].map((one) => Type.Literal(one))),
                    requests_per_period: Type.Integer({ minimum: 1 }),
                    mitigation_timeout: Type.Integer({ minimum: 0, maximum: 86_400 }),
                  },
                  strict,
                ),
              }),
            ),
            cache: Ruleset(
              'http_request_cache_settings',
              Rule('set_cache_settings', {
                action_parameters: Type.Object(
                  {
                    cache: Type.Boolean(),
                    edge_ttl: Type.Optional(
                      Type.Object(
                        {
                          mode: Type.Union(
                            ['respect_origin', 'override_origin', 'bypass_by_default'].map((one) =>
                              Type.Literal(one),
                            ),
                          ),
                          default: Type.Optional(Type.Integer({ minimum: 1 })),
                        },
                        strict,
                      ),
                    ),
                  },
                  strict,
                ),
              }),
            ),
            to_origin: Ruleset(
              'http_request_late_transform',
              Rule('rewrite', {
                action_parameters: Type.Object(
                  {
                    headers: Type.Record(
                      Type.String({ pattern: '^[A-Za-z-]+$' }),
                      Type.Object({ operation: Type.Literal('set'), value: Type.String() }, strict),
                    ),
                  },
                  strict,
                ),
              }),
            ),
          },
          strict,
        ),
      },
      strict,
    ),
  },
  strict,
)
