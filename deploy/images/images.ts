/**
 * The images of others that we run or build on: a version to read, and the digest that says which bytes are meant. Whoever
 * raises one changes both here; tests keep every Dockerfile, compose file and manifest equal to this list.
 */
export const IMAGES = {
  // Long-term support until April 2028.
  node: 'node:24.20.0-bookworm-slim@sha256:ba849c60be29959425b8734d57b8b4b7d56f98edd9504c9af091d5281095a71e',
  postgres: 'postgres:15.18-bookworm@sha256:b0c5bab0fbba8e0c221f73b1dc6359ec35f8650074377e727299df248fc8ad51',
  redis: 'redis:7.4.10-bookworm@sha256:e9b2e45ecd47fbb69b877cf8d045d5cccaaaed52524b6e098b4abe8212994f73',
  pgbouncer:
    'edoburu/pgbouncer:v1.25.2-p0@sha256:7d7a27d9e90985cab5cf42256f5c13a3120baa4b055b69df37beb272b89b2340',
  nginx:
    'nginxinc/nginx-unprivileged:1.30.4-alpine-slim@sha256:e88d990b349df8cf4aa82f16642d7a23375016638c9ace4e5c6ca25028e62e65',
} as const

/** A name, a version with all its numbers, and a digest. */
export const PINNED_IMAGE = /^[a-z0-9./-]+:v?\d+\.\d+[\w.-]*@sha256:[0-9a-f]{64}$/

/** Our own images, as they are called in the registry of the deployment. */
export const OWN_IMAGES = ['api', 'workers', 'scheduler', 'docs-site'] as const
export type OwnImage = (typeof OWN_IMAGES)[number]
