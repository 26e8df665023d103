/** Versions of the wire behaviour a caller can pin with `Latent-Version`, oldest first. The last one is the current one. */
export const API_VERSIONS = ['2026-11-01'] as const
export type ApiVersion = (typeof API_VERSIONS)[number]
export const CURRENT_VERSION = API_VERSIONS[API_VERSIONS.length - 1] as ApiVersion
