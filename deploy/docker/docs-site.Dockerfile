# docs-site: built from the repository's root with "docker build -f deploy/docker/docs-site.Dockerfile ."
FROM node:24.20.0-bookworm-slim@sha256:ba849c60be29959425b8734d57b8b4b7d56f98edd9504c9af091d5281095a71e AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
COPY core/package.json core/
COPY api/package.json api/
COPY workers/package.json workers/
COPY sdk/package.json sdk/
COPY sdk/cli/package.json sdk/cli/
COPY sdk/mcp/package.json sdk/mcp/
COPY docs-site/package.json docs-site/
COPY examples/package.json examples/
RUN npm ci --ignore-scripts
COPY tsconfig.base.json tsconfig.json ./
COPY openapi openapi
COPY core core
COPY scripts/samples scripts/samples
COPY sdk sdk
COPY docs-site docs-site
RUN npm run build -w docs-site

FROM node:24.20.0-bookworm-slim@sha256:ba849c60be29959425b8734d57b8b4b7d56f98edd9504c9af091d5281095a71e
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=:: PORT=3000
WORKDIR /app
# The standalone server carries the packages it needs, and nothing else.
COPY --from=build /app/docs-site/.next/standalone ./
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=10s CMD ["node", "-e", "fetch('http://[::1]:' + (process.env.PORT || 3000) + '/api/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "docs-site/server.js"]
