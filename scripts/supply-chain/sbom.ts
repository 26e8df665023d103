export interface CycloneDx {
  components: { name: string; group?: string; version: string }[]
}

/** Takes out what differs between two runs over the same lock file, so that two bills can be compared byte by byte. */
export function normalised(bill: Record<string, unknown>): Record<string, unknown> {
  const { serialNumber: _, documentNamespace, metadata, creationInfo, ...rest } = bill
  const withoutTime = (value: unknown, name: string) => {
    if (typeof value !== 'object' || value === null) return {}
    const { [name]: _time, ...others } = value as Record<string, unknown>
    return others
  }
  return {
    ...rest,
    ...(metadata ? { metadata: withoutTime(metadata, 'timestamp') } : {}),
    ...(creationInfo
      ? { creationInfo: { ...withoutTime(creationInfo, 'created'), created: '1970-01-01T00:00:00Z' } }
      : {}),
    // Required by SPDX, and made up of a random number by npm.
    ...(documentNamespace ? { documentNamespace: 'urn:sec-latent-platform:bill-of-materials' } : {}),
  }
}

/** What came (+), went (-) and changed (~) between two bills, by name. */
export function changedComponents(before: CycloneDx, after: CycloneDx): string[] {
  const [old, now] = [versionsOf(before), versionsOf(after)]
  const names = [...new Set([...old.keys(), ...now.keys()])].sort()
  return names.flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)]
    if (was === is) return []
    if (was === undefined) return [`+ ${name} ${is}`]
    return [is === undefined ? `- ${name} ${was}` : `~ ${name} ${was} -> ${is}`]
  })
}

function versionsOf({ components }: CycloneDx): Map<string, string> {
  const versions = new Map<string, string[]>()
  for (const { name, group, version } of components) {
    const full = group ? `${group}/${name}` : name
    versions.set(full, [...new Set([...(versions.get(full) ?? []), version])].sort())
  }
  return new Map([...versions].map(([name, all]) => [name, all.join(', ')]))
}
