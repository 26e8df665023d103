# recovery: Postgres with the programs that ship its log, restore a backup and look at what came back.
# Built from the repository's root with "docker build -f deploy/docker/recovery.Dockerfile ."
FROM node:24.20.0-bookworm-slim@sha256:ba849c60be29959425b8734d57b8b4b7d56f98edd9504c9af091d5281095a71e AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY core/package.json core/
COPY api/package.json api/
COPY workers/package.json workers/
COPY sdk/package.json sdk/
COPY sdk/cli/package.json sdk/cli/
COPY sdk/mcp/package.json sdk/mcp/
COPY docs-site/package.json docs-site/
COPY examples/package.json examples/

FROM manifests AS build
RUN npm ci --ignore-scripts
COPY tsup.config.ts tsconfig.base.json tsconfig.json ./
COPY core core
COPY api api
COPY workers workers
RUN npm run build && mkdir -p /data/backups /data/scratch

FROM manifests AS dependencies
RUN npm ci --ignore-scripts --omit=dev --omit=optional -w core -w workers
COPY scripts/install/repair-driver.mjs scripts/install/
RUN node scripts/install/repair-driver.mjs

# As a database: command "postgres -c archive_mode=on -c archive_command='node /app/core/dist/archive-wal-main.js \"%p\" \"%f\"'".
FROM postgres:15.18-bookworm@sha256:b0c5bab0fbba8e0c221f73b1dc6359ec35f8650074377e727299df248fc8ad51
ENV NODE_ENV=production
WORKDIR /app
COPY --from=manifests /usr/local/bin/node /usr/local/bin/node
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/workers/package.json workers/
COPY --from=build /app/workers/dist workers/dist
COPY --from=build /app/core/package.json core/
COPY --from=build /app/core/dist core/dist
# A volume that is mounted here takes over whose it is.
COPY --from=build --chown=999:999 /data /data
USER 999:999
HEALTHCHECK NONE
CMD ["node", "--enable-source-maps", "workers/dist/restore-drill-main.js"]
