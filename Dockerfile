# The app and the reference backend in one process: npm run serve. See docs/deploy.md.

FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci

FROM packages AS build
# Read by the build; see README.md.
ARG APP_URL
ARG VITE_SUPPORT_EMAIL
ARG VITE_FORGOT_PASSWORD_URL
COPY . .
RUN npm run build

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
# The server runs from its sources, with the development packages; it writes only to /tmp.
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY src/api ./src/api
COPY src/lib/clean-code.ts ./src/lib/clean-code.ts
COPY e2e/backend ./e2e/backend
COPY e2e/brand ./e2e/brand
COPY e2e/headers ./e2e/headers
COPY e2e/serve ./e2e/serve
COPY --from=build /app/dist ./dist
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without npm, so that signals arrive.
CMD ["node", "node_modules/jiti/lib/jiti-cli.mjs", "e2e/serve/serve.ts"]
