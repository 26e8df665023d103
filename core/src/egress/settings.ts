import { Type } from 'typebox'
import { ConfigError } from '../config.ts'
import { DEFAULT_PORTS, type EgressRules, egressRules } from './rules.ts'

/** Settings of every process that calls addresses customers name. */
export const egressSettings = {
  EGRESS_ALLOW_HTTP: Type.Boolean({
    default: false,
    description: 'true lets webhooks go to http:// addresses too; refused in production.',
  }),
  EGRESS_ALLOW_CIDRS: Type.String({
    default: '',
    description:
      'Networks, separated by commas, that webhooks may reach although they are not public. Empty: none.',
  }),
  EGRESS_DENY_CIDRS: Type.String({
    default: '',
    description: 'Networks, separated by commas, that webhooks never reach, such as public ones of your own.',
  }),
  EGRESS_PORTS: Type.String({
    pattern: '^(\\*|\\d{1,5}(,\\d{1,5})*)$',
    default: DEFAULT_PORTS.join(','),
    description: 'Ports webhooks may go to, separated by commas; * means any.',
  }),
}

/** The rules out of the settings. `ownUrls` are addresses of this service, which it does not call. Throws a `ConfigError`. */
export function egressRulesOf(
  config: {
    EGRESS_ALLOW_HTTP: boolean
    EGRESS_ALLOW_CIDRS: string
    EGRESS_DENY_CIDRS: string
    EGRESS_PORTS: string
    LATENT_ENV: string
  },
  ownUrls: readonly (string | undefined)[],
): EgressRules {
  if (config.EGRESS_ALLOW_HTTP && config.LATENT_ENV === 'production') {
    throw new ConfigError(['EGRESS_ALLOW_HTTP must not be set in production'])
  }
  try {
    return egressRules({
      allowHttp: config.EGRESS_ALLOW_HTTP,
      allowCidrs: config.EGRESS_ALLOW_CIDRS,
      denyCidrs: config.EGRESS_DENY_CIDRS,
      ports: config.EGRESS_PORTS === '*' ? null : config.EGRESS_PORTS.split(',').map(Number),
      deniedHosts: ownUrls.flatMap((url) => (url === undefined ? [] : [new URL(url).hostname])),
    })
  } catch (error) {
    throw new ConfigError([`EGRESS_ALLOW_CIDRS, EGRESS_DENY_CIDRS: ${(error as Error).message}`])
  }
}
