import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { EgressError } from './errors.ts'
import { checkAddress, checkUrl, egressRules } from './rules.ts'
import { egressRulesOf } from './settings.ts'

const rules = egressRules({ deniedHosts: ['api.latent.example'] })

/** URLs nobody may name, by what is wrong with them. */
export const REFUSED_URLS: Record<string, string[]> = {
  'the machine itself, in every spelling': [
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://017700000001/',
    'https://①②⑦.⓪.⓪.①/',
    'https://127。0。0。1/',
    'https://127%2E0%2E0%2E1/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://0/',
    'https:\\\\127.0.0.1\\x',
    'https:127.0.0.1/',
  ],
  'networks inside': [
    'https://10.1.2.3/',
    'https://172.20.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.100.100.200/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://255.255.255.255/',
    'https://224.0.0.1/',
  ],
  'names of the inside': [
    'https://localhost/',
    'https://localhost./',
    'https://a.localhost/',
    'https://metadata.google.internal/computeMetadata/v1/',
    'https://metadata.google.internal./',
    'https://postgres.railway.internal/',
    'https://api.default.svc.cluster.local/',
    'https://redis/',
    'https://printer.local/',
    'https://router.lan/',
    'https://1.0.0.127.in-addr.arpa/',
    'https://API.latent.example/hook',
  ],
  'other schemes': [
    'http://example.com/',
    'gopher://example.com/',
    'file:///etc/passwd',
    'ftp://example.com/',
    'data:text/plain,x',
    'ws://example.com/',
    'javascript:alert(1)',
  ],
  'other ports': [
    'https://example.com:0/',
    'https://example.com:22/',
    'https://example.com:25/',
    'https://example.com:80/',
    'https://example.com:5432/',
    'https://example.com:6379/',
    'https://example.com:99999/',
  ],
  'user names and fragments': [
    'https://user@example.com/',
    'https://user:secret@example.com/',
    'https://:secret@example.com/',
    'http://a@127.0.0.1:80@b/',
    'https://example.com/#fragment',
    'https://example.com/#',
    'https://example.com#@127.0.0.1/',
  ],
  'what is no URL': [
    '',
    'example.com/hook',
    '/hook',
    'https://',
    'https://exa mple.com/',
    'https://example.com/a\tb',
    'https://[::1%25eth0]/',
    `https://example.com/${'x'.repeat(2_048)}`,
    `https://example.com/${'ä'.repeat(500)}`,
  ],
}

describe('a URL that a customer names is refused', () => {
  for (const [title, urls] of Object.entries(REFUSED_URLS)) {
    it.each(urls.map((url) => [url.slice(0, 60), url]))(`${title}: %s`, (_shown, url) => {
      expect(() => checkUrl(url, rules)).toThrow(EgressError)
    })
  }
})

describe('a URL that a customer names is accepted', () => {
  it.each([
    ['https://example.com/hook?x=1', 'https://example.com/hook?x=1'],
    ['https://example.com:8443/', 'https://example.com:8443/'],
    ['https://93.184.216.34/', 'https://93.184.216.34/'],
    ['https://[2606:4700:4700::1111]/', 'https://[2606:4700:4700::1111]/'],
    ['HTTPS://Example.COM', 'https://example.com/'],
    // The Cyrillic letter is shown for what it is.
    ['https://аpple.com/', 'https://xn--pple-43d.com/'],
  ])('%s', (given, normal) => {
    expect(checkUrl(given, rules).href).toBe(normal)
  })
})

describe('the configuration', () => {
  it('opens http, ports and networks, and closes networks that are public', () => {
    const open = egressRules({
      allowHttp: true,
      ports: null,
      allowCidrs: '127.0.0.0/8',
      denyCidrs: '8.8.8.0/24',
    })
    expect(checkUrl('http://127.0.0.1:5432/', open).port).toBe('5432')
    expect(() => checkUrl('http://10.0.0.1/', open)).toThrow('address_not_allowed')
    expect(() => checkAddress('8.8.8.8', open)).toThrow('address_not_allowed')
    expect(() => checkAddress('8.8.4.4', open)).not.toThrow()
  })

  it('is read from settings; production has no plain http', () => {
    const settings = {
      EGRESS_ALLOW_HTTP: false,
      EGRESS_ALLOW_CIDRS: '',
      EGRESS_DENY_CIDRS: '',
      EGRESS_PORTS: '443,8443',
      LATENT_ENV: 'production',
    }
    expect(() =>
      checkUrl('https://api.latent.example/', egressRulesOf(settings, ['https://api.latent.example'])),
    ).toThrow('this service itself')
    expect(() => egressRulesOf({ ...settings, EGRESS_ALLOW_HTTP: true }, [])).toThrow('EGRESS_ALLOW_HTTP')
    expect(() => egressRulesOf({ ...settings, EGRESS_ALLOW_CIDRS: 'x' }, [])).toThrow('EGRESS_ALLOW_CIDRS')
  })

  it('refuses the addresses of this machine, public or not', () => {
    for (const one of Object.values(networkInterfaces()).flat()) {
      expect(() => checkAddress(String(one?.address), rules)).toThrow(EgressError)
    }
  })
})
