# api: built from the repository's root with "docker build -f deploy/docker/api.Dockerfile ."
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
RUN npm run build && mkdir -p /data/objects /data/meter

FROM manifests AS dependencies
RUN npm ci --ignore-scripts --omit=dev --omit=optional -w core -w api
COPY scripts/install/repair-driver.mjs scripts/install/
RUN node scripts/install/repair-driver.mjs

FROM node:24.20.0-bookworm-slim@sha256:ba849c60be29959425b8734d57b8b4b7d56f98edd9504c9af091d5281095a71e
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/api/package.json api/
COPY --from=build /app/api/dist api/dist
COPY --from=build /app/core/package.json core/
COPY --from=build /app/core/dist core/dist
# A volume that is mounted here takes over whose it is.
COPY --from=build --chown=1000:1000 /data /data
USER 1000:1000
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 8000) + '/livez').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "api/dist/main.js"]
